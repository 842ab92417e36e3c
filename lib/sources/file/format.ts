import * as v from 'valibot';
import { DaySchema, WebUrlSchema } from '../../protocol/common';
import {
  AnchorSchema,
  HeatFiltersSchema,
  MAP_KINDS,
  NO_FILTERS,
  UNITS,
} from '../../protocol/heat-kinds';
import { MAX_CELLS, MAX_COUNT, MAX_POSITION } from '../limits';

/** The open format that any back end can give; documented in `docs/heat-file.md`. */
export const HEAT_FORMAT = 'hushmap-heat';
/** Version 1 knows clicks by place alone; it is still read, and no longer written. */
export const HEAT_VERSION = 2;

/** Edge of a cell that names none, CSS px. */
export const DEFAULT_SIZE = 16;

/** Edge of a cell within its element's box, where an answer by element names none. */
export const DEFAULT_STEP = 0.1;

/** A million cells with every field written out take 70 to 80 MB. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/** Elements of one map: pages with more that were clicked are lists, and their rows one template. */
export const MAX_ANCHORS = 20_000;

/** Characters of all that is not cells: 20,000 elements with selectors of some 300 characters. */
export const MAX_ENVELOPE = 8_000_000;

export const MAX_BANDS = 2_000;

const within = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

const Position = within(0, MAX_POSITION);
const Count = within(0, MAX_COUNT);
const Share = within(0, 1);

/** Fields that people may leave out where all of it is as asked, or as usual. */
const commonFields = {
  viewportWidth: within(1, 100_000),
  from: DaySchema,
  to: DaySchema,
};

/** What a maker can say of its numbers: plain yes or no, never a text to be shown. */
export const RemarksSchema = v.object({
  /** Only a part of all visits was looked at. */
  sampled: v.optional(v.boolean(), false),
  /** People are estimated (HyperLogLog and its like), not counted. */
  estimated: v.optional(v.boolean(), false),
  /** Widths of the viewport were not told apart. */
  allWidths: v.optional(v.boolean(), false),
  /** Kinds of devices were not told apart. */
  allDevices: v.optional(v.boolean(), false),
  /** Page views are counted: one person may stand behind several. */
  pageViews: v.optional(v.boolean(), false),
  /** Whoever got to several depths counts at each of them. */
  reachedTwice: v.optional(v.boolean(), false),
  /** Numbers are rounded, by more than chance moves them. */
  rounded: v.optional(v.boolean(), false),
});

export type Remarks = v.InferOutput<typeof RemarksSchema>;

/** Edges of a band: CSS px or shares of the page's height, as `depth` says. */
export const FileBandSchema = v.object({
  top: Position,
  bottom: Position,
  value: within(0, 1e15),
  people: v.optional(Count),
  sessions: v.optional(Count),
});

const filter = HeatFiltersSchema.entries;

/** Filters that were set; those that were not are left out. */
const FileFiltersSchema = v.object({
  device: v.optional(filter.device, NO_FILTERS.device),
  withoutTestAccounts: v.optional(filter.withoutTestAccounts, false),
  withoutNoise: v.optional(filter.withoutNoise, false),
  cohorts: v.optional(filter.cohorts, []),
  segment: v.optional(filter.segment, ''),
  pattern: v.optional(filter.pattern, null),
});

/** All but the cells, whatever says it: the fields of JSON, or the lines above a table. */
const factFields = {
  page: WebUrlSchema,
  map: v.picklist(MAP_KINDS),
  ...commonFields,
  unit: v.optional(v.picklist(UNITS)),
  anonymisedAt: v.optional(v.picklist(['source', 'browser'])),
  truncated: v.optional(v.boolean()),
  remarks: v.optional(RemarksSchema),
  /** Widths of the viewport that clicks were taken from, CSS px, both included. */
  widths: v.optional(v.object({ min: Position, max: Position })),
  filters: v.optional(FileFiltersSchema),
};

const elementFields = {
  anchors: v.optional(v.pipe(v.array(AnchorSchema), v.maxLength(MAX_ANCHORS))),
  step: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
};

const bandFields = {
  depth: v.optional(v.picklist(['px', 'share'])),
  fold: v.optional(v.nullable(Position)),
  people: v.optional(Count),
  sessions: v.optional(Count),
  bands: v.optional(v.pipe(v.array(FileBandSchema), v.maxLength(MAX_BANDS))),
};

/** Everything beside the rows. Unknown fields are ignored; rows are looked at as they come. */
export const HeatFactsSchema = v.object({
  ...factFields,
  ...elementFields,
  ...bandFields,
  cells: v.optional(v.array(v.unknown())),
});

/** The same of an answer to a question: what is left out is as it was asked. */
export const AnswerFactsSchema = v.object({
  ...HeatFactsSchema.entries,
  page: v.optional(WebUrlSchema),
  map: v.optional(v.picklist(MAP_KINDS)),
  viewportWidth: v.optional(commonFields.viewportWidth),
  from: v.optional(DaySchema),
  to: v.optional(DaySchema),
});

export type HeatFacts = v.InferOutput<typeof HeatFactsSchema>;
export type AnswerFacts = v.InferOutput<typeof AnswerFactsSchema>;

/** Version 1: clicks by place, of people or sessions. */
export const HeatFacts1Schema = v.object({
  page: WebUrlSchema,
  map: v.literal('click'),
  ...commonFields,
  cells: v.array(v.unknown()),
});

/** A field that another form of row has, or nobody knows, must not spoil a row of this form. */
const lenient = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

/**
 * One row of any form, checked by the thousand as it comes. By place: `x`, `y`, `size`, `fixed`. By
 * element: `anchor` or `selector`, and `x`, `y` within its box. Which of them an answer means, its
 * other fields say, and these may come after the rows; so that is judged at the end.
 */
export const RowSchema = v.object({
  x: v.nullish(Position),
  y: v.nullish(Position),
  size: v.nullish(v.pipe(v.number(), v.gtValue(0), v.maxValue(10_000))),
  fixed: v.nullish(v.boolean()),
  anchor: lenient(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ANCHORS))),
  selector: lenient(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))),
  count: Count,
  people: v.optional(Count),
  sessions: lenient(Count),
});

export type Row = v.InferOutput<typeof RowSchema>;

const placedFields = {
  x: Position,
  y: Position,
  size: v.nullish(v.pipe(v.number(), v.gtValue(0), v.maxValue(10_000))),
  fixed: v.nullish(v.boolean()),
  count: Count,
};

const anchoredFields = {
  anchor: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ANCHORS - 1)),
  x: v.nullish(Share),
  y: v.nullish(Share),
  count: Count,
};

const rowsOf = <E extends v.ObjectEntries>(fields: E, most: number) =>
  v.pipe(v.array(v.object(fields)), v.maxLength(most));

/** Who stands behind is in every row, or there is nobody to count. */
const countedRows = <E extends v.ObjectEntries>(fields: E, most: number) =>
  v.union([
    rowsOf({ ...fields, people: Count, sessions: v.optional(Count) }, most),
    rowsOf({ ...fields, people: v.optional(Count), sessions: Count }, most),
  ]);

/** Scroll and attention are bands. */
const cellMap = { map: v.picklist(['click', 'rage', 'dead', 'move']) };
const bandMap = { map: v.picklist(['scroll', 'attention']) };

/** Where clicks alone are known, a file says so. */
const ofWhom = { unit: v.optional(v.picklist(['people', 'sessions'])) };
const ofClicks = { unit: v.literal('clicks') };

const version1 = { format: v.literal(HEAT_FORMAT), version: v.literal(1) };
const version2 = { format: v.literal(HEAT_FORMAT), version: v.literal(HEAT_VERSION) };
const anchors = v.pipe(v.array(AnchorSchema), v.maxLength(MAX_ANCHORS));

const placed = { ...version2, ...factFields, ...cellMap };
const anchored = { ...placed, anchors, step: elementFields.step };
const { top, bottom, value } = FileBandSchema.entries;

/** A whole file, as published in `docs/heat-file.schema.json`. It is never read in one go. */
export const HeatFileSchema = v.union([
  v.object({ ...placed, ...ofWhom, cells: countedRows(placedFields, MAX_CELLS) }),
  v.object({ ...placed, ...ofClicks, cells: rowsOf(placedFields, MAX_CELLS) }),
  v.object({ ...anchored, ...ofWhom, cells: countedRows(anchoredFields, MAX_CELLS) }),
  v.object({ ...anchored, ...ofClicks, cells: rowsOf(anchoredFields, MAX_CELLS) }),
  v.object({
    ...version2,
    ...factFields,
    ...bandMap,
    ...ofWhom,
    ...bandFields,
    bands: countedRows({ top, bottom, value }, MAX_BANDS),
  }),
  v.object({
    ...version1,
    page: WebUrlSchema,
    map: v.literal('click'),
    ...commonFields,
    cells: countedRows(placedFields, MAX_CELLS),
  }),
]);
