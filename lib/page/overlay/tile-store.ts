import type { PackedCells } from '../../heatmap/packed';
import { decodeTile } from '../../heatmap/tiles';
import type { MapSummary, Tile } from '../../protocol/heat';

export interface TileStore {
  /** Starts over with another map; the same one again keeps its tiles. */
  open(map: Pick<MapSummary, 'mapId' | 'tiles'> | null): void;
  /** Sees to it that what lies between two y of the page comes, and all fixed tiles. */
  want(top: number, bottom: number): void;
  /** The tiles that are there. The same array until one more has come. */
  readonly chunks: readonly PackedCells[];
  /** Nothing that was wanted is on its way. */
  readonly idle: boolean;
}

export interface TileStorePorts {
  /** Fetches one tile; retries are its own affair. */
  fetch(mapId: string, index: number): Promise<Tile>;
  /** More tiles are there. */
  onTiles(): void;
  /** A tile could not be had for good. */
  onFailure(cause: unknown): void;
  /** What the tiles count may be below zero. */
  readonly signed?: boolean;
}

/** Tiles on their way at the same time. */
const MOST_AT_ONCE = 3;

/** Keeps the tiles of one map, asks only for those near the viewport, and for each of them once. */
export function createTileStore({
  fetch,
  onTiles,
  onFailure,
  signed = false,
}: TileStorePorts): TileStore {
  let map: Pick<MapSummary, 'mapId' | 'tiles'> | null = null;
  let chunks: readonly PackedCells[] = [];
  let asked = new Set<number>();
  let onTheWay = 0;
  let lastWanted: readonly [top: number, bottom: number] | null = null;

  function want(top: number, bottom: number): void {
    lastWanted = [top, bottom];
    if (map === null) return;
    const middle = (top + bottom) / 2;
    const missing = map.tiles
      .filter((tile) => !asked.has(tile.index))
      .filter((tile) => tile.fixed || (tile.top <= bottom && tile.bottom >= top))
      .sort((a, b) => distance(a, middle) - distance(b, middle));
    for (const tile of missing.slice(0, Math.max(0, MOST_AT_ONCE - onTheWay))) {
      void load(map.mapId, tile.index, tile.fixed);
    }
  }

  async function load(mapId: string, index: number, fixed: boolean): Promise<void> {
    const mine = asked.add(index);
    onTheWay++;
    try {
      const tile = await fetch(mapId, index);
      // The map may have been replaced while the tile was on its way.
      if (mine === asked) {
        chunks = [...chunks, decodeTile(tile.data, fixed, signed)];
        onTiles();
      }
    } catch (cause) {
      if (mine === asked) onFailure(cause);
    } finally {
      onTheWay--;
      if (lastWanted !== null) want(...lastWanted);
    }
  }

  return {
    open(next) {
      if (next?.mapId === map?.mapId) return;
      map = next;
      chunks = [];
      asked = new Set();
    },
    want,
    get chunks() {
      return chunks;
    },
    get idle() {
      return onTheWay === 0;
    },
  };
}

function distance({ top, bottom }: MapSummary['tiles'][number], y: number): number {
  return y < top ? top - y : y > bottom ? y - bottom : 0;
}
