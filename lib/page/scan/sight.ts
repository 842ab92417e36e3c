import type { Message } from '../../core/message';
import type { TextMatch } from '../../pii';
import type { Trait } from '../../protocol/evidence';
import type { PiiClass } from '../../protocol/pii-classes';
import type { Channel } from '../../protocol/recorders';
import type { AskedValue } from '../../recorders/contract';
import type { Location } from '../locator';
import type { Place } from './place';

/** One personal value where it was seen. The raw value stays in this object and in this frame. */
export interface Sight {
  readonly place: Place;
  readonly channel: Channel;
  readonly attribute?: string;
  readonly match: Pick<TextMatch, 'pii' | 'confidence'> & { readonly why: readonly Message[] };
  readonly value: string;
  /** The whole text that the value was found in, where it is not all of it. */
  readonly whole?: string;
  readonly someoneElses?: boolean;
  readonly traits?: readonly Trait[];
  /** Where it is not the element of the place: the page itself. */
  readonly location?: Location;
}

/** What a recorder's rules may know of a value; undefined for a field that is empty now. */
export const askedValue = ({ value, whole }: Sight): AskedValue | undefined =>
  value === '' ? undefined : { whole: whole ?? value, part: value };

/** One value of the page, personal or not. */
export interface SeenValue {
  readonly place: Place;
  readonly channel: Channel;
  readonly attribute: string;
  readonly value: string;
  /** The class of the first personal part, or of the field; null: nothing personal. */
  readonly pii: PiiClass | null;
}

export type OnValue = (seen: SeenValue) => void;
