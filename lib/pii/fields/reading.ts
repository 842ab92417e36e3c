import { type Message, message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import type { FieldFacts } from '../contract';
import type { PhraseHit } from '../phrases';
import { toWords } from '../words';
import { type Concept, vocabulary } from './vocabulary';

/** What one field says of itself: for every concept how strongly, and in which words. */
export interface Reading {
  readonly facts: FieldFacts;
  readonly evidence: ReadonlyMap<Concept, Evidence>;
  /** The class chosen so far; passes over the sequence may change it. */
  readonly choice: Choice | null;
}

export interface Evidence {
  /** About 1 for one clear statement, 2 for two that agree. */
  readonly score: number;
  readonly why: readonly Message[];
}

export interface Choice {
  readonly pii: PiiClass;
  readonly score: number;
  readonly why: readonly Message[];
}

/** Collects evidence while a field is read. */
export class EvidenceBook {
  readonly #entries = new Map<
    Concept,
    { score: number; why: { weight: number; text: Message }[] }
  >();

  add(concept: Concept, weight: number, why: Message): void {
    const entry = this.#entries.get(concept);
    if (!entry) this.#entries.set(concept, { score: weight, why: [{ weight, text: why }] });
    else {
      entry.score += weight;
      entry.why.push({ weight, text: why });
    }
  }

  score(concept: Concept): number {
    return this.#entries.get(concept)?.score ?? 0;
  }

  done(): Map<Concept, Evidence> {
    return new Map(
      [...this.#entries].map(([concept, { score, why }]) => [
        concept,
        {
          score,
          why: why
            .sort((a, b) => b.weight - a.weight)
            .map(({ text }) => text)
            .slice(0, 4),
        },
      ]),
    );
  }
}

type TextSource = Extract<
  keyof FieldFacts,
  'label' | 'ariaLabel' | 'placeholder' | 'name' | 'id' | 'title' | 'nearby' | 'className'
>;

/** How much a place is trusted: what people read first, identifiers next, surroundings last. */
const TRUST: Readonly<Record<TextSource, number>> = {
  label: 1,
  ariaLabel: 0.9,
  placeholder: 0.7,
  name: 0.9,
  id: 0.6,
  title: 0.5,
  nearby: 0.4,
  className: 0.15,
};
const IDENTIFIERS: ReadonlySet<TextSource> = new Set(['name', 'id']);
const SOURCES = Object.keys(TRUST) as TextSource[]; // the keys of a literal record

/** A phrase that needs company: "name", "address", "code". */
const HINT = 0.45;
/** A phrase found inside a run-together identifier. */
const INSIDE = 0.75;
/** Words in a label beyond which each phrase says less. */
const SHORT_LABEL = 6;

/** Adds what the words in and around a field say. */
export function readWords(facts: FieldFacts, book: EvidenceBook): void {
  const seen = new Set<string>();
  for (const source of SOURCES) {
    const words = toWords(facts[source]);
    // The same words twice (label and aria-label, name and id) are one statement and a bit.
    const trust = trustIn(source, facts) * (seen.has(words) ? 0.5 : 1);
    if (words === '') continue;
    seen.add(words);
    for (const hit of strongest(hitsIn(words, source))) {
      const weight = trust * hit.weight * brevity(words, hit.phrase);
      book.add(hit.phrase.concept, weight, message(`pii.why.${source}`, hit.phrase.phrase));
    }
  }
}

/** What stands beside a field says little about it where it has a label of its own. */
const trustIn = (source: TextSource, facts: FieldFacts): number =>
  TRUST[source] * (source === 'nearby' && facts.label !== '' ? 0.5 : 1);

interface WeightedHit {
  readonly phrase: PhraseHit<Concept>;
  readonly weight: number;
}

function hitsIn(words: string, source: TextSource): WeightedHit[] {
  const hits = vocabulary().find(words);
  const isName = IDENTIFIERS.has(source);
  const weighted = hits.map((phrase) => {
    const weight = phrase.sure ? 1 : HINT;
    const isThing = isNameOfThing(words, phrase);
    if (isName) return { phrase, weight: weight * headness(words, phrase) * (isThing ? 0.5 : 1) };
    return isThing
      ? { phrase: { ...phrase, concept: 'not.thing' as const }, weight: 1 }
      : { phrase, weight };
  });
  if (!isName || hits.some(isClass)) return weighted;
  const inside = vocabulary().findInside(words);
  return [...weighted, ...inside.map((phrase) => ({ phrase, weight: INSIDE }))];
}

/**
 * Identifiers are paths from the general to the particular: in `billingAddress.lastName` the
 * address is where the field stands, and the last name is what it holds.
 */
function headness(words: string, hit: PhraseHit<Concept>): number {
  const tail = words.slice(hit.end).replace(TAIL_NOISE, '');
  if (tail.trim() === '') return 1;
  return vocabulary().find(tail.trim()).length > 0 ? 0.35 : 0.7;
}

const TAIL_NOISE =
  /(?: (?:\d+|[a-z]|field|input|text|txt|box|textbox|value|val|id|control|ctrl|el|form|default|new|js|required|without map|select|list))+$/;

/** "Property name", "Pet name": the name of a thing, where the word before says no person. */
function isNameOfThing(words: string, { concept, phrase, start }: PhraseHit<Concept>): boolean {
  if (concept !== 'name.full' || phrase !== 'name' || start === 0) return false;
  const before = words.slice(0, start).trim().split(' ').at(-1) ?? '';
  return /^[a-z]{3,}$/.test(before) && !BEFORE_NAME.has(before);
}

const BEFORE_NAME: ReadonlySet<string> = new Set(
  'enter the your our her his please and type real preferred legal required with own add first last full given write put complete provide insert student patient parent child owner member employee applicant'.split(
    ' ',
  ),
);

const isClass = ({ concept, sure }: PhraseHit<Concept>): boolean =>
  sure && !concept.startsWith('part.') && !concept.startsWith('about.');

function strongest(hits: readonly WeightedHit[]): Iterable<WeightedHit> {
  const best = new Map<Concept, WeightedHit>();
  for (const hit of hits) {
    const known = best.get(hit.phrase.concept);
    if (!known || hit.weight > known.weight) best.set(hit.phrase.concept, hit);
  }
  return best.values();
}

function brevity(words: string, hit: PhraseHit<Concept>): number {
  const count = words.split(' ').length;
  const phrase = hit.phrase.split(' ').length;
  return count <= SHORT_LABEL ? 1 : Math.max(0.3, (SHORT_LABEL * Math.sqrt(phrase)) / count);
}
