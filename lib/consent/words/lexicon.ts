import { GERMANIC } from './languages/germanic';
import { NORTH_AND_EAST } from './languages/northeast';
import { OTHERS } from './languages/others';
import { ROMANCE } from './languages/romance';
import { SLAVIC } from './languages/slavic';
import { fold, normalise, plain } from './normalise';
import type { Meaning, Vocabulary } from './vocabulary';

/** A label as words, and what each of them means. */
export class Reading {
  readonly length: number;
  readonly #meanings: readonly ReadonlySet<Meaning>[];
  readonly #all: ReadonlySet<Meaning>;

  constructor(label: string) {
    lexicon ??= new Lexicon();
    const words = plain(normalise(label.slice(0, MAX_TEXT)))
      .split(' ')
      .filter(Boolean);
    this.length = words.length;
    this.#meanings = lexicon.read(words.slice(0, MAX_WORDS));
    const all = this.#meanings.flatMap((each) => [...each]);
    this.#all = new Set([...all, ...lexicon.readAnywhere(words.join(' '))]);
  }

  has(...meanings: readonly Meaning[]): boolean {
    return meanings.some((meaning) => this.#all.has(meaning));
  }

  /** What the word at this place means. */
  at(place: number, ...meanings: readonly Meaning[]): boolean {
    return meanings.some((meaning) => this.#meanings[place]?.has(meaning) === true);
  }

  /** How many words mean nothing here. */
  get strange(): number {
    return this.#meanings.filter((each) => each.size === 0).length;
  }

  /** Whether every word has one of these meanings. */
  isAll(...meanings: readonly Meaning[]): boolean {
    return this.#meanings.every((_, place) => this.at(place, ...meanings));
  }

  /**
   * Whether a word of one meaning is followed by one of another, with at most `between` words between
   * them, all of which mean something here.
   */
  follows(first: Meaning, then: Meaning, between: number): boolean {
    return this.#meanings.some((each, at) => {
      if (!each.has(first)) return false;
      const next = this.#meanings
        .slice(at + 1)
        .findIndex((after) => after.has(then) || !after.size);
      return next >= 0 && next <= between && this.at(at + 1 + next, then);
    });
  }
}

const MAX_TEXT = 2_000;
const MAX_WORDS = 40;
const LONGEST_PHRASE = 4;
const LONGEST_STEM = 24;

class Lexicon {
  readonly #whole = new Map<string, Meaning[]>();
  readonly #stems = new Map<string, Meaning[]>();
  readonly #inside = new Map<string, Meaning>();
  /** The words that phrases begin with. */
  readonly #heads = new Set<string>();
  readonly #anywhere = new Map<string, Meaning[]>();

  constructor() {
    for (const vocabulary of LANGUAGES)
      for (const [meaning, words] of Object.entries(vocabulary))
        for (const word of plain(fold(words)).split(/\s+/).filter(Boolean))
          this.#add(word.replaceAll('_', ' '), meaning as Meaning);
  }

  #add(word: string, meaning: Meaning): void {
    const head = word.indexOf(' ');
    if (head > 0) this.#heads.add(word.slice(0, head));
    if (word.startsWith('~')) this.#inside.set(word.slice(1).replace('*', ''), meaning);
    else if (IDEOGRAPHS.test(word)) push(this.#anywhere, word, meaning);
    else if (word.endsWith('*')) push(this.#stems, word.slice(0, -1), meaning);
    else push(this.#whole, word, meaning);
    if (CLITICS.test(word) && word.length > 2) push(this.#anywhere, word, meaning);
  }

  /** What each word means, alone or in a phrase. */
  read(words: readonly string[]): Set<Meaning>[] {
    const read = words.map((word) => this.#meaningsInside(word));
    words.forEach((first, start) => {
      const longest = this.#heads.has(first) ? LONGEST_PHRASE : 1;
      let phrase = '';
      for (let end = start; end < Math.min(start + longest, words.length); end++) {
        const from = phrase.length;
        phrase += words[end];
        const found = this.#meaningsOf(phrase, from);
        for (const each of read.slice(start, end + 1)) for (const as of found) each.add(as);
        phrase += ' ';
      }
    });
    return read;
  }

  #meaningsInside(word: string): Set<Meaning> {
    const found = new Set<Meaning>();
    for (const [part, as] of this.#inside) if (word.includes(part)) found.add(as);
    return found;
  }

  /** What a phrase means, or one that begins it and ends in the word that begins at `from`. */
  #meaningsOf(phrase: string, from: number): readonly Meaning[] {
    const found = this.#meaningsFrom(phrase, from);
    const rest = from === 0 && found.length === 0 ? ELIDED.exec(phrase)?.[1] : undefined;
    return rest === undefined ? found : this.#meaningsFrom(rest, 0);
  }

  #meaningsFrom(phrase: string, from: number): readonly Meaning[] {
    let found = this.#whole.get(phrase) ?? [];
    for (let end = from + 2; end <= Math.min(phrase.length, from + LONGEST_STEM); end++) {
      const stem = this.#stems.get(phrase.slice(0, end));
      if (stem !== undefined) found = [...found, ...stem];
    }
    return found;
  }

  readAnywhere(text: string): Meaning[] {
    if (!IDEOGRAPHS.test(text) && !CLITICS.test(text)) return [];
    return [...this.#anywhere].flatMap(([word, as]) => (text.includes(word) ? as : []));
  }
}

let lexicon: Lexicon | undefined;

const push = (map: Map<string, Meaning[]>, key: string, meaning: Meaning): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [meaning]);
  else known.push(meaning);
};

const LANGUAGES: readonly Vocabulary[] = [
  ...[GERMANIC, ROMANCE, SLAVIC, NORTH_AND_EAST, OTHERS].flatMap((each) => Object.values(each)),
];

/** "jaccepte": where the apostrophe was lost. */
const ELIDED = /^[jld]([aeiou][a-z]{4,})$/;

/** Scripts without spaces between words, and scripts that write articles and prepositions to a word. */
const IDEOGRAPHS = /[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]/;
const CLITICS = /[\u0590-\u06ff]/;
