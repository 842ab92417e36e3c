import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { masked, NAME, plain, unknown } from './judgements';
import { masksElement } from './masking';
import type { DatadogOptions } from './options';
import type { Place } from './place';

/** Text straight in an element, by the level of that element (`getTextContent`). */
export function text(
  place: Place,
  options: DatadogOptions,
  tag: string,
  asked: AskedValue | undefined,
): Judgement {
  const { level, isHtml } = place;
  if (isHtml && tag === 'script') return masked(message('recorder.because.script', NAME));
  if (tag === 'style') {
    return plain(message('recorder.because.styleText', NAME), fixes.remove('remove from CSS'));
  }
  if (isHtml && NEVER_MASKED.has(tag)) {
    return plain(message('recorder.because.datadog.listText'), fixes.hide(place, 'text'));
  }
  if (masksElement(place)) return masked(message('recorder.because.datadog.textMasked', level));
  if (level !== 'mask-unless-allowlisted') {
    return plain(message('recorder.because.datadog.textPlain', level), fixes.mask());
  }
  return unlessAllowed(options, asked);
}

/** Masking text that stands straight in these would break the lists that they make. */
const NEVER_MASKED: ReadonlySet<string> = new Set(['datalist', 'select', 'optgroup']);

/** The whole text of a node is looked up, in lower case; a part of it is not. */
function unlessAllowed({ allowlist }: DatadogOptions, asked: AskedValue | undefined): Judgement {
  if (allowlist === null || (!asked && allowlist.size > 0)) {
    return unknown(message('recorder.because.datadog.allowlistUnread'));
  }
  if (asked && (asked.whole.trim() === '' || allowlist.has(asked.whole.toLocaleLowerCase()))) {
    return plain(message('recorder.because.datadog.allowlisted'), fixes.mask());
  }
  return masked(message('recorder.because.datadog.textMasked', 'mask-unless-allowlisted'));
}
