import { message } from '../../core/message';
import type { Judgement } from '../contract';
import { plain } from '../judgements';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import type { Place } from './place';

export { absent, masked, plain, unknown } from '../judgements';

/** Attributes are recorded as they stand, whatever text or inputs are masked, but for those that an option names. */
export function attributePlain(place: Place, dialect: Dialect, name: string): Judgement {
  const own = place.view && place.ownMasks?.attribute?.(place.view, name);
  if (own) return own;
  return plain(
    message('recorder.because.attributePlain', dialect.name, name),
    fixes.attribute(dialect, place, name),
  );
}
