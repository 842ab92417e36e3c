import type { NodeView } from '../contract';
import type { Tri } from '../rrweb/place';
import { FORCED_AUTOCOMPLETE, NOT_ALL_INPUTS } from './defaults';
import type { SentryOptions } from './options';
import type { Place } from './place';

/** The nearest mark decides, and where there is none, the option for what is asked about. */
export function isMasked(place: Place, byDefault: boolean): Tri {
  if (place.view && isForced(place.view)) return true;
  if (place.mark === 'none') return byDefault;
  return place.mark === 'unread' ? null : place.mark === 'mask';
}

export const isForced = (view: NodeView): boolean =>
  view.tag === 'input' && FORCED_AUTOCOMPLETE.has(view.attribute('autocomplete') ?? '');

/** The type that decides about masking: a field that once was a password keeps counting as one. */
export function fieldType(view: NodeView): string {
  if (view.attribute('data-rr-is-password') !== null) return 'password';
  return view.tag === 'input' ? view.type.toLowerCase() : view.tag;
}

/** Whether the options mask the value of a field, apart from marks. Passwords always, labels of files never. */
export function isFieldMasked(view: NodeView, { maskAllInputs }: SentryOptions): boolean {
  const type = fieldType(view);
  return type === 'password' || (maskAllInputs && !NOT_ALL_INPUTS.has(type));
}
