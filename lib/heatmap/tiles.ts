import { HushmapError } from '../core/errors';
import { atOnce, type Steps } from '../core/steps';
import type { MapSummary } from '../protocol/heat';
import { decodeBase64, encodeBase64 } from './base64';
import type { Cells } from './cells';
import { type PackedCells, STRIDE } from './packed';
import { sortSteps } from './sort-cells';

export type TileInfo = MapSummary['tiles'][number];

/**
 * Cells a tile: 256 KB, or 350,000 characters on the wire, a third of what the protocol allows. One
 * message with a million cells stalls the page for a third of a second; one of these is decoded
 * within a frame.
 */
export const CELLS_PER_TILE = 16_384;

/**
 * Sorts a map's cells by y and cuts them into tiles; fixed cells get tiles of their own, behind the
 * page's. `top` and `bottom` are the y of a tile's first and last cell centre.
 */
export function planTiles(cells: Cells): TilePlan {
  return atOnce(planSteps(cells));
}

export interface TilePlan {
  readonly sorted: Cells;
  readonly tiles: TileInfo[];
}

/** The same in steps. */
export function* planSteps(cells: Cells): Steps<TilePlan> {
  const sorted = yield* sortSteps(cells);
  const tiles: TileInfo[] = [];
  let from = 0;
  while (from < sorted.length) {
    const fixed = sorted.fixed[from] === 1;
    let to = from;
    while (to < sorted.length && to - from < CELLS_PER_TILE && (sorted.fixed[to] === 1) === fixed) {
      to++;
    }
    tiles.push({
      index: tiles.length,
      top: sorted.y[from] ?? 0,
      bottom: sorted.y[to - 1] ?? 0,
      fixed,
      cells: to - from,
    });
    from = to;
    yield;
  }
  return { sorted, tiles };
}

/** One tile of sorted cells, as `TileSchema` describes it. Throws where there is no such tile. */
export function encodeTile(sorted: Cells, tiles: readonly TileInfo[], index: number): string {
  const tile = tiles[index];
  if (tile === undefined) throw new HushmapError('message.invalid', ['overlay.tile']);
  let from = 0;
  for (const before of tiles.slice(0, index)) from += before.cells;
  const bytes = new DataView(new ArrayBuffer(tile.cells * BYTES_PER_CELL));
  for (let i = 0; i < tile.cells; i++) {
    const at = i * BYTES_PER_CELL;
    bytes.setFloat32(at, sorted.x[from + i] ?? 0, true);
    bytes.setFloat32(at + 4, sorted.y[from + i] ?? 0, true);
    bytes.setFloat32(at + 8, sorted.size[from + i] ?? 0, true);
    bytes.setFloat32(at + 12, sorted.count[from + i] ?? 0, true);
  }
  return encodeBase64(new Uint8Array(bytes.buffer));
}

/**
 * A tile's cells. Throws `message.invalid` for anything that is not whole, finite and sorted.
 *
 * @param signed what is counted may be below zero: a difference
 */
export function decodeTile(base64: string, fixed: boolean, signed = false): PackedCells {
  const bytes = decodeBase64(base64);
  if (bytes === null || bytes.byteLength % BYTES_PER_CELL !== 0) throw invalidTile();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float32Array(bytes.byteLength / 4);
  for (let i = 0; i < data.length; i++) data[i] = view.getFloat32(i * 4, true);
  if (!isSound(data, signed ? Number.NEGATIVE_INFINITY : 0)) throw invalidTile();
  return { data, fixed };
}

const BYTES_PER_CELL = STRIDE * 4;

function isSound(data: Float32Array, least: number): boolean {
  let lastY = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < data.length; at += STRIDE) {
    const y = data[at + 1] ?? Number.NaN;
    const size = data[at + 2] ?? Number.NaN;
    const count = data[at + 3] ?? Number.NaN;
    if (!Number.isFinite(data[at]) || !Number.isFinite(y) || y < lastY) return false;
    if (!Number.isFinite(size) || !Number.isFinite(count) || size < 0 || count < least)
      return false;
    lastY = y;
  }
  return true;
}

const invalidTile = () => new HushmapError('message.invalid', ['overlay.tile']);
