import type { PackedCells } from '../../heatmap/packed';

/** Heat that stands on elements of the page, wherever they are. Places are CSS px of the page now. */
export interface LiveHeat {
  /** Null: nothing was found yet, and what the source gives is drawn as it is. */
  readonly chunks: readonly PackedCells[] | null;
  /** The highest density anywhere on the page; 0: not found yet. */
  readonly peak: number;
  /** Once a frame, before painting: true where something has moved by itself. */
  follow(): boolean;
  /** Elements may lie elsewhere. */
  onLayout(): void;
  /** The background has to be told anew what was found. */
  tellAgain(): void;
}
