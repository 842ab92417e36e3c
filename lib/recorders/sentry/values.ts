import { message } from '../../core/message';
import type { Judgement, NodeView } from '../contract';
import { recorderName } from '../names';
import { isUnmasked } from './attribute-masks';
import { attributeOf } from './attributes';
import * as fixes from './fixes';
import { absent, masked, plain, unread } from './judgements';
import { fieldType, isFieldMasked, isMasked } from './masking';
import type { SentryOptions } from './options';
import type { Place } from './place';
import { maskedBecause, plainBecause } from './text';

const NAME = recorderName('sentry');
const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'option']);

const isField = (view: NodeView): boolean => FIELDS.has(view.tag);
const isButton = (view: NodeView): boolean => /^(submit|button)$/.test(fieldType(view));

/** The value that a field holds, or will hold once somebody fills it in. */
export function value(place: Place, options: SentryOptions): Judgement {
  const { view } = place;
  if (!view || !isField(view)) {
    return view?.attribute('value') != null
      ? attributeOf(place, options, 'value')
      : absent(message('recorder.because.noValue', NAME));
  }
  const type = fieldType(view);
  if (isButton(view)) return buttonValue(place, view, options);
  if (/^(radio|checkbox)$/.test(type) && !view.attribute('value')) {
    return absent(message('recorder.because.noValue', NAME));
  }
  const is = isMasked(place, isFieldMasked(view, options));
  if (is === null) return unread(place.markedBy);
  return is
    ? masked(maskedBecause(place, type))
    : plain(plainBecause(place, type), fixes.mask(place) ?? fixes.block(place, options));
}

/** The label of a button is an attribute; marks around it do not count. */
function buttonValue(place: Place, view: NodeView, options: SentryOptions): Judgement {
  if (!view.attribute('value')) return absent(message('recorder.because.noValue', NAME));
  const byText = options.maskAllText && /^(submit|button)$/.test(view.attribute('type') ?? '');
  const named = options.maskAttributes?.includes('value') ?? null;
  const opened = isUnmasked(view, options);
  if (opened !== true && (byText || named !== false)) {
    if (opened === null) return unread('unmask');
    if (!byText && named === null) return unread('maskAttributes');
    return masked(message('recorder.because.sentry.buttonMasked'));
  }
  const fix = fixes.block(place, options);
  return plain(message('recorder.because.sentry.buttonPlain'), fix);
}

/** A field's `value` attribute always gives way to what the field holds, be it empty. */
export function valueAttribute(place: Place, options: SentryOptions): Judgement {
  const { view } = place;
  if (!view || !isField(view)) return attributeOf(place, options, 'value');
  const held = value(place, options);
  if (view.tag === 'option' || isButton(view)) return held;
  const isEmpty = /^(radio|checkbox)$/.test(fieldType(view)) ? false : view.valueIsEmpty;
  if (isEmpty) return absent(message('recorder.because.attributeReplaced', NAME));
  if (held.capture !== 'plain') return held;
  return view.valueIsAttribute === false
    ? absent(message('recorder.because.attributeReplaced', NAME))
    : held;
}
