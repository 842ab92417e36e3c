import * as v from 'valibot';
import { CountSchema, DaySchema, FiniteSchema, MessageSchema, WebUrlSchema } from './common';
import { ElementBoxSchema } from './heat';
import { AnchorSchema } from './heat-kinds';

/** Google's Core Web Vitals: how slow a press is answered, how late the page is seen, how much it jumps. */
export const VITALS = ['inp', 'lcp', 'cls'] as const;
export type Vital = (typeof VITALS)[number];

export const GRADES = ['good', 'needsImprovement', 'poor'] as const;
export type Grade = (typeof GRADES)[number];

/** What a measure's people are. */
export const MEASURE_UNITS = ['people', 'sessions'] as const;

const Share = v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1));

/** The 75th percentile: `inp` and `lcp` in ms, `cls` without a unit. Rounded up. */
export const VitalFigureSchema = v.object({
  p75: v.pipe(FiniteSchema, v.minValue(0)),
  grade: v.picklist(GRADES),
  /** Behind it, rounded. */
  people: CountSchema,
});

/** Of those who clicked, the share that reached the goal afterwards. Whole percents, 0 to 1. */
export const ConversionFigureSchema = v.object({
  share: Share,
  /** The 95 % interval. */
  low: Share,
  high: Share,
  /** Who clicked, rounded. */
  people: CountSchema,
});

export const FiguresSchema = v.object({
  inp: v.nullable(VitalFigureSchema),
  lcp: v.nullable(VitalFigureSchema),
  cls: v.nullable(VitalFigureSchema),
  conversion: v.nullable(ConversionFigureSchema),
  /** Something is known of it that would tell of too few. */
  withheld: v.boolean(),
});

export type VitalFigure = v.InferOutput<typeof VitalFigureSchema>;
export type ConversionFigure = v.InferOutput<typeof ConversionFigureSchema>;
export type Figures = v.InferOutput<typeof FiguresSchema>;

/** As many as the table of elements shows. */
export const MAX_MEASURED = 1_000;

const aboutFields = {
  /** A source's id, or `file`. */
  sourceId: v.pipe(v.string(), v.maxLength(80)),
  sourceName: v.pipe(v.string(), v.maxLength(120)),
  /** Redacted. */
  page: WebUrlSchema,
  from: DaySchema,
  to: DaySchema,
  unit: v.picklist(MEASURE_UNITS),
  /** What counts as reached, as its maker calls it, redacted; null: no conversion was asked for. */
  goal: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  k: CountSchema,
  /** Of the page as a whole. */
  base: FiguresSchema,
  /** Figures that were left out, since they would tell of too few. */
  withheld: CountSchema,
  notes: v.pipe(v.array(MessageSchema), v.maxLength(10)),
};

export const MeasuresAboutSchema = v.object(aboutFields);
export type MeasuresAbout = v.InferOutput<typeof MeasuresAboutSchema>;

/** Measures as they are kept for a tab: nothing in them tells of fewer than k. */
export const MeasuresSchema = v.object({
  ...aboutFields,
  elements: v.pipe(
    v.array(v.object({ selectors: AnchorSchema.entries.selectors, figures: FiguresSchema })),
    v.maxLength(MAX_MEASURED),
  ),
});

export type Measures = v.InferOutput<typeof MeasuresSchema>;

/** An element of the page that something is known of. */
export const MeasuredElementSchema = v.object({
  ref: CountSchema,
  label: ElementBoxSchema.entries.label,
  role: ElementBoxSchema.entries.role,
  figures: FiguresSchema,
});

export type MeasuredElement = v.InferOutput<typeof MeasuredElementSchema>;

/** Where the measures of one tab stand, for the side panel. */
export const MeasuresStateSchema = v.object({
  status: v.picklist(['none', 'loading', 'shown', 'empty', 'failed']),
  about: v.nullable(MeasuresAboutSchema),
  elements: v.pipe(v.array(MeasuredElementSchema), v.maxLength(MAX_MEASURED)),
  /** Measured elements that the page has not, and those that are there and cannot be seen now. */
  missing: CountSchema,
  hidden: CountSchema,
  /** Redacted selectors of missing ones. */
  examples: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(20)),
  /** Why there is nothing to show; null while there is something. */
  reason: v.nullable(MessageSchema),
});

export type MeasuresState = v.InferOutput<typeof MeasuresStateSchema>;

export const NO_MEASURES: MeasuresState = {
  status: 'none',
  about: null,
  elements: [],
  missing: 0,
  hidden: 0,
  examples: [],
  reason: null,
};

/** An event's name, or a path that begins with `/`; empty: none. */
export const GoalSchema = v.pipe(v.string(), v.trim(), v.maxLength(200));
