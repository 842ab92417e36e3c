import { redactSelector } from '../report/redact-selector';
import { isStableName } from '../report/stable-names';

/**
 * Whether a selector that somebody else wrote may be kept, shown and exported: the redactor finds
 * nothing in it, and what its attributes are compared with was written by a developer. A name or an
 * address of a person (`[title="Jane Doe"]`, `[href="mailto:…"]`) was not.
 */
export function isPlainSelector(selector: string): boolean {
  // Escapes could hide an address: `#jane\@acme\.com`.
  const bare = selector.replaceAll('\\', '');
  for (const [, value = ''] of selector.matchAll(ATTRIBUTE)) {
    if (!isPlainValue(value.replace(/^(["'])(.*)\1$/s, '$2'))) return false;
  }
  return redactSelector(bare) === bare;
}

/** Selectors have at most 1,000 characters (`AnchorSchema`). */
const ATTRIBUTE = /\[[^\]=]*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\]]*)/gs;

/** A name, or a path of names: `/shop/step-2`. A number of three digits may be a person's. */
const isPlainValue = (value: string): boolean =>
  value
    .replace(/^(?:https?:\/\/|[#.])/, '')
    .split('/')
    .every((part) => part === '' || /^\d{1,2}$/.test(part) || isStableName(part));
