import { cap } from './cap';
import { redactName } from './redact-name';
import { redactText } from './redact-text';

/**
 * Options that a page wrote, as they may be handed on: keys and texts through the redactor, and
 * nothing that JSON does not hold. What lies deeper than 8 objects is left out.
 */
export function redactJson(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return redactObject(value, 0);
}

const DEEPEST = 8;
/** Options are short; a list or an object beyond this is data. */
const MOST = 200;

function redactObject(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, MOST);
  return Object.fromEntries(
    entries.map(([key, inner]) => [cap(redactName(key), 80), redactValue(inner, depth + 1)]),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cap(redactName(value), 1000);
  if (typeof value === 'boolean' || Number.isFinite(value)) return hideNumber(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null;
  if (Array.isArray(value)) {
    return value.slice(0, MOST).map((inner) => redactValue(inner, depth + 1));
  }
  return redactObject(value, depth);
}

/** A long number is as good an id as a text is. */
const hideNumber = (value: unknown): unknown =>
  redactText(String(value)) === String(value) ? value : null;
