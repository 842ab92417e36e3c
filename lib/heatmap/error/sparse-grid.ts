import type { Steps } from '../../core/steps';

/** Sums on an endless grid, of which only what was touched takes room: 4 bytes a point, in tiles. */
export interface SparseGrid {
  /** Adds `a` and takes `b` away on a line's points, from column `left` on; none is below 0. */
  addRow(layer: 0 | 1, left: number, line: number, a: Row, b: Row): void;
  /** Sum of all absolute values. */
  sizeOf(): Steps<number>;
}

/** Values along a line, as many times each as `times` says. */
interface Row {
  readonly times: number;
  readonly values: Float64Array;
}

export function createSparseGrid(): SparseGrid {
  const tiles = new Map<number, Float32Array>();
  const tileAt = (key: number): Float32Array => {
    const known = tiles.get(key);
    if (known !== undefined) return known;
    const made = new Float32Array(EDGE * EDGE);
    tiles.set(key, made);
    return made;
  };
  return {
    addRow(layer, left, line, { times: a, values: first }, { times: b, values: second }) {
      const row = Math.floor(line / EDGE) * TILES_ACROSS;
      const inTile = (line % EDGE) * EDGE;
      const { length } = first;
      for (let i = 0; i < length; ) {
        const column = (left + i) % EDGE;
        const tile = tileAt((row + Math.floor((left + i) / EDGE)) * 2 + layer);
        const end = Math.min(length, i + EDGE - column);
        for (let at = inTile + column; i < end; i++, at++) {
          tile[at] = (tile[at] ?? 0) + a * (first[i] ?? 0) - b * (second[i] ?? 0);
        }
      }
    },
    *sizeOf() {
      let sum = 0;
      for (const tile of tiles.values()) {
        for (const value of tile) sum += Math.abs(value);
        yield;
      }
      return sum;
    },
  };
}

/** Points along a tile's edge. */
const EDGE = 32;

/** More than any page has. */
const TILES_ACROSS = 2 ** 20;
