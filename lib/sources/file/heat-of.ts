import { byRows, type Steps } from '../../core/steps';
import { type AnchoredCells, emptyAnchoredCells } from '../../heatmap/anchored';
import { type Cells, emptyCells } from '../../heatmap/cells';
import type { Anchor, Band, MapKind, Unit } from '../../protocol/heat-kinds';
import type { AnchoredHeat, BandHeat, PlacedHeat, SourceHeat } from '../contract';
import { isPlainSelector } from '../plain-selector';
import { type AnswerFacts, DEFAULT_SIZE, DEFAULT_STEP } from './format';
import { sentencesOf } from './remarks';
import type { RowColumns } from './rows';

/** What an answer or a file holds, and how many of its rows are none. */
export interface Told {
  readonly heat: SourceHeat;
  readonly total: number;
  readonly bad: number;
  /** Counted from 1; 0: none. */
  readonly firstBad: number;
}

/** The name of the field that contradicts the others. */
export interface Contradiction {
  readonly field: string;
}

/**
 * Turns what was read into heat of the form that its fields name: bands for scroll and attention, by
 * element where elements are named, else by place. Rows that are none are left out and counted.
 */
export function* heatOf(
  facts: Omit<AnswerFacts, 'map'>,
  map: MapKind,
  rows: RowColumns,
  viewportWidth: number,
): Steps<Told | Contradiction> {
  const common = {
    viewportWidth,
    truncated: facts.truncated ?? false,
    ...(facts.anonymisedAt && { anonymisedAt: facts.anonymisedAt }),
    ...(facts.remarks && { remarks: sentencesOf(facts.remarks) }),
  };
  if (map === 'scroll' || map === 'attention') return bandsOf(facts, map, common);
  if (facts.cells === undefined) return { field: 'cells' };
  const unit = facts.unit ?? rows.unit ?? 'people';
  // Clicks alone count where it is said in so many words: an export may have lost its people.
  if (rows.unit === 'clicks' && facts.unit !== 'clicks') return allBad(rows, common);
  if (rows.unit !== null && unit !== rows.unit) return { field: 'unit' };
  const { selectors } = rows;
  if (facts.anchors === undefined && selectors.length === 0) {
    return yield* placed(rows, unit, common);
  }
  // Elements named in both ways would be numbered twice.
  if (facts.anchors !== undefined && selectors.length > 0) return { field: 'anchors' };
  const anchors = facts.anchors ?? selectors.map((selector) => ({ selectors: [selector] }));
  return yield* byElement(rows, anchors, facts.step ?? DEFAULT_STEP, unit, common);
}

type Common = Pick<SourceHeat, 'viewportWidth' | 'truncated' | 'anonymisedAt' | 'remarks'>;

const isThere = (value: number | undefined): value is number =>
  value !== undefined && !Number.isNaN(value);

/** The rows that `isGood` holds for, and what is to be said of the others. */
function* judge(rows: RowColumns, isGood: (i: number) => boolean) {
  const all = new Uint32Array(rows.length);
  let kept = 0;
  let firstBad = 0;
  yield* byRows(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const isRow = isThere(rows.count[i]) && isThere(rows.people[i]);
      if (isRow && isGood(i)) all[kept++] = i;
      else if (firstBad === 0) firstBad = i + 1;
    }
  });
  const good = all.subarray(0, kept);
  return { good, firstBad, bad: rows.length - good.length, total: rows.length };
}

function* placed(rows: RowColumns, unit: Unit, common: Common): Steps<Told> {
  const { x, y } = rows;
  const { good, ...judged } = yield* judge(rows, (i) => isThere(x[i]) && isThere(y[i]));
  const cells: Cells = emptyCells(good.length);
  let finest = Number.POSITIVE_INFINITY;
  yield* byRows(good.length, (first, end) => {
    for (let to = first; to < end; to++) {
      const from = good[to] ?? 0;
      const size = rows.size[from] || DEFAULT_SIZE;
      cells.x[to] = x[from] ?? 0;
      cells.y[to] = y[from] ?? 0;
      cells.size[to] = size;
      cells.count[to] = rows.count[from] ?? 0;
      cells.people[to] = rows.people[from] ?? 0;
      cells.fixed[to] = rows.fixed[from] ?? 0;
      finest = Math.min(finest, size);
    }
  });
  // As of every source, half of the finest step; each cell's own edge tells how much wider it is.
  const gridError = (good.length > 0 ? finest : DEFAULT_SIZE) / 2;
  const heat: PlacedHeat = {
    ...common,
    form: 'cells',
    cells,
    gridErrorX: gridError,
    gridErrorY: gridError,
    unit,
    unusable: judged.bad,
  };
  return { heat, ...judged };
}

function* byElement(
  rows: RowColumns,
  anchors: readonly Anchor[],
  step: number,
  unit: Unit,
  common: Common,
): Steps<Told> {
  const { x, y, anchor } = rows;
  const isShare = (value: number | undefined) => !(value !== undefined && value > 1);
  const { good: usable, ...judged } = yield* judge(rows, (i) => {
    const index = anchor[i] ?? -1;
    return index >= 0 && index < anchors.length && isShare(x[i]) && isShare(y[i]);
  });
  const plain = plainAnchors(anchors);
  const good = usable.filter((i) => plain.at(anchor[i] ?? 0) !== undefined);
  const cells: AnchoredCells = emptyAnchoredCells(good.length);
  let isPlaced = good.length > 0;
  good.forEach((from, to) => {
    const left = x[from] ?? Number.NaN;
    const top = y[from] ?? Number.NaN;
    if (Number.isNaN(left) || Number.isNaN(top)) isPlaced = false;
    cells.anchor[to] = plain.at(anchor[from] ?? 0) ?? 0;
    // Of an element alone, its middle says the least that is wrong.
    cells.x[to] = Number.isNaN(left) ? 0.5 : left;
    cells.y[to] = Number.isNaN(top) ? 0.5 : top;
    cells.count[to] = rows.count[from] ?? 0;
    cells.people[to] = rows.people[from] ?? 0;
  });
  const heat: AnchoredHeat = {
    ...common,
    form: 'anchored',
    anchors: plain.anchors,
    cells,
    gridError: isPlaced ? step / 2 : 0.5,
    unit,
    // A selector that may say who somebody is makes no row wrong, but it is not kept.
    unusable: judged.bad + usable.length - good.length,
  };
  return { heat, ...judged };
}

/** The elements without selectors that may say who somebody is, and where each of them is now. */
function plainAnchors(given: readonly Anchor[]) {
  const anchors: Anchor[] = [];
  const places = given.map((anchor) => {
    const selectors = anchor.selectors.filter(isPlainSelector);
    return selectors.length > 0 ? anchors.push({ selectors }) - 1 : undefined;
  });
  return { anchors, at: (index: number): number | undefined => places[index] };
}

function bandsOf(
  facts: Omit<AnswerFacts, 'map'>,
  map: 'scroll' | 'attention',
  common: Common,
): Told | Contradiction {
  if (facts.bands === undefined) return { field: 'bands' };
  const [first] = facts.bands;
  const isSessions =
    facts.unit === 'sessions' || (first !== undefined && first.people === undefined);
  const depth = facts.depth ?? 'px';
  const bands: Band[] = [];
  let firstBad = 0;
  facts.bands.forEach(({ top, bottom, value, people, sessions }, i) => {
    const behind = isSessions ? sessions : people;
    const isBand = bottom > top && (depth === 'px' || bottom <= 1);
    if (isBand && behind !== undefined) bands.push({ top, bottom, value, people: behind });
    else if (firstBad === 0) firstBad = i + 1;
  });
  const total = facts.bands.length;
  if (facts.unit === 'clicks') return { field: 'unit' };
  const most = bands.reduce((sum, { people }) => Math.max(sum, people), 0);
  const bad = total - bands.length;
  const heat: BandHeat = {
    ...common,
    form: 'bands',
    bands: {
      measure: map === 'scroll' ? 'reached' : 'seconds',
      depth,
      bands: bands.sort((a, b) => a.top - b.top),
      people: (isSessions ? facts.sessions : facts.people) ?? most,
      fold: facts.fold ?? null,
    },
    unit: isSessions ? 'sessions' : 'people',
    unusable: bad,
  };
  return { heat, total, bad, firstBad };
}

/** Rows without people or sessions: k has nothing to count. */
function allBad({ length }: RowColumns, common: Common): Told {
  const heat: PlacedHeat = {
    ...common,
    form: 'cells',
    cells: emptyCells(0),
    gridErrorX: DEFAULT_SIZE / 2,
    gridErrorY: DEFAULT_SIZE / 2,
    unit: 'people',
    unusable: length,
  };
  return { heat, total: length, bad: length, firstBad: 1 };
}
