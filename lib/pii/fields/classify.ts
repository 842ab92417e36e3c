import type { PiiClass } from '../../protocol/pii-classes';
import { PII_CLASSES } from '../../protocol/pii-classes';
import type { FieldFacts, FieldVerdict } from '../contract';
import { readDeclarations } from './declared';
import { canHold, SILENT_TYPES } from './gates';
import { readOptions } from './options';
import { type Choice, EvidenceBook, type Reading, readWords } from './reading';
import { readSequence } from './sequence';
import { isVetoed } from './vetoes';

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
export const ENOUGH = 0.36;

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
function choose({ facts, evidence }: Reading): Choice | null {
  let best: Choice | null = null;
  for (const [concept, { score, why }] of evidence) {
    if (!isPiiClass(concept) || score < ENOUGH || !canHold(facts, concept)) continue;
    if (!best || score > best.score) best = { pii: concept, score, why };
  }
  return best;
}

const CLASSES: ReadonlySet<string> = new Set(PII_CLASSES);
const isPiiClass = (concept: string): concept is PiiClass => CLASSES.has(concept);

function verdictOf({ choice }: Reading): FieldVerdict | null {
  if (!choice) return null;
  const confidence = Math.min(0.99, Math.max(0.3, choice.score / (choice.score + 0.35)));
  return { pii: choice.pii, confidence: Math.round(confidence * 100) / 100, why: choice.why };
}
