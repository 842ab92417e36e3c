import * as v from 'valibot';
import { CountSchema, DaySchema, FiniteSchema, MessageSchema, WebUrlSchema } from './common';
import { CompareSchema } from './compare';
import {
  BandsSchema,
  FILTER_KINDS,
  GIVEN_BY,
  HeatFiltersSchema,
  MAP_KINDS,
  MAP_ORIGINS,
  MapErrorSchema,
  NO_FILTERS,
  UNITS,
} from './heat-kinds';
import { NO_ZONES, ZonesSchema } from './zones';

export const HEAT_STYLES = ['density', 'classic'] as const;
export const PALETTES = ['viridis', 'cividis', 'inferno', 'thermal', 'gray'] as const;

export type HeatStyle = (typeof HEAT_STYLES)[number];
export type PaletteName = (typeof PALETTES)[number];

/** What the side panel sets for one tab. */
export const HeatSettingsSchema = v.object({
  style: v.picklist(HEAT_STYLES),
  palette: v.picklist(PALETTES),
  /** 0 (nothing) to 1 (covers the page). */
  opacity: v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1)),
  map: v.optional(v.picklist(MAP_KINDS), 'click'),
  /** Where the source can tell both: by place on the page, or by element. */
  by: v.optional(v.picklist(GIVEN_BY), 'place'),
  filters: v.optional(HeatFiltersSchema, NO_FILTERS),
  /** A source's id, `file` for the file that was opened, `sample` for sample data; null: the first that fits. */
  sourceId: v.nullable(v.pipe(v.string(), v.maxLength(80))),
  /** Whole days, the last of them yesterday (UTC). */
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  /** Device widths to ask for, in CSS px; null: the band around this viewport. */
  band: v.nullable(v.object({ min: CountSchema, max: CountSchema })),
  /** What counts as the hottest; null: the page's own peak. In clicks per cell at the peak. */
  peak: v.nullable(v.pipe(FiniteSchema, v.minValue(0))),
  /** Numbers beside the pointer, on the page. */
  hover: v.optional(v.boolean(), true),
  /** The most clicked elements are outlined with their rank and share. */
  ranks: v.optional(v.boolean(), false),
  /** What the map is compared with; null: nothing. */
  compare: v.optional(v.nullable(CompareSchema), null),
});

export type HeatSettings = v.InferOutput<typeof HeatSettingsSchema>;

export const DEFAULT_HEAT_SETTINGS: HeatSettings = {
  style: 'density',
  palette: 'viridis',
  opacity: 0.75,
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  sourceId: null,
  days: 7,
  band: null,
  peak: null,
  hover: true,
  ranks: false,
  compare: null,
};

/** How sure one may be of a map, and where it comes from. Numbers are null where not known. */
export const ProvenanceSchema = v.object({
  sourceId: v.pipe(v.string(), v.maxLength(80)),
  sourceName: v.pipe(v.string(), v.maxLength(120)),
  kind: v.picklist(MAP_ORIGINS),
  /** The page that the data is of (production, where this tab is staging). */
  page: WebUrlSchema,
  from: DaySchema,
  to: DaySchema,
  /** The width that positions are given at, CSS px. */
  viewportWidth: v.pipe(FiniteSchema, v.minValue(1)),
  fetchedAt: FiniteSchema,
  /** Half the source's grid step: no position is more exact than this, CSS px; null: by element. */
  gridErrorX: v.nullable(FiniteSchema),
  gridErrorY: v.nullable(FiniteSchema),
  /** Widths that were counted, CSS px; null: all, or a file that does not say. */
  band: v.optional(v.nullable(v.object({ min: FiniteSchema, max: FiniteSchema })), null),
  filters: v.optional(HeatFiltersSchema, NO_FILTERS),
  /** What k counts. */
  unit: v.picklist(UNITS),
  /** Who left out what fewer than k stand behind: `source`, before it was sent; else we did. */
  anonymisedAt: v.optional(v.picklist(['source', 'browser']), 'browser'),
  /** What that cost, where the source says it: shares, 0 to 1, of clicks left out and of those moved by merging. */
  lostAtSource: v.optional(v.object({ dropped: FiniteSchema, misplaced: FiniteSchema })),
  truncated: v.boolean(),
  /** What the source says of its own answer: sampled, a filter that it does not know. */
  remarks: v.optional(v.pipe(v.array(MessageSchema), v.maxLength(10)), []),
  /** Rows of the source's answer that were left out, since their position or count is no number. */
  unusable: v.optional(CountSchema),
});

export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

/** What the overlay must know before it asks for tiles. Positions are CSS px at `viewportWidth`. */
export const MapSummarySchema = v.object({
  mapId: v.pipe(v.string(), v.maxLength(80)),
  provenance: ProvenanceSchema,
  map: v.optional(v.picklist(MAP_KINDS), 'click'),
  /** Scroll and attention are bands; all else is cells. */
  bands: v.optional(v.nullable(BandsSchema), null),
  /** Elements that cells are given by, where the source gives no places; the overlay finds them. */
  anchors: v.optional(CountSchema, 0),
  /** Cells that may be shown. */
  cells: CountSchema,
  /** Clicks behind them, rounded for display. */
  count: CountSchema,
  /** Share of clicks dropped because fewer than k people stand behind their cell, 0 to 1. */
  dropped: FiniteSchema,
  k: CountSchema,
  /** Null: it is not a picture of places, or was saved before it was reckoned. */
  error: v.optional(v.nullable(MapErrorSchema), null),
  /** Highest density of the whole page, clicks per unit kernel: the density's value at its peak. */
  peak: FiniteSchema,
  /** Highest count of one cell, for the classic style. */
  maxCell: FiniteSchema,
  tiles: v.array(
    v.object({
      index: CountSchema,
      top: FiniteSchema,
      bottom: FiniteSchema,
      fixed: v.boolean(),
      cells: CountSchema,
    }),
  ),
});

export type MapSummary = v.InferOutput<typeof MapSummarySchema>;

/** Cells of one tile: base64 of a little-endian Float32Array `[x, y, size, count]…`, at most 1 MB. */
export const TileSchema = v.object({
  mapId: v.pipe(v.string(), v.maxLength(80)),
  index: CountSchema,
  data: v.pipe(v.string(), v.maxLength(1_048_576)),
});

export type Tile = v.InferOutput<typeof TileSchema>;

/** A box of the page that clicks can be counted for, CSS px of the page as it is now. */
export const ElementBoxSchema = v.object({
  /** The overlay's own number for the element. */
  ref: CountSchema,
  label: v.pipe(v.string(), v.maxLength(120)),
  role: v.pipe(v.string(), v.maxLength(40)),
  fixed: v.boolean(),
  /** False: it does nothing when it is clicked, as far as one can tell. */
  interactive: v.optional(v.boolean()),
  /** `[left, top, width, height]`; of the viewport where `fixed`. */
  box: v.tuple([FiniteSchema, FiniteSchema, FiniteSchema, FiniteSchema]),
});

export type ElementBox = v.InferOutput<typeof ElementBoxSchema>;

/** How far parts of a page have moved since it was recorded (`lib/heatmap/anchors/shifts.ts`). */
export const ShiftsSchema = v.pipe(
  v.array(
    v.object({
      y: FiniteSchema,
      by: FiniteSchema,
      across: v.pipe(
        v.array(v.object({ x: FiniteSchema, from: FiniteSchema, times: FiniteSchema })),
        v.maxLength(8),
      ),
    }),
  ),
  v.maxLength(2_000),
);

export type ShiftsTold = v.InferOutput<typeof ShiftsSchema>;

/** One row of the element table. */
export const RankedElementSchema = v.object({
  ref: CountSchema,
  label: v.pipe(v.string(), v.maxLength(120)),
  role: v.pipe(v.string(), v.maxLength(40)),
  /** Rounded. */
  count: CountSchema,
  /** Share of all shown clicks, 0 to 1. */
  share: FiniteSchema,
  /** Half-width of the 95 % interval of the share; null where the unit is not known. */
  margin: v.nullable(FiniteSchema),
  /** Distinct people are at least so many, rounded: those of its fullest cell. */
  people: v.optional(CountSchema),
  /** Where it was when it was counted, as the overlay told. */
  fixed: v.boolean(),
  box: v.tuple([FiniteSchema, FiniteSchema, FiniteSchema, FiniteSchema]),
});

export type RankedElement = v.InferOutput<typeof RankedElementSchema>;

/** Things on a page whose heat is asked for, as the scanner names them. */
export const HeatTargetsSchema = v.pipe(
  v.array(
    v.object({
      selector: v.pipe(v.string(), v.maxLength(1000)),
      template: v.pipe(v.string(), v.maxLength(1000)),
      /** All places of the template, not the one of the selector alone. */
      many: v.boolean(),
    }),
  ),
  v.maxLength(500),
);

export type HeatTarget = v.InferOutput<typeof HeatTargetsSchema>[number];

export const HeatBoxSchema = v.object({
  /** Index of the target. */
  target: CountSchema,
  fixed: v.boolean(),
  box: v.tuple([FiniteSchema, FiniteSchema, FiniteSchema, FiniteSchema]),
});

/** By target; null: it is not to be seen on the page. */
export const HeatSharesSchema = v.object({
  /** `none`: the tab shows no heat by place. `sample`: what it shows is made up, so it tells nothing. */
  kind: v.picklist(['none', 'sample', 'shown']),
  shares: v.array(v.nullable(v.object({ share: FiniteSchema, margin: v.nullable(FiniteSchema) }))),
});

export type HeatShares = v.InferOutput<typeof HeatSharesSchema>;

/** What a source can tell and filter; null in its place: nothing is asked of it (a file). */
export const AbilitiesSchema = v.object({
  maps: v.pipe(
    v.array(v.object({ map: v.picklist(MAP_KINDS), by: v.picklist(GIVEN_BY) })),
    v.maxLength(20),
  ),
  filters: v.pipe(v.array(v.picklist(FILTER_KINDS)), v.maxLength(20)),
  /** It can list the pages that a pattern holds (`HeatSource.listPages`). */
  pages: v.optional(v.boolean()),
  /** It can be asked for Web Vitals and conversion by element. */
  measures: v.optional(v.boolean()),
});

export type SourceAbilities = v.InferOutput<typeof AbilitiesSchema>;

/** Heat by element whose elements the page does not have. */
export const UnresolvedSchema = v.object({
  cells: CountSchema,
  /** Share of all shown clicks, 0 to 1. */
  share: FiniteSchema,
  /** The same of elements that are there and cannot be seen now: in a closed menu, on another tab. */
  hidden: FiniteSchema,
  /** Redacted selectors of the hottest ones. */
  examples: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(20)),
});

export type Unresolved = v.InferOutput<typeof UnresolvedSchema>;

/** Heat by place that was put on the elements beneath. */
export const ReanchoredSchema = v.object({
  /** Cells that stand on an element, and those that stay where the source has them. */
  anchored: CountSchema,
  kept: CountSchema,
  /** Whether the page's own elements told how far its parts have moved since it was recorded. */
  registered: v.boolean(),
});

export type Reanchored = v.InferOutput<typeof ReanchoredSchema>;

/** Where the heat of one tab stands. Kept in session storage, so it outlives the worker. */
export const HeatStateSchema = v.object({
  on: v.boolean(),
  status: v.picklist(['off', 'loading', 'shown', 'empty', 'failed']),
  /** The page as the tab shows it, redacted for display. */
  page: v.pipe(v.string(), v.maxLength(2000)),
  settings: HeatSettingsSchema,
  summary: v.nullable(MapSummarySchema),
  elements: v.pipe(v.array(RankedElementSchema), v.maxLength(2_000)),
  /** Clicks that lie on no listed element, share of all shown, 0 to 1. */
  unplaced: FiniteSchema,
  /** Null: the heat is not by element. */
  unresolved: v.optional(v.nullable(UnresolvedSchema), null),
  /** Null: the heat is not by place, or was recorded at other widths than this one. */
  reanchored: v.optional(v.nullable(ReanchoredSchema), null),
  zones: v.optional(ZonesSchema, NO_ZONES),
  /** What was set when heat of a source was last shown of this page: a way back that leads somewhere. */
  lastShown: v.optional(v.nullable(HeatSettingsSchema), null),
  /** Why there is no heat, and the next step; null while there is some. */
  reason: v.nullable(MessageSchema),
  /** A remark beside the heat: another width, sample data, saved copy. */
  notes: v.array(MessageSchema),
  sources: v.array(
    v.object({
      id: v.pipe(v.string(), v.maxLength(80)),
      name: v.pipe(v.string(), v.maxLength(120)),
      kind: v.picklist(MAP_ORIGINS),
      abilities: v.nullable(AbilitiesSchema),
    }),
  ),
});

export type HeatState = v.InferOutput<typeof HeatStateSchema>;
