import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain } from './judgements';
import type { ClarityOptions } from './options';
import type { Place } from './place';
import { redactedOnClick } from './redact';

/** What Clarity sends beside the nodes: addresses, texts of clicks. */

/** @param name of the query parameter; `#` for the fragment, empty for the path. */
export function pageUrl({ drop }: ClarityOptions, name: string): Judgement {
  if (name && drop.includes(name)) {
    return masked(message('recorder.because.clarity.dropped', name));
  }
  const fix = name && name !== '#' ? fixes.drop(name) : fixes.rewriteUrl();
  return plain(message('recorder.because.clarity.pageUrl'), fix);
}

export const resourceUrl = (): Judgement => absent(message('recorder.because.clarity.resourceUrl'));

export const consoleText = (): Judgement => absent(message('recorder.because.noConsole', NAME));

/** A click tells the text in what was clicked by the privacy of that alone: masked text goes along. */
export function clickedText(place: Place, asked: AskedValue | undefined): Judgement {
  const { level, by } = place.privacy;
  if (level !== 'none' && level !== 'sensitive') {
    return masked(message('recorder.because.clarity.clickMasked', by));
  }
  const told = asked ? redactedOnClick(asked) : 'plain';
  if (told === 'absent') return absent(message('recorder.because.clarity.clickCut'));
  if (told === 'redacted' && level === 'sensitive') {
    return masked(message('recorder.because.clarity.redacted'));
  }
  return plain(message('recorder.because.clarity.clickPlain'), fixes.mask(place));
}
