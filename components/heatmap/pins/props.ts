import type { RankedElement } from '../../../lib/protocol/heat';
import type { Pin, PlacedPin } from '../../../lib/protocol/pins';

/** An element of a table that a note can be written on. */
export type Pinnable = Pick<RankedElement, 'ref' | 'label' | 'role'>;

export interface PinsProps {
  /** Of this page, the first made first. */
  readonly pins: readonly PlacedPin[];
  /** False, as of `onEdit`: it was not saved, and why is said elsewhere. */
  readonly onAdd: (ref: number, note: string) => Promise<boolean>;
  readonly onEdit: (id: string, note: string) => Promise<boolean>;
  readonly onRemove: (id: string) => void;
  readonly onPutBack: (pin: Pin) => void;
}
