import { toWords } from './words';

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
  const atWords = new Map<string, Entry<C>[]>();
  const anywhere = new Map<string, Entry<C>[]>();
  const inside = new Map<string, Entry<C>[]>();
  for (const entry of vocabularies.flatMap(entriesOf)) {
    if (entry.anywhere) addTo(anywhere, entry.text.slice(0, 2), entry);
    else addTo(atWords, entry.text.slice(0, 2), entry);
    const joined = entry.text.replaceAll(' ', '');
    if (entry.sure && joined.length >= 5 && LATIN.test(joined)) {
      addTo(inside, joined.slice(0, 2), { ...entry, text: joined });
    }
  }
  for (const index of [atWords, anywhere, inside]) {
    for (const bucket of index.values()) bucket.sort((a, b) => b.text.length - a.text.length);
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
/** Already as `toWords` would write it: most phrases are, and compiling must be quick. */
const IN_FORM = /^[a-z]+(?: [a-z]+)*$/;
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]/;

function entriesOf<C extends string>(vocabulary: Vocabulary<C>): Entry<C>[] {
  return [
    ...split(vocabulary.sure).flatMap((phrase) => entries(vocabulary.concept, phrase, true)),
    ...split(vocabulary.hint ?? '').flatMap((phrase) => entries(vocabulary.concept, phrase, false)),
  ];
}

function entries<C extends string>(concept: C, phrase: string, sure: boolean): Entry<C>[] {
  const unspaced = UNSPACED.test(phrase);
  const bare = phrase.replaceAll('*', '');
  const text = IN_FORM.test(bare) ? bare : toWords(bare);
  const entry = {
    concept,
    phrase: bare,
    text,
    sure,
    anywhere: unspaced || phrase.startsWith('*'),
    open: unspaced || phrase.endsWith('*'),
  };
  const joined = text.replaceAll(' ', '');
  return joined === text || joined.length < 5 || /\d/.test(joined)
    ? [entry]
    : [entry, { ...entry, text: joined }];
}

const split = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

function addTo<V>(index: Map<string, V[]>, key: string, value: V): void {
  const bucket = index.get(key);
  if (bucket) bucket.push(value);
  else index.set(key, [value]);
}

function collect<C extends string>(
  words: string,
  atWords: ReadonlyMap<string, Entry<C>[]>,
  anywhere: ReadonlyMap<string, Entry<C>[]>,
): PhraseHit<C>[] {
  const hits: PhraseHit<C>[] = [];
  for (let start = 0; start < words.length; start++) {
    if (words[start] === ' ') continue;
    const key = words.slice(start, start + 2);
    if (start === 0 || words[start - 1] === ' ') {
      match(words, start, atWords.get(key) ?? atWords.get(key.trim()), hits);
    }
    match(words, start, anywhere.get(key) ?? anywhere.get(key.slice(0, 1)), hits);
  }
  return hits;
}

function collectInside<C extends string>(
  words: string,
  inside: ReadonlyMap<string, Entry<C>[]>,
): PhraseHit<C>[] {
  const hits: PhraseHit<C>[] = [];
  for (let start = 0; start < words.length; start++) {
    for (const entry of inside.get(words.slice(start, start + 2)) ?? []) {
      if (words.startsWith(entry.text, start)) {
        hits.push(hitOf(entry, start));
        break;
      }
    }
  }
  return hits;
}

function match<C extends string>(
  words: string,
  start: number,
  bucket: readonly Entry<C>[] | undefined,
  hits: PhraseHit<C>[],
): void {
  if (!bucket) return;
  let length = 0;
  for (const entry of bucket) {
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
