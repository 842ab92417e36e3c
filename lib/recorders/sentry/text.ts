import { type Message, message } from '../../core/message';
import type { Judgement } from '../contract';
import { recorderName } from '../names';
import * as fixes from './fixes';
import { absent, masked, plain, unread } from './judgements';
import { isForced, isMasked } from './masking';
import type { SentryOptions } from './options';
import type { Place } from './place';

const NAME = recorderName('sentry');

/** Text in an element, or straight in its shadow root. */
export function text(place: Place, options: SentryOptions): Judgement {
  const { view } = place;
  if (place.inRoot) {
    return plain(message('recorder.because.sentry.rootText'), fixes.wrapText());
  }
  if (view?.tag === 'style') {
    return plain(message('recorder.because.styleText', NAME), fixes.remove('remove from CSS'));
  }
  if (view?.tag === 'textarea') return areaText(place, options);
  if (view?.tag === 'option') {
    // Masked as text, then as part of a field: either is enough, and the second has no callback.
    const asField = isMasked(place, options.maskAllInputs);
    if (asField === true) return masked(maskedBecause(place, 'option'));
    // Without a value of its own its text is recorded as its value, which text masks do not cover.
    if (asField === false && view.attribute('value') === null) {
      return plain(plainBecause(place, 'option'), fixes.mask(place) ?? fixes.block(place, options));
    }
  }
  const is = isMasked(place, options.maskAllText);
  if (is === null) return unread(place.markedBy);
  if (!is) return plain(plainBecause(place), fixes.mask(place) ?? fixes.block(place, options));
  return options.maskFn ? unread('maskFn') : masked(maskedBecause(place, ''));
}

/** The default text of a text area is masked with the inputs, whatever mark stands there. */
function areaText(place: Place, options: SentryOptions): Judgement {
  const is = options.maskAllInputs ? true : isMasked(place, options.maskAllText);
  if (is === null) return unread(place.markedBy);
  if (!is) return plain(plainBecause(place), fixes.mask(place) ?? fixes.block(place, options));
  if (options.maskFn) return unread('maskFn');
  return masked(
    options.maskAllInputs ? message('recorder.because.sentry.formText') : maskedBecause(place, ''),
  );
}

/** Asked of the title element where it is known, else of the document as a whole. */
export function documentTitle(place: Place, options: SentryOptions): Judgement {
  const asked = place.view?.tag === 'title' ? place : atTitle(place, options);
  const judgement = text(asked, options);
  const mend = place.invalid === 'mask' ? judgement.fix : fixes.maskTitle();
  return judgement.capture === 'plain' ? { ...judgement, fix: mend } : judgement;
}

function atTitle(place: Place, { mask, unmask }: SentryOptions): Place {
  if (place.mark !== 'none') return place;
  const markedBy = (selectors: string): string | undefined =>
    selectors.split(',').find((part) => TITLE_SELECTORS.has(part.trim()));
  if (mask === null || unmask === null) {
    return { ...place, mark: 'unread', markedBy: mask === null ? 'mask' : 'unmask' };
  }
  const byMask = markedBy(mask);
  if (byMask) return { ...place, mark: 'mask', markedBy: byMask };
  const byUnmask = markedBy(unmask);
  return byUnmask ? { ...place, mark: 'unmask', markedBy: byUnmask } : place;
}

const TITLE_SELECTORS: ReadonlySet<string> = new Set([
  '*',
  'html',
  'head',
  'title',
  'head > title',
]);

/** A click notes the texts straight in what was clicked, as they were recorded. */
export function clickedText(place: Place, options: SentryOptions): Judgement {
  if (options.eventCallback) return unread('beforeAddRecordingEvent');
  if (place.inRoot) return absent(message('recorder.because.sentry.click'));
  const judgement = text(place, options);
  return { ...judgement, because: message('recorder.because.sentry.click') };
}

export function maskedBecause(place: Place, type: string): Message {
  if (place.view && isForced(place.view)) {
    return message('recorder.because.sentry.forced', place.view.attribute('autocomplete') ?? '');
  }
  if (place.mark === 'mask') return message('recorder.because.textMasked', NAME, place.markedBy);
  return type
    ? message('recorder.because.sentry.valueByDefault', type)
    : message('recorder.because.sentry.textByDefault');
}

export function plainBecause(place: Place, type = ''): Message {
  if (place.mark === 'unmask') {
    return message('recorder.because.sentry.unmasked', place.markedBy);
  }
  if (place.invalid) return message('recorder.because.invalidSelector', NAME, place.invalid);
  return type
    ? message('recorder.because.sentry.valuePlain', type)
    : message('recorder.because.textPlain', NAME);
}
