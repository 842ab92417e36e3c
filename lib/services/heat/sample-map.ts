import type { ElementBox } from '../../protocol/heat';
import { createSampleHeat } from '../../sources/sample';
import type { StoredMap } from './ports';
import { prepareHeat } from './prepare-map';

/** True for sample data that does not know the page's elements yet. */
export function isFixedPattern({ summary }: StoredMap): boolean {
  return summary.provenance.kind === 'sample' && !summary.mapId.startsWith(FITTED);
}

/** Sample data laid on the elements of the page, so that the first picture means something. */
export async function fitSample(
  map: StoredMap,
  boxes: readonly ElementBox[],
  viewportWidth: number,
): Promise<StoredMap> {
  const heat = createSampleHeat(boxes.map(toArea), viewportWidth);
  const { provenance, k } = map.summary;
  const fitted = await prepareHeat(heat, map.summary.map, provenance, k);
  return { ...fitted, summary: { ...fitted.summary, mapId: FITTED + fitted.summary.mapId } };
}

const FITTED = 'fitted_';

function toArea({ box: [x, y, width, height], fixed }: ElementBox) {
  return { x, y, width, height, weight: 1, fixed };
}
