import { randomId } from '../../core/ids';
import { inTurns } from '../../core/steps';
import { anonymiseAnchored } from '../../heatmap/anonymise-anchored';
import { anonymiseBands } from '../../heatmap/anonymise-bands';
import { anonymiseSteps, effectiveK } from '../../heatmap/anonymity';
import { type Cells, emptyCells } from '../../heatmap/cells';
import { findPeak } from '../../heatmap/density/peak';
import { errorSteps } from '../../heatmap/error/map-error';
import { roundCount } from '../../heatmap/rounding';
import { planSteps } from '../../heatmap/tiles';
import type { MapSummary, Provenance } from '../../protocol/heat';
import { type Bands, type MapKind, NO_FILTERS } from '../../protocol/heat-kinds';
import type { Policy } from '../../protocol/sources';
import type { LostAtSource, SourceHeat } from '../../sources/contract';
import type { StoredMap } from './ports';

export const kOf = (policy: Policy): number => effectiveK(policy.minimumK);

/** What is known of an answer beside the answer: whose it is, of which page and days. */
export type Origin = Pick<
  Provenance,
  'sourceId' | 'sourceName' | 'kind' | 'page' | 'from' | 'to' | 'fetchedAt'
> &
  Partial<Pick<Provenance, 'band' | 'filters'>>;

/** Makes a source's answer fit to be shown, whatever its form. Cells, bands under k are dropped. */
export function prepareHeat(
  heat: SourceHeat,
  map: MapKind,
  origin: Origin,
  k: number,
): Promise<StoredMap> {
  const provenance: Provenance = {
    band: null,
    filters: NO_FILTERS,
    ...origin,
    viewportWidth: heat.viewportWidth,
    gridErrorX: heat.form === 'cells' ? heat.gridErrorX : null,
    gridErrorY: heat.form === 'cells' ? heat.gridErrorY : null,
    unit: heat.unit,
    anonymisedAt: heat.anonymisedAt ?? 'browser',
    ...(heat.form === 'cells' && heat.lost && { lostAtSource: roundedLoss(heat.lost) }),
    truncated: heat.truncated,
    unusable: heat.unusable,
    remarks: [...(heat.remarks ?? [])],
  };
  if (heat.form === 'bands') return Promise.resolve(prepareBands(heat.bands, map, provenance, k));
  if (heat.form === 'anchored') return Promise.resolve(prepareAnchored(heat, map, provenance, k));
  return prepareMap(heat.cells, map, provenance, k, heat.lost?.dropped);
}

/** The map under a higher k than it was saved with. */
export function raiseK({ cells, anchored, summary }: StoredMap, k: number): Promise<StoredMap> {
  const { map, provenance, bands, dropped } = summary;
  if (bands !== null) return Promise.resolve(prepareBands(bands, map, provenance, k, dropped));
  if (anchored !== null)
    return Promise.resolve(prepareAnchored(anchored, map, provenance, k, dropped));
  return prepareMap(cells, map, provenance, k, dropped);
}

/**
 * Makes cells fit to be shown: drops those with too few people, finds the peak of the whole page,
 * and plans the tiles that the overlay will ask for.
 */
async function prepareMap(
  cells: Cells,
  map: MapKind,
  provenance: Provenance,
  k: number,
  already = 0,
): Promise<StoredMap> {
  const kept = await inTurns(anonymiseSteps(cells, k));
  const { sorted, tiles } = await inTurns(planSteps(kept.cells));
  const dropped = roundedShare(already, kept.dropped);
  return {
    cells: sorted,
    anchored: null,
    summary: {
      ...EMPTY,
      mapId: randomId('map'),
      provenance,
      map,
      cells: sorted.length,
      count: roundCount(sum(sorted.count)),
      dropped,
      k,
      error: await errorIn(sorted, dropped, provenance),
      peak: await findPeak(sorted),
      maxCell: max(sorted.count),
      tiles,
    },
  };
}

/** Made-up data has no truth that it could be off from. */
async function errorIn(
  cells: Cells,
  dropped: number,
  provenance: Provenance,
): Promise<MapSummary['error']> {
  const { kind, gridErrorX, gridErrorY, unit, truncated, anonymisedAt, lostAtSource } = provenance;
  if (kind === 'sample') return null;
  const facts = {
    cells,
    gridErrorX,
    gridErrorY,
    // Most engines that leave small cells out do not say how many clicks that were.
    dropped: anonymisedAt === 'source' && !lostAtSource ? null : dropped,
    misplaced: lostAtSource?.misplaced || null,
    unit,
    isPart: truncated || kind === 'openreplay',
    sessions: null,
  };
  return inTurns(errorSteps(facts));
}

/** Where the elements are, only the page knows: the overlay finds them, and the peak with them. */
function prepareAnchored(
  given: NonNullable<StoredMap['anchored']>,
  map: MapKind,
  provenance: Provenance,
  k: number,
  already = 0,
): StoredMap {
  const { dropped, ...anchored } = anonymiseAnchored(given, k);
  return {
    cells: emptyCells(0),
    anchored,
    summary: {
      ...EMPTY,
      mapId: randomId('map'),
      provenance,
      map,
      cells: anchored.cells.length,
      anchors: anchored.anchors.length,
      count: roundCount(sum(anchored.cells.count)),
      dropped: roundedShare(already, dropped),
      k,
      maxCell: max(anchored.cells.count),
    },
  };
}

function prepareBands(
  given: Bands,
  map: MapKind,
  provenance: Provenance,
  k: number,
  already = 0,
): StoredMap {
  const kept = anonymiseBands(given, k);
  return {
    cells: emptyCells(0),
    anchored: null,
    summary: {
      ...EMPTY,
      mapId: randomId('map'),
      provenance,
      map,
      bands: kept.bands,
      count: roundCount(kept.bands.people),
      dropped: roundedShare(already, kept.dropped),
      k,
    },
  };
}

const EMPTY: Omit<MapSummary, 'mapId' | 'provenance' | 'map' | 'k'> = {
  error: null,
  bands: null,
  anchors: 0,
  cells: 0,
  count: 0,
  dropped: 0,
  peak: 0,
  maxCell: 0,
  tiles: [],
};

/**
 * In whole per cent: with the exact share, and the count shown, the hidden clicks could be reckoned.
 * What is there is never said to be nothing, and what was left out before still is.
 */
function roundedShare(already: number, dropped: number): number {
  const share = 1 - (1 - already) * (1 - dropped);
  return share === 0 ? 0 : Math.max(0.01, Math.round(share * 100) / 100);
}

const roundedLoss = ({ dropped, misplaced }: LostAtSource) => ({
  dropped: roundedShare(0, dropped),
  misplaced: Math.round(misplaced * 1000) / 1000,
});

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
