import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain, unknown, unread } from './judgements';
import type { ClarityOptions } from './options';
import type { Place } from './place';
import { isRedacted } from './redact';

/** Text of an element, by its privacy; style sheets are always as they are. */
export function text(
  place: Place,
  options: ClarityOptions,
  asked: AskedValue | undefined,
): Judgement {
  const { view, privacy } = place;
  if (place.isIgnored) return ofScript(place);
  if (view?.tag === 'style') {
    return plain(message('recorder.because.styleText', NAME), fixes.remove('from CSS'));
  }
  const judgement = byPrivacy(place, asked);
  const isOpened = options.overrides && judgement.capture !== 'plain' && privacy.level !== 'none';
  return isOpened ? unread('unmask') : judgement;
}

/** Text, and values of fields that nobody types in. */
export function byPrivacy(place: Place, asked: AskedValue | undefined): Judgement {
  const { level, by } = place.privacy;
  if (level === 'none') {
    return plain(message('recorder.because.clarity.opened', by), fixes.mask(place));
  }
  if (level !== 'sensitive') return masked(message('recorder.because.clarity.masked', by));
  return asked && isRedacted(asked)
    ? masked(message('recorder.because.clarity.redacted'))
    : plain(message('recorder.because.clarity.textPlain'), fixes.mask(place));
}

/** Some of the data that a page describes itself with is sent. */
function ofScript({ view }: Place): Judgement {
  const isData = view?.tag === 'script' && view.attribute('type') === 'application/ld+json';
  return isData
    ? unknown(message('recorder.because.clarity.jsonLd'))
    : absent(message('recorder.because.clarity.ignored'));
}

/** The title of the page goes out twice: with its address, and as a text that no mask covers. */
export const documentTitle = (): Judgement =>
  plain(message('recorder.because.clarity.title'), fixes.remove('from the title'));
