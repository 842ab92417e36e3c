import * as v from 'valibot';
import { FiniteSchema } from './common';

/** What is counted. `scroll`: how far people got. `attention`: how long a part was in view. */
export const MAP_KINDS = ['click', 'rage', 'dead', 'move', 'scroll', 'attention'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** How a source tells where: by place on the page, or by element. */
export const GIVEN_BY = ['place', 'element'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];

export const DEVICES = ['all', 'desktop', 'tablet', 'mobile'] as const;
export type Device = (typeof DEVICES)[number];

export const SOURCE_KINDS = ['posthog', 'matomo', 'openreplay', 'clickhouse', 'endpoint'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a shown map may come from: a source that was set up, or what needs none. */
export const MAP_ORIGINS = [...SOURCE_KINDS, 'snapshot', 'file', 'sample'] as const;

/** What k counts. `clicks`: the source knows neither people nor sessions, so one person may be all. */
export const UNITS = ['people', 'sessions', 'clicks'] as const;
export type Unit = (typeof UNITS)[number];

/** What may be asked of a source beside page and days. `band`: widths of the viewport. */
export const FILTER_KINDS = [
  'band',
  'device',
  'testAccounts',
  'noise',
  'cohorts',
  'segment',
  'pattern',
] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** Whose clicks count. What a source cannot tell apart, it says (`SourceAbilities`). */
export const HeatFiltersSchema = v.object({
  device: v.picklist(DEVICES),
  /** True: a team's own people are left out. */
  withoutTestAccounts: v.boolean(),
  /** True: double taps, clicks on background and bots are left out. */
  withoutNoise: v.boolean(),
  /** Ids of cohorts; a person must be in all of them. */
  cohorts: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(10)),
  /** A segment in the source's own words; empty: none. */
  segment: v.pipe(v.string(), v.maxLength(500)),
  /** Addresses of one template, `*` for any characters: `https://acme.com/item/*`; null: this page alone. */
  pattern: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
});

export type HeatFilters = v.InferOutput<typeof HeatFiltersSchema>;

export const NO_FILTERS: HeatFilters = {
  device: 'all',
  withoutTestAccounts: false,
  withoutNoise: false,
  cohorts: [],
  segment: '',
  pattern: null,
};

/** An element as a source names it: selectors, the most stable first; ` >>> ` enters a shadow root. */
export const AnchorSchema = v.object({
  selectors: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.minLength(1), v.maxLength(8)),
});

export type Anchor = v.InferOutput<typeof AnchorSchema>;

const ErrorPartSchema = v.object({
  /** Share of all heat that lies elsewhere than it should, 0 to 1; null: unknown. */
  value: v.nullable(FiniteSchema),
  how: v.picklist(['measured', 'estimated', 'unknown']),
  model: v.picklist(['evenInCell', 'dropped', 'merged', 'perPerson', 'none']),
});

/** How far a picture may be off, and how that is known (`lib/heatmap/error`). */
export const MapErrorSchema = v.object({
  quantisation: ErrorPartSchema,
  anonymisation: ErrorPartSchema,
  sampling: ErrorPartSchema,
  /** At most this altogether; null where one of them is unknown. */
  total: v.nullable(FiniteSchema),
  /** How many times the data of now would bring chance below the benchmark. */
  more: v.nullable(v.object({ times: FiniteSchema, sessions: v.nullable(FiniteSchema) })),
});

export type MapErrorTold = v.InferOutput<typeof MapErrorSchema>;

/** One horizontal band of the page. */
export const BandSchema = v.object({
  /** Upper and lower edge: CSS px, or shares of the page's height, 0 to 1. */
  top: FiniteSchema,
  bottom: FiniteSchema,
  /** People who reached it, or seconds that it was in view, all people together. */
  value: FiniteSchema,
  people: FiniteSchema,
});

export const BandsSchema = v.object({
  measure: v.picklist(['reached', 'seconds']),
  depth: v.picklist(['px', 'share']),
  /** From the top of the page down. */
  bands: v.pipe(v.array(BandSchema), v.maxLength(2_000)),
  /** People who saw the page at all. */
  people: FiniteSchema,
  /** Lower edge of what people saw first, CSS px or share of the height, as `depth` says; null: not known. */
  fold: v.nullable(FiniteSchema),
});

export type Band = v.InferOutput<typeof BandSchema>;
export type Bands = v.InferOutput<typeof BandsSchema>;
