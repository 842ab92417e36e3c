import { message } from '../../core/message';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import { isAsWritten, isField, isInputMasked, maskingKey, writesValue } from './inputs';
import { absent, attributePlain, masked, plain, unknown } from './judgements';
import type { Place } from './place';

/** What fields hold: their values, the attributes that values give way to, and their placeholders. */

/** The value that a field holds, or will hold once somebody fills it in. */
export function value(place: Place, dialect: Dialect): Judgement {
  const { name, options } = dialect;
  const { view } = place;
  if (!view || !isField(view)) {
    return view?.attribute('value') != null
      ? attributePlain(place, dialect, 'value')
      : absent(message('recorder.because.noValue', name));
  }
  if (isAsWritten(view)) {
    return view.attribute('value') === null
      ? absent(message('recorder.because.noValue', name))
      : (ownAttribute(place) ??
          plain(message('recorder.because.asWritten', name), fixes.block(dialect)));
  }
  const key = maskingKey(view);
  switch (isInputMasked(view, dialect)) {
    case true:
      if (place.ownMasks) return place.ownMasks.value(view, key);
      return dialect.unmasks?.(view)
        ? plain(message('recorder.because.unmaskedHere', name), fixes.block(dialect))
        : masked(message('recorder.because.valueMasked', name, key));
    case null:
      return unknown(
        message(
          'recorder.because.optionUnread',
          name,
          options.maskInputs ? 'maskInputFn' : 'maskInputOptions',
        ),
        null,
      );
    default: {
      const ignored = options.ignoreClassName !== null && view.hasClass(options.ignoreClassName);
      const fix = fixes.maskInput(dialect, place, key);
      if (!ignored) return plain(message('recorder.because.valuePlain', name, key), fix);
      const because = message(
        'recorder.because.ignoreIsNotMask',
        name,
        options.ignoreClassName ?? '',
      );
      return { ...plain(because, fix), trap: 'ignore-is-not-mask' };
    }
  }
}

/** The `value` attribute as written in the markup: it stays unless the field's value replaces it. */
export function valueAttribute(place: Place, dialect: Dialect): Judgement {
  const { view } = place;
  const { name } = dialect;
  if (!view || !isField(view)) return attributePlain(place, dialect, 'value');
  if (!writesValue(view, dialect)) {
    const because = isAsWritten(view) ? 'asWritten' : 'attributeOfEmpty';
    return (
      ownAttribute(place) ??
      plain(message(`recorder.because.${because}`, name), fixes.block(dialect))
    );
  }
  // Nothing is selected, so the attribute gives way to an empty value.
  if (view.valueIsEmpty) return absent(message('recorder.because.attributeReplaced', name));
  const held = value(place, dialect);
  if (held.capture !== 'plain') return held;
  return view.valueIsAttribute === false && !dialect.options.maskAllElementAttributes
    ? absent(message('recorder.because.attributeReplaced', name))
    : held;
}

/** What the vendor's own masks say of a `value` attribute that is recorded as written. */
const ownAttribute = ({ view, ownMasks }: Place): Judgement | null =>
  (view && ownMasks?.attribute?.(view, 'value')) ?? null;

/** As written, unless the vendor masks it along with the value of its field. */
export function placeholder(place: Place, dialect: Dialect): Judgement {
  const { view, ownMasks } = place;
  const isMasked =
    dialect.masksPlaceholders &&
    (view?.tag === 'input' || view?.tag === 'textarea') &&
    isInputMasked(view, dialect) === true;
  if (!view || !isMasked) return attributePlain(place, dialect, 'placeholder');
  return (
    ownMasks?.value(view, maskingKey(view)) ??
    masked(message('recorder.because.placeholderMasked', dialect.name))
  );
}
