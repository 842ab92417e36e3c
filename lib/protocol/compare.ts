import * as v from 'valibot';
import { DEVICES, HeatFiltersSchema } from './heat-kinds';

/** How two maps are shown: where they differ, one beside the other under a handle, or one after the other. */
export const COMPARE_VIEWS = ['difference', 'swipe', 'side'] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

/** Palettes for differences (`lib/heatmap/diverging`). */
export const DIVERGING_PALETTES = ['vik', 'brbg', 'dusk'] as const;
export type DivergingName = (typeof DIVERGING_PALETTES)[number];

/** What the shown map (A) is compared with (B): what is not named here stays as it is in A. */
export const CompareWithSchema = v.variant('kind', [
  /** As many days, directly before. */
  v.object({ kind: v.literal('before') }),
  v.object({ kind: v.literal('device'), device: v.picklist(DEVICES) }),
  v.object({
    kind: v.literal('cohorts'),
    cohorts: v.pipe(HeatFiltersSchema.entries.cohorts, v.minLength(1)),
  }),
  /** In the source's own words. */
  v.object({
    kind: v.literal('segment'),
    segment: v.pipe(HeatFiltersSchema.entries.segment, v.minLength(1)),
  }),
  /** The same page with this parameter in its address: a variant of a test. */
  v.object({
    kind: v.literal('parameter'),
    name: v.pipe(v.string(), v.regex(/^[\w.~[\]-]{1,60}$/)),
    value: v.pipe(v.string(), v.maxLength(200)),
  }),
  /** Another page of this site: a path or an address; `*` for any characters. */
  v.object({
    kind: v.literal('page'),
    page: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
  }),
  /** Another of the sources that fit the page, a snapshot, or the file that was opened. */
  v.object({ kind: v.literal('map'), id: v.pipe(v.string(), v.maxLength(80)) }),
]);

export type CompareWith = v.InferOutput<typeof CompareWithSchema>;

export const CompareSchema = v.object({
  with: CompareWithSchema,
  view: v.optional(v.picklist(COMPARE_VIEWS), 'difference'),
  /** Which of the two the page shows in the view `side`. */
  side: v.optional(v.picklist(['a', 'b']), 'a'),
  palette: v.optional(v.picklist(DIVERGING_PALETTES), 'vik'),
});

export type Compare = v.InferOutput<typeof CompareSchema>;
