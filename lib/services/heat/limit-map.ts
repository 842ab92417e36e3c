import { type AnchoredCells, emptyAnchoredCells } from '../../heatmap/anchored';
import { findPeak } from '../../heatmap/density/peak';
import { roundCount } from '../../heatmap/rounding';
import { planTiles } from '../../heatmap/tiles';
import { LIMITED } from '../../protocol/zones';
import { cellsOf } from './count-zones';
import type { StoredMap } from './ports';

/**
 * A map of some of the cells of another one, with a peak of its own. Its id tells which map it is of
 * and which cells it has, so that the same limit of the same map is the same map again.
 */
export async function limitMap(map: StoredMap, rows: readonly number[]): Promise<StoredMap> {
  const mapId = `${map.summary.mapId}${LIMITED}${digest(rows)}`;
  if (map.anchored !== null) {
    const cells = anchoredOf(map.anchored.cells, rows);
    // The anchors keep their numbers: what the page tells of them is counted in the whole map, too.
    const anchored = { ...map.anchored, cells };
    return { ...map, anchored, summary: { ...map.summary, mapId, ...sizeOf(cells) } };
  }
  const { sorted, tiles } = planTiles(cellsOf(map.cells, rows));
  const peak = await findPeak(sorted);
  return {
    ...map,
    cells: sorted,
    summary: { ...map.summary, mapId, ...sizeOf(sorted), peak, tiles },
  };
}

function sizeOf({ length, count }: Pick<AnchoredCells, 'length' | 'count'>) {
  let all = 0;
  let most = 0;
  for (const each of count) {
    all += each;
    most = Math.max(most, each);
  }
  return { cells: length, count: roundCount(all), maxCell: most };
}

function anchoredOf(cells: AnchoredCells, rows: readonly number[]): AnchoredCells {
  const kept = emptyAnchoredCells(rows.length);
  rows.forEach((from, to) => {
    kept.anchor[to] = cells.anchor[from] ?? 0;
    kept.x[to] = cells.x[from] ?? 0;
    kept.y[to] = cells.y[from] ?? 0;
    kept.count[to] = cells.count[from] ?? 0;
    kept.people[to] = cells.people[from] ?? 0;
  });
  return kept;
}

/** FNV-1a over row numbers: a short name for a cache entry, not a secret. */
function digest(rows: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const row of rows) hash = Math.imul(hash ^ row, 0x01000193);
  return `${rows.length}_${(hash >>> 0).toString(16)}`;
}
