import { REDACTED, redactText } from './redact-text';
import { looksRandom } from './shapes';

/**
 * A name of a cookie, a storage key or a header, as it may be shown. Sites put ids of people into
 * names, so parts that look generated are replaced as well: `user_8f2c1b9a7e60` is `user_‹id›`.
 */
export function redactName(name: string): string {
  return redactText(name)
    .split(REDACTED)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(WORD, hideRandom)))
    .join('');
}

const WORD = /[A-Za-z0-9]{12,}/g;
const hideRandom = (word: string): string => (looksRandom(word) ? '‹id›' : word);
