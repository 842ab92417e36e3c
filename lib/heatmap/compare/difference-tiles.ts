import { type Cells, emptyCells, setCell } from '../cells';
import { planTiles, type TileInfo } from '../tiles';
import type { MapDifference } from './compare-maps';

export interface DifferenceTiles {
  /** Squares that are called different; `count` holds B less A, a share. Sorted as the tiles are. */
  readonly sorted: Cells;
  readonly tiles: TileInfo[];
  /** Less in B, more in B. */
  readonly less: number;
  readonly more: number;
  /** The largest of them, 0 to 1. */
  readonly most: number;
}

/** Cuts what is called different into tiles, as other maps are cut. All else is not drawn, so not sent. */
export function differenceTiles({ cells }: MapDifference): DifferenceTiles {
  const different = cells.filter(({ isDifferent }) => isDifferent);
  const rows = emptyCells(different.length);
  different.forEach(({ difference, ...place }, i) => {
    setCell(rows, i, { ...place, count: difference, people: 0 });
  });
  const less = different.filter(({ difference }) => difference < 0).length;
  return {
    ...planTiles(rows),
    less,
    more: different.length - less,
    most: different.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0),
  };
}
