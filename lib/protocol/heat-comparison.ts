import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { CompareWithSchema } from './compare';
import { MapSummarySchema, RankedElementSchema } from './heat';
import { BandSchema, BandsSchema } from './heat-kinds';
import { entry } from './message-entry';

const { ref, label, role, fixed, box } = RankedElementSchema.entries;
const { tiles } = MapSummarySchema.entries;

/** One element in both maps. */
export const ComparedElementSchema = v.object({
  ref,
  label,
  role,
  fixed,
  box,
  /** Rounded clicks. */
  countA: CountSchema,
  countB: CountSchema,
  /** Share of all visits (of clicks, where nothing was tested), 0 to 1. */
  shareA: FiniteSchema,
  shareB: FiniteSchema,
  /** B less A. */
  difference: FiniteSchema,
  /** Half-width of the difference's 95 % interval; null: it was not tested. */
  margin: v.nullable(FiniteSchema),
  /** False discovery rate at which it is called different; null: it was not tested. */
  q: v.nullable(FiniteSchema),
  isDifferent: v.boolean(),
});

export type ComparedHeatElement = v.InferOutput<typeof ComparedElementSchema>;

/** Squares that both maps show, and what was found in them. */
export const ComparedPlacesSchema = v.object({
  compared: CountSchema,
  /** Called different: less in B, more in B. */
  less: CountSchema,
  more: CountSchema,
  /** Squares that one of the two does not show. */
  left: CountSchema,
  /** Share of the clicks of A and of B that lie in compared squares, 0 to 1. */
  coveredA: FiniteSchema,
  coveredB: FiniteSchema,
});

const { measure, depth } = BandsSchema.entries;
const { top, bottom } = BandSchema.entries;

/** One band in both maps. */
export const ComparedBandSchema = v.object({
  /** Edges, as `depth` says. */
  top,
  bottom,
  /** Share of all who saw the page that got to it (or had it in view), 0 to 1. */
  shareA: FiniteSchema,
  shareB: FiniteSchema,
  /** B less A. */
  difference: FiniteSchema,
  /** Half-width of the difference's 95 % interval; null: it was not tested. */
  margin: v.nullable(FiniteSchema),
  /** False discovery rate at which it is called different; null: it was not tested. */
  q: v.nullable(FiniteSchema),
  isDifferent: v.boolean(),
  /** Seconds that it was in view, for each who saw the page; null: it was not counted. */
  secondsA: v.nullable(FiniteSchema),
  secondsB: v.nullable(FiniteSchema),
});

export type ComparedBandRow = v.InferOutput<typeof ComparedBandSchema>;

/** Bands that both maps show, and what was found in them. */
export const ComparedBandsSchema = v.object({
  measure,
  depth,
  /** From the top of the page down. */
  rows: v.pipe(v.array(ComparedBandSchema), v.maxLength(4_000)),
  /** Bands that one of the two does not show. */
  left: CountSchema,
});

export type ComparedHeatBands = v.InferOutput<typeof ComparedBandsSchema>;

/** Where the comparison of one tab stands. Kept in session storage beside the heat's state. */
export const HeatComparisonSchema = v.object({
  status: v.picklist(['loading', 'shown', 'refused', 'failed']),
  with: CompareWithSchema,
  /** Names the tiles of the difference; changes with either side. */
  id: v.pipe(v.string(), v.maxLength(80)),
  /** Id of map A, and which of its answers, beside what question for B, this is about. */
  a: v.pipe(v.string(), v.maxLength(80)),
  edition: v.pipe(v.string(), v.maxLength(200)),
  b: v.nullable(MapSummarySchema),
  /** Why there is no comparison, and the next step. */
  reason: v.nullable(MessageSchema),
  /** What a reader must know beside it. */
  notes: v.pipe(v.array(MessageSchema), v.maxLength(20)),
  /** False: people are not known alike on both sides, so nothing is called different. */
  isTested: v.boolean(),
  /** Null: the maps are by element, or of bands. */
  places: v.nullable(ComparedPlacesSchema),
  /** Null: the maps are of cells. */
  bands: v.optional(v.nullable(ComparedBandsSchema), null),
  /** The largest difference of a square or band that is called different, 0 to 1. */
  most: FiniteSchema,
  /** Of the squares that are called different. */
  tiles,
  /** Largest difference first; null: the page has not told its elements yet. */
  elements: v.nullable(v.pipe(v.array(ComparedElementSchema), v.maxLength(1_000))),
});

export type HeatComparison = v.InferOutput<typeof HeatComparisonSchema>;

/** What the overlay has to know of it. */
export const OverlayComparisonSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(80)),
  b: MapSummarySchema,
  most: FiniteSchema,
  tiles,
  /** Elements that are called different, where the maps are by element. */
  marks: v.pipe(
    v.array(v.object({ ref: CountSchema, difference: FiniteSchema })),
    v.maxLength(1_000),
  ),
  /** Null: the maps are of cells. */
  bands: v.optional(v.nullable(ComparedBandsSchema), null),
});

export type OverlayComparison = v.InferOutput<typeof OverlayComparisonSchema>;

export const COMPARE_MESSAGES = {
  /** The comparison of a tab's heat with its table, as plain data; null: nothing is compared. */
  'heat.comparison': entry(
    'extension',
    v.object({ tabId: CountSchema }),
    v.nullable(HeatComparisonSchema),
  ),
} as const;
