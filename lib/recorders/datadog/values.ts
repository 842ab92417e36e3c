import { message } from '../../core/message';
import type { Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain } from './judgements';
import { masksElement } from './masking';
import type { DatadogOptions } from './options';
import type { Place } from './place';

/** The value that a field holds, or will hold once somebody fills it in (`getElementInputValue`). */
export function value(place: Place): Judgement {
  const { view, level } = place;
  if (!view || !isField(place)) {
    return view?.attribute('value') != null
      ? asWritten(place)
      : absent(message('recorder.because.noValue', NAME));
  }
  if (isButton(place)) return buttonValue(place);
  if (masksElement(place)) return masked(message('recorder.because.datadog.valueMasked', level));
  return plain(message('recorder.because.datadog.valuePlain', level), fixes.mask());
}

/**
 * The `value` attribute gives way to the value of the field, masked or not. An empty field has none
 * to put in its place, so that the attribute is recorded as written, at every level.
 */
export function valueAttribute(place: Place): Judgement {
  const { view } = place;
  if (!view || !isField(place)) return asWritten(place);
  if (view.valueIsEmpty) {
    const because = message('recorder.because.attributeOfEmpty', NAME);
    return plain(because, fixes.hide(place, 'value'));
  }
  const held = value(place);
  return held.capture === 'plain' && view.valueIsAttribute === false
    ? absent(message('recorder.because.attributeReplaced', NAME))
    : held;
}

/** A masked option has no value to show: version 7 leaves it out, version 6 leaves it as written. */
export function optionValue(place: Place, { version6 }: DatadogOptions): Judgement {
  const { level } = place;
  if (!place.isHtml) return asWritten(place);
  if (!masksElement(place)) {
    return plain(message('recorder.because.datadog.valuePlain', level), fixes.mask());
  }
  return version6
    ? plain(message('recorder.because.datadog.optionValue'), fixes.hide(place, 'value'))
    : absent(message('recorder.because.datadog.valueMasked', level));
}

const isField = ({ view, isHtml }: Place): boolean =>
  isHtml && /^(input|textarea|select)$/.test(view?.tag ?? '');

const isButton = ({ view }: Place): boolean =>
  view?.tag === 'input' && /^(button|submit|reset)$/.test(view.type);

const buttonValue = (place: Place): Judgement =>
  plain(message('recorder.because.datadog.buttonValue'), fixes.hide(place, 'value'));

const asWritten = (place: Place): Judgement =>
  plain(
    message('recorder.because.datadog.attributePlain', 'value', place.level),
    fixes.hide(place, 'value'),
  );
