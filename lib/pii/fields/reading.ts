import { type Message, message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import type { FieldFacts } from '../contract';
import type { PhraseHit } from '../phrases';
import { toWords } from '../words';
import { isOfThing } from './things';
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
  /** Whether anything said it by itself, rather than only hinted at it. */
  readonly sure: boolean;
}

export interface Choice {
  readonly pii: PiiClass;
  readonly score: number;
  readonly why: readonly Message[];
}

/** Collects evidence while a field is read. */
export class EvidenceBook {
  readonly #entries = new Map<Concept, Entry>();

  add(concept: Concept, weight: number, why: Message, sure = true): void {
    const entry = this.#entries.get(concept) ?? { score: 0, why: [], sure: false };
    entry.score += weight;
    entry.why.push({ weight, text: why });
    entry.sure ||= sure;
    this.#entries.set(concept, entry);
  }

  done(): Map<Concept, Evidence> {
    return new Map(
      [...this.#entries].map(([concept, { score, why, sure }]) => [
        concept,
        {
          score,
          sure,
          why: why
            .sort((a, b) => b.weight - a.weight)
            .map(({ text }) => text)
            .slice(0, 4),
        },
      ]),
    );
  }
}

interface Entry {
  score: number;
  sure: boolean;
  readonly why: { weight: number; text: Message }[];
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

/** Adds what the words in and around a field say, and the purpose of its form. */
export function readWords(facts: FieldFacts, book: EvidenceBook): void {
  const seen = new Set<string>();
  if (isSearchForm(facts)) book.add('search', 0.3, message('pii.why.form', 'search'));
  for (const source of SOURCES) {
    const words = toWords(facts[source]);
    // The same words twice (label and aria-label, name and id) are one statement and a bit.
    const trust = trustIn(source, facts) * (seen.has(words) ? 0.5 : 1);
    if (words === '') continue;
    seen.add(words);
    for (const hit of strongest(compose(hitsIn(words, source), source))) {
      const weight = trust * hit.weight * brevity(words, hit.phrase);
      const why = message(`pii.why.${source}`, hit.phrase.phrase);
      book.add(hit.phrase.concept, weight, why, hit.phrase.sure);
    }
  }
}

/** Whether the form around a text box says that it searches. */
export const isSearchForm = ({ form, tag }: FieldFacts): boolean =>
  tag === 'input' &&
  vocabulary()
    .find(toWords(form))
    .some(({ concept, sure }) => concept === 'search' && sure);

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
    const weight = (phrase.sure ? 1 : HINT) * shortness(words, phrase, isName);
    const isThing = isOfThing(words, phrase);
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
 * Words of two or three letters mean something else in the next language ("by", "lon", "il").
 * They count as a label of their own, and in identifiers where they are the usual abbreviation.
 */
function shortness(words: string, { start, end }: PhraseHit<Concept>, isName: boolean): number {
  if (end - start > 3 || !/^[a-z]+$/.test(words.slice(start, end))) return 1;
  if (ABBREVIATIONS.has(words.slice(start, end))) return 1;
  return isName ? 0 : words.split(' ').length <= 2 ? 1 : 0.3;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'tel fax zip dob ssn sin cvv cvc cvn csc ccv otp pin plz cap cep cpf dni nif nie psc sex vat age apt pwd pw mfa tan bic rut nip tin uid usr nom rue via cp exp pan gsm mob day mm dd yy q s url ad bsn qty sku vin'.split(
    ' ',
  ),
);

/**
 * Identifiers are paths from the general to the particular: in `billingAddress.lastName` the
 * address is where the field stands, and the last name is what it holds.
 */
function headness(words: string, hit: PhraseHit<Concept>): number {
  const tail = words.slice(hit.end).replace(TAIL_NOISE, '').trim();
  if (tail === '' || hit.concept === 'search') return 1;
  const after = vocabulary().find(tail).filter(isAnything);
  if (after.some(({ concept }) => concept !== hit.concept)) return 0.35;
  return after.length > 0 ? 1 : 0.7;
}

const TAIL_NOISE =
  /(?: (?:\d+|[a-z]|field|input|text|txt|box|textbox|value|val|id|control|ctrl|el|form|code|number|no|nr|num|default|new|js|required|without map|select|list))+$/;

/**
 * What two things in one label are together: "username or email", "first and last name", "name on
 * card". So each language needs its words alone, not every way to join them.
 */
function compose(hits: readonly WeightedHit[], source: TextSource): readonly WeightedHit[] {
  if (hits.length < 2 || IDENTIFIERS.has(source)) return hits;
  const has = (concept: Concept): boolean => hits.some(({ phrase }) => phrase.concept === concept);
  for (const [whole, one, other] of COMPOSED) {
    if (!one.some(has) || !other.some(has)) continue;
    const parts = new Set<Concept>([...one, ...other]);
    const joined = hits.filter(({ phrase }) => parts.has(phrase.concept));
    const first = joined[0];
    if (!first || joined.every(({ phrase }) => phrase.start === first.phrase.start)) continue;
    const rest = hits.filter(({ phrase }) => !parts.has(phrase.concept));
    return [...rest, { phrase: { ...first.phrase, concept: whole, sure: true }, weight: 1 }];
  }
  return hits;
}

const COMPOSED: readonly (readonly [Concept, readonly Concept[], readonly Concept[]])[] = [
  ['card.name', ['name.full', 'name.given', 'name.family'], ['part.card', 'card.number']],
  ['username_or_email', ['username'], ['email']],
  ['username_or_email', ['email'], ['phone']],
  ['name.full', ['name.given'], ['name.family']],
  ['name.full', ['name.full'], ['name.family', 'name.given']],
];

const isAnything = ({ concept }: PhraseHit<Concept>): boolean =>
  !concept.startsWith('part.') && !concept.startsWith('about.');
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
