import { randomId } from '../../core/ids';
import { message } from '../../core/message';
import { inTurns } from '../../core/steps';
import { anonymiseAnchored } from '../../heatmap/anonymise-anchored';
import { keepBands, roundBands } from '../../heatmap/anonymise-bands';
import { anonymiseSteps, effectiveK, usable } from '../../heatmap/anonymity';
import { type Cells, emptyCells } from '../../heatmap/cells';
import { findPeak } from '../../heatmap/density/peak';
import { errorSteps } from '../../heatmap/error/map-error';
import { joinSmall } from '../../heatmap/join-small';
import { roundCount } from '../../heatmap/rounding';
import { planSteps } from '../../heatmap/tiles';
import { bothTorn, NONE_TORN, type TornSquares, tornSquares } from '../../heatmap/torn-squares';
import type { MapSummary, Provenance } from '../../protocol/heat';
import { type Bands, type MapKind, NO_FILTERS } from '../../protocol/heat-kinds';
import type { Policy } from '../../protocol/sources';
import type { LostAtSource, SourceHeat } from '../../sources/contract';
import { minuteOf } from './days';
import type { Told } from './disclose-map';
import type { KeptHeat } from './places-of';
import type { StoredMap } from './ports';
import { isRounded } from './tested-unit';

export const kOf = (policy: Policy): number => effectiveK(policy.minimumK);

/** What is known of an answer beside the answer: whose it is, of which page and days. */
export type Origin = Pick<
  Provenance,
  'sourceId' | 'sourceName' | 'kind' | 'page' | 'from' | 'to' | 'fetchedAt'
> &
  Partial<Pick<Provenance, 'band' | 'filters'>>;

/** What may be shown of heat beside what was shown before (`disclose-map`). */
export type Disclose = (kept: KeptHeat, total: number | null) => Promise<Told>;

/**
 * Makes a source's answer fit to be shown, whatever its form. Cells, bands under k are dropped; of what
 * is left, `disclose` says what may be shown, where the source is a live one.
 */
export async function prepareHeat(
  heat: SourceHeat,
  map: MapKind,
  origin: Origin,
  k: number,
  disclose?: Disclose,
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
  const given = await keepHeat(heat, k);
  const lost = heat.form === 'cells' ? (heat.lost?.dropped ?? 0) : 0;
  const kept = { ...given, dropped: joined(lost, given.dropped) };
  // Of nobody there is nothing to tell, and of a map without heat nothing that could be subtracted.
  if (disclose === undefined || isEmpty(kept.heat)) return finish(kept, map, provenance, k);
  // An engine that leaves small cells out gives a part of all clicks; people who saw the page are told by
  // a map of bands, so those that are told are compared.
  const isPart = heat.anonymisedAt === 'source' || heat.truncated;
  const told = await disclose(kept.heat, isPart && heat.form !== 'bands' ? null : given.total);
  const all = joined(kept.dropped, told.suppressed);
  if (told.before === null) return finish({ heat: told.heat, dropped: all }, map, provenance, k);
  const { asOf, viewportWidth, dropped } = told.before;
  const earlier: Provenance = {
    ...provenance,
    fetchedAt: asOf,
    // Heat by element and by depth has no width of its own.
    viewportWidth: heat.form === 'cells' ? viewportWidth : heat.viewportWidth,
    remarks: [message('heat.note.shownBefore', minuteOf(asOf)), ...provenance.remarks].slice(0, 10),
  };
  const then = dropped === null ? all : joined(lost, dropped);
  return finish({ heat: told.heat, dropped: then }, map, earlier, k);
}

/** The map under a higher k than it was saved with. */
export async function raiseK(
  { cells, anchored, summary, counted = null, torn = NONE_TORN }: StoredMap,
  k: number,
): Promise<StoredMap> {
  const { map, provenance, bands, dropped } = summary;
  const saved: KeptHeat =
    bands !== null
      ? { form: 'bands', bands: counted ?? bands }
      : anchored !== null
        ? { form: 'anchored', ...anchored }
        : { form: 'cells', cells, torn };
  const kept = await keepHeat(saved, k);
  const raised = await finish(
    { ...kept, dropped: joined(dropped, kept.dropped) },
    map,
    provenance,
    k,
  );
  return { ...raised, counted: counted && (raised.counted ?? null) };
}

interface Kept {
  readonly heat: KeptHeat;
  /** Share of what there was that is left out, 0 to 1. */
  readonly dropped: number;
}

/** What at least k people stand behind, with exact numbers; and all clicks, or people, there were. */
async function keepHeat(
  heat: SourceHeat | KeptHeat,
  k: number,
): Promise<Kept & { readonly total: number }> {
  if (heat.form === 'bands') {
    const { bands, dropped } = keepBands(heat.bands, k);
    return { heat: { form: 'bands', bands }, dropped, total: heat.bands.people };
  }
  const total = sum(heat.cells.count);
  if (heat.form === 'anchored') {
    const { dropped, ...anchored } = anonymiseAnchored(heat, k);
    return { heat: { form: 'anchored', ...anchored }, dropped, total };
  }
  const least = effectiveK(k);
  if (!('torn' in heat)) {
    const joined = await inTurns(joinSmall(heat.cells, least));
    const { cells, dropped } = await inTurns(anonymiseSteps(joined, k));
    return { heat: { form: 'cells', cells, torn: NONE_TORN }, dropped, total };
  }
  // What was told once is not told in another way: it is left out, also of the square around it.
  const { cells, dropped } = await inTurns(anonymiseSteps(heat.cells, k));
  const isLeft = (row: number): boolean => !(usable(heat.cells.people[row]) >= least);
  const gone = dropped > 0 ? await inTurns(tornSquares(heat.cells, isLeft)) : NONE_TORN;
  const torn = bothTorn(heat.torn, gone);
  return { heat: { form: 'cells', cells, torn }, dropped, total };
}

const isEmpty = (heat: KeptHeat): boolean =>
  heat.form === 'bands' ? heat.bands.bands.length === 0 : heat.cells.length === 0;

function finish(kept: Kept, map: MapKind, provenance: Provenance, k: number): Promise<StoredMap> {
  const { heat } = kept;
  const dropped = roundedShare(kept.dropped);
  const common = { ...EMPTY, mapId: randomId('map'), provenance, map, dropped, k };
  if (heat.form === 'cells') return finishCells(heat.cells, heat.torn, common);
  if (heat.form === 'bands') return Promise.resolve(finishBands(heat.bands, common));
  return Promise.resolve(finishAnchored(heat, common));
}

/** Finds the peak of the whole page, and plans the tiles that the overlay will ask for. */
async function finishCells(
  cells: Cells,
  torn: TornSquares,
  common: MapSummary,
): Promise<StoredMap> {
  const { sorted, tiles } = await inTurns(planSteps(cells));
  return {
    cells: sorted,
    anchored: null,
    torn,
    summary: {
      ...common,
      cells: sorted.length,
      count: roundCount(sum(sorted.count)),
      error: await errorIn(sorted, common.dropped, common.provenance),
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
function finishAnchored(
  { anchors, cells }: NonNullable<StoredMap['anchored']>,
  common: MapSummary,
): StoredMap {
  return {
    cells: emptyCells(0),
    anchored: { anchors, cells },
    summary: {
      ...common,
      cells: cells.length,
      anchors: anchors.length,
      count: roundCount(sum(cells.count)),
      maxCell: max(cells.count),
    },
  };
}

function finishBands(given: Bands, common: MapSummary): StoredMap {
  const bands = roundBands(given, common.k);
  return {
    cells: emptyCells(0),
    anchored: null,
    // A file may have been rounded before it came here.
    counted: isRounded({ summary: common }) ? null : given,
    summary: { ...common, bands, count: roundCount(bands.people) },
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

/** Two shares left out one after the other, as one. */
const joined = (first: number, then: number): number => 1 - (1 - first) * (1 - then);

/**
 * In whole per cent: with the exact share, and the count shown, the hidden clicks could be reckoned.
 * What is there is never said to be nothing, and what was left out before still is.
 */
const roundedShare = (share: number): number =>
  share > 0 ? Math.max(0.01, Math.round(share * 100) / 100) : 0;

const roundedLoss = ({ dropped, misplaced }: LostAtSource) => ({
  dropped: roundedShare(dropped),
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
