import { HushmapError } from '../../../core/errors';
import { compareMaps } from '../../../heatmap/compare/compare-maps';
import { type DifferenceTiles, differenceTiles } from '../../../heatmap/compare/difference-tiles';
import { encodeTile } from '../../../heatmap/tiles';
import type { HeatComparison } from '../../../protocol/heat-comparison';
import type { Response } from '../../../protocol/messages';
import type { StoredMap } from '../ports';
import { sideOf } from './compare-tables';

export interface Difference extends DifferenceTiles {
  /** Squares that both show. */
  readonly cells: number;
  readonly left: number;
  readonly coveredA: number;
  readonly coveredB: number;
  readonly isTested: boolean;
}

/** Keeps the last difference in memory; from both maps it is the same again. */
export function createDifferences(get: (mapId: string) => Promise<StoredMap | null>) {
  let last: { readonly id: string; readonly difference: Difference } | null = null;

  function between(id: string, a: StoredMap, b: StoredMap): Difference {
    if (last?.id === id) return last.difference;
    const compared = compareMaps(sideOf(a), sideOf(b));
    const { left, coveredA, coveredB, isTested } = compared;
    const cells = compared.cells.length;
    const difference = {
      ...differenceTiles(compared),
      ...{ cells, left, coveredA, coveredB, isTested },
    };
    last = { id, difference };
    return difference;
  }

  /** Throws `page.gone` where the tab compares something else by now. */
  async function tile(
    now: HeatComparison | null,
    id: string,
    index: number,
  ): Promise<Response<'overlay.tile'>> {
    if (now?.id !== id || now.b === null || now.tiles[index]?.index !== index) {
      throw new HushmapError('page.gone');
    }
    const [a, b] = await Promise.all([get(now.a), get(now.b.mapId)]);
    if (a === null || b === null) throw new HushmapError('page.gone');
    const { sorted, tiles } = between(id, a, b);
    return { mapId: id, index, data: encodeTile(sorted, tiles, index) };
  }

  return { between, tile };
}
