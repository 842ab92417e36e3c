import { fold, spaceDigits } from './words';

/**
 * Words of one concept. Each string is a comma-separated list of phrases in any language, in the
 * form of `toWords`. `word*` also matches longer words (inflections), `*word` also the end of
 * longer words (compounds). Scripts without spaces between words match anywhere.
 */
export interface Vocabulary<C extends string> {
  readonly concept: C;
  /** Phrases that say it by themselves. */
  readonly sure: string;
  /** Phrases that say it where nothing stronger speaks against it. */
  readonly hint?: string;
}

export interface PhraseHit<C extends string> {
  readonly concept: C;
  /** As written in the vocabulary: never a text of the page. */
  readonly phrase: string;
  readonly sure: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds the phrases of many vocabularies in one pass. */
export interface PhraseIndex<C extends string> {
  /** Hits in a text in the form of `toWords`; of overlapping hits, the longest. */
  find(words: string): readonly PhraseHit<C>[];
  /** The same inside run-together identifiers (`txtbillingfirstname`): long phrases only. */
  findInside(words: string): readonly PhraseHit<C>[];
}

export function compilePhrases<C extends string>(
  vocabularies: readonly Vocabulary<C>[],
): PhraseIndex<C> {
  const atWords = new Buckets<C>();
  const anywhere = new Buckets<C>();
  const inside = new Buckets<C>();
  for (const entry of vocabularies.flatMap(entriesOf)) {
    (entry.anywhere ? anywhere : atWords).add(entry);
    const joined = entry.text.replaceAll(' ', '');
    if (entry.sure && joined.length >= 5 && LATIN.test(joined)) {
      inside.add({ ...entry, text: joined });
    }
  }
  const memory = new Map<string, readonly PhraseHit<C>[]>();
  return {
    find(words) {
      const known = memory.get(words);
      if (known) return known;
      const hits = longest(collect(words, atWords, anywhere));
      if (memory.size >= MOST_REMEMBERED) memory.clear();
      memory.set(words, hits);
      return hits;
    },
    findInside: (words) => longest(collectInside(words, inside)),
  };
}

/** Entries by their first two characters, the longest first; sorted when they are first asked for. */
class Buckets<C extends string> {
  readonly #fresh = new Map<string, Entry<C>[]>();
  readonly #sorted = new Map<string, readonly Entry<C>[]>();

  add(entry: Entry<C>): void {
    const key = entry.text.slice(0, 2);
    const bucket = this.#fresh.get(key);
    if (bucket) bucket.push(entry);
    else this.#fresh.set(key, [entry]);
  }

  /** Those that may begin here; a phrase of one character stands under that one alone. */
  at(text: string, start: number): readonly Entry<C>[] {
    return this.#get(text.slice(start, start + 2)) ?? this.#get(text.charAt(start)) ?? [];
  }

  #get(key: string): readonly Entry<C>[] | undefined {
    const known = this.#sorted.get(key);
    if (known) return known;
    const bucket = this.#fresh.get(key)?.sort((a, b) => b.text.length - a.text.length);
    if (bucket) this.#sorted.set(key, bucket);
    return bucket;
  }
}

interface Entry<C extends string> {
  readonly concept: C;
  readonly phrase: string;
  readonly text: string;
  readonly sure: boolean;
  /** May begin inside a word. */
  readonly anywhere: boolean;
  /** May end inside a word. */
  readonly open: boolean;
}

const MOST_REMEMBERED = 4000;
const LATIN = /^[a-z0-9]+$/;
const NOT_WORDS = /[^\p{L}\p{N}*, ]+/gu;
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]/;

function entriesOf<C extends string>({ concept, sure, hint }: Vocabulary<C>): Entry<C>[] {
  return [...listOf(concept, sure, true), ...(hint ? listOf(concept, hint, false) : [])];
}

/** A whole list is brought into form at once, since compiling must be quick. */
function listOf<C extends string>(concept: C, list: string, sure: boolean): Entry<C>[] {
  const written = list.split(',');
  const folded = spaceDigits(fold(list).replace(NOT_WORDS, ' ')).split(',');
  const entries: Entry<C>[] = [];
  written.forEach((phrase, index) => {
    const marked = folded[index]?.trim() ?? '';
    if (marked === '') return;
    const text = marked.replaceAll('*', '');
    // One sign alone is part of too many words.
    const unspaced = text.length > 1 && UNSPACED.test(text);
    const entry = {
      concept,
      phrase: phrase.replaceAll('*', '').trim(),
      text,
      sure,
      anywhere: unspaced || marked.startsWith('*'),
      open: unspaced || marked.endsWith('*'),
    };
    entries.push(entry);
    const joined = text.replaceAll(' ', '');
    if (joined !== text && joined.length >= 5 && !/\d/.test(joined)) {
      entries.push({ ...entry, text: joined });
    }
  });
  return entries;
}

function collect<C extends string>(
  words: string,
  atWords: Buckets<C>,
  anywhere: Buckets<C>,
): PhraseHit<C>[] {
  const hits: PhraseHit<C>[] = [];
  for (let start = 0; start < words.length; start++) {
    if (words[start] === ' ') continue;
    if (start === 0 || words[start - 1] === ' ') match(words, start, atWords, hits);
    match(words, start, anywhere, hits);
  }
  return hits;
}

function collectInside<C extends string>(words: string, inside: Buckets<C>): PhraseHit<C>[] {
  const hits: PhraseHit<C>[] = [];
  for (let start = 0; start < words.length; start++) {
    const entry = inside.at(words, start).find(({ text }) => words.startsWith(text, start));
    if (entry) hits.push(hitOf(entry, start));
  }
  return hits;
}

function match<C extends string>(
  words: string,
  start: number,
  index: Buckets<C>,
  hits: PhraseHit<C>[],
): void {
  let length = 0;
  for (const entry of index.at(words, start)) {
    // The bucket is sorted: shorter phrases cannot win, equal ones mean several things at once.
    if (entry.text.length < length) break;
    if (!words.startsWith(entry.text, start)) continue;
    const next = words[start + entry.text.length];
    if (!entry.open && next !== undefined && next !== ' ') continue;
    length = entry.text.length;
    hits.push(hitOf(entry, start));
  }
}

const hitOf = <C extends string>(entry: Entry<C>, start: number): PhraseHit<C> => ({
  concept: entry.concept,
  phrase: entry.phrase,
  sure: entry.sure,
  start,
  end: start + entry.text.length,
});

/** Drops hits that lie inside a longer one: in "email address", the address is no place. */
function longest<C extends string>(hits: PhraseHit<C>[]): PhraseHit<C>[] {
  if (hits.length < 2) return hits;
  const sorted = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: PhraseHit<C>[] = [];
  for (const hit of sorted) {
    const covered = kept.some(
      (other) =>
        hit.start < other.end &&
        other.start < hit.end &&
        other.end - other.start > hit.end - hit.start,
    );
    if (!covered) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
