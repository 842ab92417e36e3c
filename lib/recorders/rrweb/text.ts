import { type Message, message } from '../../core/message';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import { writesValue } from './inputs';
import { absent, masked, plain, unknown } from './judgements';
import type { Place } from './place';

/** Text of an element, by the masks on it and around it. */
export function text(place: Place, dialect: Dialect): Judgement {
  const { name, options } = dialect;
  const { view } = place;
  if (view?.tag === 'script') {
    return dialect.recordsJsonLd
      ? unknown(message('recorder.because.jsonLd', name), null)
      : absent(message('recorder.because.script', name));
  }
  if (view?.tag === 'style') {
    return plain(message('recorder.because.styleText', name), fixes.remove('remove from CSS'));
  }
  if (
    view?.tag === 'textarea' &&
    (writesValue(view, dialect) || view.attribute('value') !== null)
  ) {
    return absent(message('recorder.because.textareaReplaced', name));
  }
  if (place.ownMasks) return place.ownMasks.text(place.inRoot);
  if (place.masked === null || (place.masked && options.maskTextFn)) {
    const decider = place.masked === null ? place.maskedBy : 'maskTextFn';
    return unknown(message('recorder.because.optionUnread', name, decider), null);
  }
  if (place.masked) {
    if (view && !place.inRoot && dialect.unmasks?.(view)) {
      return plain(message('recorder.because.unmaskedHere', name), fixes.block(dialect));
    }
    return place.maskedInside === true
      ? masked(message('recorder.because.textMasked', name, place.maskedBy))
      : unknown(
          message('recorder.because.maskedOutside', name, place.maskedBy),
          place.inRoot ? fixes.wrapText(dialect) : fixes.maskText(dialect),
        );
  }
  const reached = view?.hasLightChildren !== false;
  const mend = reached ? fixes.maskText(dialect) : fixes.wrapText(dialect);
  return plain(textPlainBecause(place, name), mend ?? fixes.block(dialect));
}

function textPlainBecause(place: Place, name: string): Message {
  if (place.idleMask) return message('recorder.because.idleMask', name);
  if (place.invalid) return message('recorder.because.invalidSelector', name, place.invalid);
  return message('recorder.because.textPlain', name);
}
