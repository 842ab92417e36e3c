import type { Pin, PlacedPin } from '../../../lib/protocol/pins';

export interface PinsProps {
  /** Of this page, the first made first. */
  readonly pins: readonly PlacedPin[];
  readonly onAdd: (ref: number, note: string) => void;
  readonly onEdit: (id: string, note: string) => void;
  readonly onRemove: (id: string) => void;
  readonly onPutBack: (pin: Pin) => void;
}
