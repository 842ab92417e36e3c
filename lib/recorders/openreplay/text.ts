import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain, unread } from './judgements';
import type { OpenreplayOptions } from './options';
import type { Place } from './place';

/** Text of an element, by its level and by what stands in the text (`Sanitizer.sanitize`). */
export function text(
  place: Place,
  options: OpenreplayOptions,
  asked: AskedValue | undefined,
): Judgement {
  const { view, level } = place;
  if (level === 2) return absent(message('recorder.because.openreplay.hidden'));
  if (view?.tag === 'style') {
    return plain(message('recorder.because.styleText', NAME), fixes.remove('remove from CSS'));
  }
  if (level === 1)
    return masked(message('recorder.because.openreplay.textMasked', maskedBy(place)));
  const covered = asked ? coveredBy(asked, options) : null;
  if (covered) return masked(message('recorder.because.openreplay.partMasked', covered));
  if (options.domSanitizer) return unread('domSanitizer');
  // A shadow root is asked about through its host, which may have a mark that does not count here.
  const fix =
    view?.attribute('data-openreplay-obscured') == null ? fixes.obscure() : fixes.wrapText();
  return plain(message('recorder.because.openreplay.textPlain'), fix);
}

export const maskedBy = ({ marked }: Place): string =>
  marked ? 'data-openreplay-obscured' : 'privateMode';

/**
 * The option that covers the part asked about, where not a word of it is left as it was: addresses
 * of mail become asterisks, digits zeros. Null: something is left.
 */
export function coveredBy(
  { whole, part }: AskedValue,
  { textEmails, textNumbers }: OpenreplayOptions,
): string | null {
  if (!textEmails && !textNumbers) return null;
  const words = wordsAround(whole, part).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const isMail = (word: string): boolean => textEmails && holdsMail(word);
  const isNumber = (word: string): boolean => textNumbers && /\d/.test(word);
  if (words.length === 0 || !words.every((word) => isMail(word) || isNumber(word))) return null;
  return words.some(isMail) ? 'obscureTextEmails' : 'obscureTextNumbers';
}

/** The words that a part of a text is made of, each as long as it is in the text. */
function wordsAround(whole: string, part: string): string[] {
  const at = whole.indexOf(part);
  if (at < 0) return whole.split(/\s+/);
  let from = at;
  let to = at + part.length;
  while (from > 0 && !/\s/.test(whole.charAt(from - 1))) from -= 1;
  while (to < whole.length && !/\s/.test(whole.charAt(to))) to += 1;
  return whole.slice(from, to).split(/\s+/);
}

/** Whether `[^\s@]+@[^\s@]+\.[^\s@]+` is found in a word, without a pattern that backtracks. */
function holdsMail(word: string): boolean {
  const pieces = word.split('@');
  return pieces.some((piece, index) => index > 0 && pieces[index - 1] !== '' && hasInnerDot(piece));
}

/** A dot with something before and after it. */
const hasInnerDot = (piece: string): boolean => {
  const dot = piece.indexOf('.', 1);
  return dot > 0 && dot < piece.length - 1;
};
