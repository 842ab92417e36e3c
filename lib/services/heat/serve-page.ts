import { HushmapError } from '../../core/errors';
import { anchoredPart } from '../../heatmap/anchors/parts';
import { heatInBoxes } from '../../heatmap/heat-in-boxes';
import { encodeTile } from '../../heatmap/tiles';
import type { HeatShares, HeatState, HeatTarget } from '../../protocol/heat';
import type { Response } from '../../protocol/messages';
import { wholeIdOf } from '../../protocol/zones';
import type { CompareService } from './compare/compare-service';
import { isComparisonId } from './compare/comparison-state';
import type { MapKeeper } from './map-keeper';
import type { HeatPorts } from './ports';

interface ServingPorts {
  readonly keeper: Pick<MapKeeper, 'get'>;
  readonly comparison: Pick<CompareService, 'tile'>;
  readonly page: Pick<HeatPorts['page'], 'send'>;
  read(tabId: number): Promise<HeatState>;
}

/** Parts of a map, for whoever draws it or asks how hot something is. */
export function createServing({ keeper, comparison, page, read }: ServingPorts) {
  /**
   * How hot things are that overlap: for each, the share of all shown clicks that lie in its boxes.
   * Sample heat tells nothing about a page, so it gives none, and neither does heat without places.
   */
  async function shares(tabId: number, targets: readonly HeatTarget[]): Promise<HeatShares> {
    const { on, status, summary } = await read(tabId);
    if (!on || status !== 'shown' || summary === null) return { kind: 'none', shares: [] };
    if (summary.provenance.kind === 'sample') return { kind: 'sample', shares: [] };
    const request = { targets: [...targets] };
    const { mapId, scaleX, boxes } = await page.send(tabId, 'overlay.measure', request);
    const map = mapId === null ? null : await keeper.get(wholeIdOf(mapId));
    // Heat by element and by depth lies in no place that a box could hold.
    if (map === null || map.cells.length === 0) return { kind: 'none', shares: [] };
    const { unit } = map.summary.provenance;
    const shares = heatInBoxes(map.cells, boxes, targets.length, scaleX, unit);
    return { kind: 'shown', shares };
  }

  async function tile(
    mapId: string,
    index: number,
    tabId: number,
  ): Promise<Response<'overlay.tile'>> {
    if (isComparisonId(mapId)) return comparison.tile(tabId, mapId, index);
    const map = await keeper.get(mapId);
    const plan = map?.summary.tiles.find((each) => each.index === index);
    if (map === null || plan === undefined) throw new HushmapError('page.gone');
    return { mapId, index, data: encodeTile(map.cells, map.summary.tiles, index) };
  }

  async function anchors(mapId: string, part: number): Promise<Response<'overlay.anchors'>> {
    const map = await keeper.get(mapId);
    if (!map?.anchored) throw new HushmapError('page.gone');
    return anchoredPart(mapId, map.anchored, part);
  }

  return { shares, tile, anchors };
}
