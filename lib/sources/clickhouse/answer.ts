import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { Bands, MapKind } from '../../protocol/heat-kinds';
import type { HeatQuery } from '../../protocol/sources';
import { createCellColumns } from '../cell-columns';
import type { BandHeat, LostAtSource, PlacedHeat } from '../contract';
import { isCount, isPosition, MAX_POSITION } from '../limits';
import { ALL_WIDTHS } from '../widths';
import type { Ask } from './ask';
import { countedIn } from './conditions';
import { BAND_HEIGHT, FIRST_STEP_WIDTH, GRID, type Layout, MAX_BANDS, WIDTH_STEPS } from './layout';
import { type Asked, SIZES } from './places';

const Figure = v.nullable(v.number());
const Index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_POSITION));
const Percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const SizeSchema = v.picklist(SIZES);

const PlaceRowsSchema = v.array(
  v.union([
    v.strictTuple([SizeSchema, v.picklist([0, 1]), Index, Index, Figure, Figure]),
    v.strictTuple([v.literal(0), v.literal(0), Percent, Percent, v.literal(0), v.literal(0)]),
  ]),
);

/** What an answer is about, and who gives it. */
interface About {
  readonly layout: Layout;
  readonly query: HeatQuery;
  readonly host: string;
}

/** Cells as the engine tells them. At most `limit` of them, the hottest first. */
export async function readPlaces(
  ask: Ask,
  asked: Asked,
  { layout, query, host, limit }: About & { readonly limit: number },
): Promise<PlacedHeat> {
  const columns = createCellColumns();
  let received = 0;
  let cells = 0;
  let unusable = 0;
  let lost: LostAtSource | undefined;
  await ask(asked, (rows) => {
    for (const row of parsed(PlaceRowsSchema, rows, received, host)) {
      const [size, fixed, column, line, count, people] = row;
      if (size === 0) {
        lost = { dropped: column / 100, misplaced: line / 100 };
        continue;
      }
      cells += 1;
      if (cells > limit) break;
      const [x, y] = [(column + 0.5) * size, (line + 0.5) * size];
      if (isPosition(x) && isPosition(y) && isCount(count) && isCount(people)) {
        columns.add(x, y, size, count, Math.min(people, count), fixed === 1);
      } else {
        unusable += 1;
      }
    }
    received += rows.length;
    return cells <= limit;
  });
  if (cells > 0 && columns.length === 0) {
    throw new HushmapError('source.badShape', [new URL(host).host, 'data']);
  }
  return {
    form: 'cells',
    cells: columns.finish(),
    viewportWidth: query.viewportWidth,
    gridErrorX: errorAcross(layout, query),
    gridErrorY: GRID / 2,
    unit: unitOf(layout),
    truncated: cells > limit,
    unusable,
    anonymisedAt: 'source',
    ...(lost && { lost }),
  };
}

/**
 * Half a square; from the documented table, which was binned at the widths of its steps, half a
 * square of the narrowest of them, scaled, on top.
 */
function errorAcross(layout: Layout, query: HeatQuery): number {
  if (layout.form === 'events') return GRID / 2;
  const { viewportWidth } = query;
  const widths = countedIn(layout, query).widths ?? ALL_WIDTHS;
  const used = WIDTH_STEPS.filter((edge) => edge >= widths.min && edge <= widths.max);
  if (used.every((edge) => edge === viewportWidth)) return GRID / 2;
  const narrowest = Math.max(used[0] ?? 0, FIRST_STEP_WIDTH);
  return (GRID / 2) * (1 + viewportWidth / narrowest);
}

export const unitOf = (layout: Layout): 'people' | 'sessions' =>
  layout.form === 'cells' ? 'people' : layout.columns.unit;

const BandIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_BANDS - 1));
const Usable = v.pipe(
  v.number(),
  v.check((value) => isCount(value)),
);
const ScrollRowsSchema = v.array(v.strictTuple([BandIndex, Usable, Figure]));
const AttentionRowsSchema = v.array(v.strictTuple([BandIndex, Usable, Usable, Usable]));

/** Bands as the engine tells them: of scroll depth, or of attention. */
export async function readBands(
  ask: Ask,
  asked: Asked,
  { map, layout, query, host }: About & { readonly map: Extract<MapKind, 'scroll' | 'attention'> },
): Promise<BandHeat> {
  const scroll: v.InferOutput<typeof ScrollRowsSchema> = [];
  const attention: v.InferOutput<typeof AttentionRowsSchema> = [];
  await ask(asked, (rows) => {
    const before = scroll.length + attention.length;
    if (map === 'scroll') scroll.push(...parsed(ScrollRowsSchema, rows, before, host));
    else attention.push(...parsed(AttentionRowsSchema, rows, before, host));
    return before + rows.length <= MAX_BANDS;
  });
  return {
    form: 'bands',
    bands: map === 'scroll' ? reached(scroll) : looked(attention),
    viewportWidth: query.viewportWidth,
    unit: unitOf(layout),
    truncated: false,
    unusable: 0,
    anonymisedAt: 'source',
  };
}

/** Nobody stopped in a band that the engine has no row of: as many reached it as the next. */
function reached(rows: v.InferOutput<typeof ScrollRowsSchema>): Bands {
  const sorted = rows.toSorted(([a], [b]) => a - b);
  const deepest = sorted.at(-1)?.[0] ?? -1;
  const bands: Bands['bands'] = [];
  let at = 0;
  for (let band = 0; band <= deepest; band++) {
    while ((sorted[at]?.[0] ?? band) < band) at++;
    const people = sorted[at]?.[1] ?? 0;
    bands.push({ ...edges(band), value: people, people });
  }
  const fold = sorted[0]?.[2] ?? 0;
  return {
    measure: 'reached',
    depth: 'px',
    bands,
    people: sorted[0]?.[1] ?? 0,
    fold: fold > 0 && isPosition(fold) ? fold : null,
  };
}

function looked(rows: v.InferOutput<typeof AttentionRowsSchema>): Bands {
  return {
    measure: 'seconds',
    depth: 'px',
    bands: rows.map(([band, seconds, people]) => ({ ...edges(band), value: seconds, people })),
    people: Math.max(0, ...rows.map(([, , , everyone]) => everyone)),
    fold: null,
  };
}

const edges = (band: number) => ({ top: band * BAND_HEIGHT, bottom: (band + 1) * BAND_HEIGHT });

function parsed<T>(
  schema: v.GenericSchema<unknown, T>,
  rows: readonly unknown[],
  first: number,
  host: string,
): T {
  const result = v.safeParse(schema, rows, { abortEarly: true });
  if (result.success) return result.output;
  const [index, field] = (v.getDotPath(result.issues[0]) ?? '0').split('.');
  const place = `data.${first + Number(index)}`;
  throw new HushmapError('source.badShape', [
    new URL(host).host,
    field === undefined ? place : `${place}.${field}`,
  ]);
}
