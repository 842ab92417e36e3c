import { anonymiseAnchored } from '../../heatmap/anonymise-anchored';
import { anonymiseBands } from '../../heatmap/anonymise-bands';
import { effectiveK } from '../../heatmap/anonymity';
import { cellAt } from '../../heatmap/cells';
import { floorCount, roundCount } from '../../heatmap/rounding';
import { type HeatFilters, NO_FILTERS, type Unit } from '../../protocol/heat-kinds';
import type { AnchoredHeat, BandHeat, PlacedHeat } from '../contract';
import { DEFAULT_SIZE, HEAT_FORMAT, HEAT_VERSION } from './format';
import type { HeatOfPage } from './read';
import { remarksIn } from './remarks';

/**
 * Writes a heat file in pieces, ready for `new Blob([...])`. It holds nothing that could not be
 * shown: cells, elements and bands of at least `k` people (never fewer than the built-in k), with
 * counts rounded as on the screen, people rounded down and never below `k`, so that the file shows the
 * same heat again, and never passes for more people than there were. The file says that it is rounded.
 */
export function* writeHeatFile(map: HeatOfPage, k: number): Generator<string> {
  const { heat, page, viewportWidth, from, to } = map;
  const least = effectiveK(k);
  const remarks = { ...remarksIn(heat.remarks ?? []), rounded: true };
  const filters = setFilters(map.filters ?? NO_FILTERS);
  const header = {
    format: HEAT_FORMAT,
    version: HEAT_VERSION,
    page,
    map: map.map,
    viewportWidth,
    from,
    to,
    unit: heat.unit,
    ...(heat.anonymisedAt === 'source' && { anonymisedAt: heat.anonymisedAt }),
    ...(heat.truncated && { truncated: true }),
    remarks,
    ...(map.band && { widths: map.band }),
    ...(filters && { filters }),
  };
  if (heat.form === 'bands') yield* writeBands(header, heat, least);
  else if (heat.form === 'anchored') yield* writeAnchored(header, heat, least);
  else yield* writeRows(header, placedRows(heat, least));
}

function* placedRows({ cells, unit }: PlacedHeat, least: number): Generator<object> {
  for (let i = 0; i < cells.length; i++) {
    const { x, y, size, count, people, fixed } = cellAt(cells, i);
    if (!(people >= least)) continue;
    yield {
      x: shortened(x),
      y: shortened(y),
      ...(size !== DEFAULT_SIZE && { size: shortened(size) }),
      ...behind(count, people, unit, least),
      ...(fixed && { fixed }),
    };
  }
}

function* writeAnchored(header: object, heat: AnchoredHeat, least: number): Generator<string> {
  const { anchors, cells } = anonymiseAnchored(heat, least);
  // An element alone has no place within its box.
  const isPlaced = heat.gridError < 0.5;
  const step = isPlaced ? { step: Math.max(0.001, thousandth(heat.gridError * 2)) } : {};
  function* rows(): Generator<object> {
    for (let i = 0; i < cells.length; i++) {
      yield {
        anchor: cells.anchor[i] ?? 0,
        ...(isPlaced && { x: thousandth(cells.x[i] ?? 0), y: thousandth(cells.y[i] ?? 0) }),
        ...behind(cells.count[i] ?? 0, cells.people[i] ?? 0, heat.unit, least),
      };
    }
  }
  yield* writeRows({ ...header, anchors, ...step }, rows());
}

function* writeBands(header: object, heat: BandHeat, least: number): Generator<string> {
  const { bands, people, depth, fold } = anonymiseBands(heat.bands, least).bands;
  const name = heat.unit === 'sessions' ? 'sessions' : 'people';
  const rows = bands.map(({ top, bottom, value, people: some }) => ({
    top,
    bottom,
    value,
    [name]: Math.max(least, some),
  }));
  const all = rows.length > 0 ? Math.max(least, people) : 0;
  yield `${JSON.stringify({ ...header, depth, fold, [name]: all, bands: rows })}\n`;
}

function* writeRows(header: object, rows: Iterable<object>): Generator<string> {
  yield `${JSON.stringify(header).slice(0, -1)},"cells":[`;
  let batch = '';
  let written = 0;
  for (const row of rows) {
    batch += `${written > 0 ? ',' : ''}\n${JSON.stringify(row)}`;
    written += 1;
    if (batch.length > BATCH) {
      yield batch;
      batch = '';
    }
  }
  yield `${batch}\n]}\n`;
}

/** What was set of the filters; null: nothing. */
function setFilters(filters: HeatFilters): Partial<HeatFilters> | null {
  const without = new Map<string, unknown>(Object.entries(NO_FILTERS));
  const set = Object.entries(filters).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(without.get(name)),
  );
  return set.length > 0 ? Object.fromEntries(set) : null;
}

/** Where clicks alone are known, they are what k counts. */
function behind(count: number, people: number, unit: Unit, least: number): object {
  if (unit === 'clicks') return { count: Math.max(least, roundCount(count)) };
  return { count: roundCount(count), [unit]: floorCount(people, least) };
}

const BATCH = 65_536;

/** Positions are 32-bit floats: further digits are noise (102.4 is kept as 102.40000153). */
const shortened = (value: number): number => Math.round(value * 100) / 100;

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
