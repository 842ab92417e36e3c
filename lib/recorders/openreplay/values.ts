import { message } from '../../core/message';
import type { AskedValue, Judgement, NodeView } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain, unread } from './judgements';
import type { OpenreplayOptions } from './options';
import type { Place } from './place';
import { maskedBy } from './text';

/** The value that a field holds, or will hold once somebody fills it in (`getInputValue`). */
export function value(
  place: Place,
  options: OpenreplayOptions,
  asked: AskedValue | undefined,
): Judgement {
  const { view, level } = place;
  if (!view || !tellsValue(view)) return asAttribute(place);
  if (view.type === 'password') {
    return absent(message('recorder.because.openreplay.valueHidden', 'type="password"'));
  }
  if (level === 2) {
    return absent(message('recorder.because.openreplay.valueHidden', 'data-openreplay-hidden'));
  }
  if (level === 1)
    return masked(message('recorder.because.openreplay.valueMasked', maskedBy(place)));
  const { inputMode } = options;
  if (inputMode === 2) {
    return absent(message('recorder.because.openreplay.valueHidden', 'defaultInputMode'));
  }
  if (inputMode === 1) {
    return masked(message('recorder.because.openreplay.valueMasked', 'defaultInputMode'));
  }
  const covered = inputMode === 0 ? coveredBy(view, options, asked) : null;
  if (covered) return masked(message('recorder.because.openreplay.valueMasked', covered));
  if (options.domSanitizer) return unread('domSanitizer');
  return plain(message('recorder.because.openreplay.valuePlain'), fixes.obscure());
}

/** The option that covers a value for its type or for what is in it. */
function coveredBy(
  { type }: NodeView,
  { inputDates, inputEmails, inputNumbers }: OpenreplayOptions,
  asked: AskedValue | undefined,
): string | null {
  const whole = asked?.whole ?? '';
  if (inputNumbers && type !== 'date' && /\d{4}/.test(whole)) return 'obscureInputNumbers';
  if (inputDates && type === 'date') return 'obscureInputDates';
  return inputEmails && (type === 'email' || whole.includes('@')) ? 'obscureInputEmails' : null;
}

/** Fields whose value is told apart from their attributes. */
const tellsValue = ({ tag, type }: NodeView): boolean =>
  tag === 'textarea' || tag === 'select' || (tag === 'input' && TOLD.has(type));

const TOLD: ReadonlySet<string> = new Set(
  'text password email search number range date tel time'.split(' '),
);

/** Inputs whose `value` attribute is kept, since it is their label or says which one they are. */
const KEPT: ReadonlySet<string> = new Set('button reset submit checkbox radio'.split(' '));

/** The `value` attribute as written, whatever the level of the element. */
export function asAttribute(place: Place): Judgement {
  const { view } = place;
  if (place.hiddenAbove) return absent(message('recorder.because.openreplay.hidden'));
  if (view?.attribute('value') == null) return absent(message('recorder.because.noValue', NAME));
  if (view.tag === 'input' && !place.isSvg && !KEPT.has(view.type)) {
    return absent(message('recorder.because.openreplay.valueDropped', view.type));
  }
  return plain(
    message('recorder.because.openreplay.attributePlain', 'value'),
    fixes.hideAround(place, 'value'),
  );
}
