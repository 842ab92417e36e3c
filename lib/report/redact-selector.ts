import { redactText } from './redact-text';

/**
 * A selector as it may be shown. Values of attributes that hold words for people are dropped (the
 * selector then names the attribute alone), and personal values in the rest are replaced by their
 * class. Our own locator writes selectors that need no change.
 */
export function redactSelector(selector: string): string {
  return redactText(selector.replace(WORDS, '[$1]')).slice(0, MAX_LENGTH);
}

const MAX_LENGTH = 1000;

/** `[title="…"]` and its like, with or without quotes. */
const WORDS =
  /\[\s*(aria-label|aria-description|aria-valuetext|alt|title|placeholder|value|content|label|srcdoc)\s*[~|^$*]?=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\]]*)\s*[is]?\s*\]/gi;
