import { recogniseValues } from '../pii/text/values';
import { isPersonal } from '../protocol/pii-classes';
import { SHAPES, type Shape } from './shapes';

/**
 * The one redactor for everything that is shown or exported: selectors, titles, labels, file names
 * and messages. Every personal value is replaced by its class in angle quotes (`‹email›`), the rest
 * stays as it was. Redacting twice changes nothing more. Text beyond 10,000 characters is cut: what
 * is not looked at is not shown.
 */
export function redactText(text: string): string {
  return text.slice(0, MAX_LENGTH).split(REDACTED).map(redactPart).join('');
}

const MAX_LENGTH = 10_000;

/** What the redactor itself has written; never looked into again. */
export const REDACTED = /(‹[a-z_.]+›)/;

/** A part between two replacements; odd ones are the replacements themselves. */
function redactPart(part: string, index: number): string {
  if (index % 2 === 1) return part;
  for (const shape of SHAPES) {
    const replaced = replaceShape(part, shape);
    // What is left on both sides is looked at again, apart from what was written here.
    if (replaced !== part) return redactText(replaced);
  }
  const replaced = replaceRecognised(part);
  return replaced === part ? part : redactText(replaced);
}

/** What the careful recognisers know besides: national ids, addresses, names by their context. */
function replaceRecognised(text: string): string {
  let redacted = '';
  let at = 0;
  for (const { start, end, pii } of recogniseValues(text).sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || !isPersonal(pii)) continue;
    redacted += `${text.slice(at, start)}‹${pii}›`;
    at = end;
  }
  return redacted + text.slice(at);
}

function replaceShape(text: string, { pattern, label, accept }: Shape): string {
  return text.replace(pattern, (hit: string) => (accept?.(hit) === false ? hit : `‹${label}›`));
}
