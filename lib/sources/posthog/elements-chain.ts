import type { PathElement } from '../element-path';
import { MAX_PATH, toPathElement } from './element';

/**
 * Reads `elements_chain`, PostHog's one-line form of the clicked element and those around it:
 * `a.btn:attr__data-test="buy"href="/buy"nth-of-type="1";li:nth-of-type="2"`. From the clicked element
 * up. What cannot be read is left out; texts are skipped. The form is written by `elements_to_string`
 * in PostHog's models/element/element.py: quotes in values are escaped, classes are not.
 */
export function readElementsChain(chain: string): PathElement[] {
  return split(chain.slice(0, MAX_LENGTH)).flatMap((part) => {
    const tag = /^(?:[A-Za-z][\w-]*|(?=[.:]))/.exec(part)?.[0];
    if (tag === undefined) return [];
    const attributes: Record<string, string> = Object.create(null);
    for (const [, name = '', value = ''] of part.matchAll(ATTRIBUTE)) {
      if (name !== 'text') attributes[name] = value.replace(/\\(["\\])/g, '$1');
    }
    const element = toPathElement({
      tag_name: tag,
      attr_id: attributes.attr_id ?? null,
      href: attributes.href ?? null,
      nth_of_type: Number(attributes['nth-of-type']),
      attributes,
    });
    return [element];
  });
}

/** PostHog's recorder cuts texts and names; a hundred elements of some hundred attributes are shorter. */
const MAX_LENGTH = 100_000;

/** Begins at a name's first character alone: a long name is not looked at again from every letter. */
const ATTRIBUTE = /(?<![\w-])([\w-]+)="((?:[^"\\]|\\.)*)"/g;

/** At semicolons outside of quotes. */
function split(chain: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < chain.length && parts.length < MAX_PATH; at++) {
    const char = chain[at];
    if (char === '\\' && isQuoted) at += 1;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === ';' && !isQuoted) {
      parts.push(chain.slice(from, at));
      from = at + 1;
    }
  }
  if (parts.length < MAX_PATH) parts.push(chain.slice(from));
  return parts;
}
