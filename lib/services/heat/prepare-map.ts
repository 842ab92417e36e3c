import { randomId } from '../../core/ids';
import { anonymise, effectiveK } from '../../heatmap/anonymity';
import type { Cells } from '../../heatmap/cells';
import { findPeak } from '../../heatmap/density/peak';
import { roundCount } from '../../heatmap/rounding';
import { planTiles } from '../../heatmap/tiles';
import type { Provenance } from '../../protocol/heat';
import type { Policy } from '../../protocol/sources';
import type { StoredMap } from './ports';

export const kOf = (policy: Policy): number => effectiveK(policy.minimumK);

/**
 * Makes a source's cells fit to be shown: drops those with too few people, finds the peak of the
 * whole page, and plans the tiles that the overlay will ask for.
 */
export async function prepareMap(
  cells: Cells,
  provenance: Provenance,
  k: number,
): Promise<StoredMap> {
  const kept = anonymise(cells, k);
  const { sorted, tiles } = planTiles(kept.cells);
  return {
    cells: sorted,
    summary: {
      mapId: randomId('map'),
      provenance,
      cells: sorted.length,
      count: roundCount(sum(sorted.count)),
      dropped: kept.dropped,
      k,
      peak: await findPeak(sorted),
      maxCell: max(sorted.count),
      tiles,
    },
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function max(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
