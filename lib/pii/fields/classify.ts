import type { PiiClass } from '../../protocol/pii-classes';
import { PII_CLASSES } from '../../protocol/pii-classes';
import type { FieldFacts, FieldVerdict } from '../contract';
import { readDeclarations } from './declared';
import { canHold, SILENT_TYPES } from './gates';
import { readOptions } from './options';
import { type Choice, EvidenceBook, isSearchForm, type Reading, readWords } from './reading';
import { readSequence } from './sequence';
import { isVetoed } from './vetoes';
import type { Concept } from './vocabulary';

/**
 * Says for each field of a page what it asks of a person, or null where it asks for nothing
 * personal that we know. Fields come in document order, since neighbours explain each other:
 * a field is first read by itself (words, attributes, options), vetoed where it only looks
 * personal, and then read again in its sequence (split card numbers, birth dates, log-ins).
 *
 * @param fields all controls of one document or frame, in document order.
 * @returns one verdict per field, in the same order.
 */
export function classifyFields(fields: readonly FieldFacts[]): (FieldVerdict | null)[] {
  return readSequence(fields.map(readField)).map(verdictOf);
}

/** Evidence below this is a guess, and a guess is not a verdict. */
export const ENOUGH = 0.4;

function readField(facts: FieldFacts): Reading {
  if (SILENT_TYPES.has(facts.type)) return { facts, evidence: new Map(), choice: null };
  const book = new EvidenceBook();
  readWords(facts, book);
  readDeclarations(facts, book);
  readOptions(facts, book);
  const evidence = book.done();
  const reading = { facts, evidence, choice: null };
  return isVetoed(reading) ? reading : { ...reading, choice: choose(reading) };
}

/** The class with the strongest evidence among those that this control can hold. */
function choose(reading: Reading): Choice | null {
  const { facts, evidence } = reading;
  let best: Choice | null = null;
  for (const [concept, { score, why }] of evidence) {
    if (!isPiiClass(concept) || !canHold(facts, concept)) continue;
    const points = score * plausibility(reading, concept);
    if (points >= ENOUGH && (!best || points > best.score))
      best = { pii: concept, score: points, why };
  }
  return best;
}

/** How far other evidence about the same field leaves room for a class, from 0 to 1. */
function plausibility({ facts, evidence }: Reading, pii: PiiClass): number {
  const score = (concept: Concept): number => evidence.get(concept)?.score ?? 0;
  // "Forgot your password?" is written over boxes for email addresses.
  if (pii === 'password' && facts.type !== 'password') return 0.5;
  // "Find your address" is a way to enter one.
  if (pii === 'search' && !isSearchForm(facts) && ADDRESS.some((part) => score(part) >= 0.42))
    return 0.2;
  // "Posts by user name" in a form that searches is a way to search.
  if (IN_SEARCHES.has(pii) && isSearchForm(facts) && score('search') >= 0.9) return 0.5;
  // "Text" or "info" in the name of a single line is any text; messages are written into more room.
  if (pii === 'message' && facts.tag === 'input' && evidence.get('message')?.sure === false)
    return 0.4;
  // In a text box, "title" is as often that of a text or of a job.
  if (pii === 'name.prefix' && facts.tag === 'input' && facts.options.length === 0) return 0.4;
  if (NAMES.has(pii) && score('card.name') >= 0.7) return 0.4;
  return 1;
}

const ADDRESS: readonly Concept[] = ['address.street', 'address.postal'];
const IN_SEARCHES: ReadonlySet<PiiClass> = new Set(['username', 'name.full', 'message_subject']);
const NAMES: ReadonlySet<PiiClass> = new Set([
  'name.full',
  'name.given',
  'name.family',
  'card.number',
]);

const CLASSES: ReadonlySet<string> = new Set(PII_CLASSES);
const isPiiClass = (concept: string): concept is PiiClass => CLASSES.has(concept);

function verdictOf({ choice }: Reading): FieldVerdict | null {
  if (!choice) return null;
  const confidence = Math.min(0.99, Math.max(0.3, choice.score / (choice.score + 0.35)));
  return { pii: choice.pii, confidence: Math.round(confidence * 100) / 100, why: choice.why };
}
