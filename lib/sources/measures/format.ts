import * as v from 'valibot';
import { DaySchema, WebUrlSchema } from '../../protocol/common';
import { AnchorSchema } from '../../protocol/heat-kinds';
import { MEASURE_UNITS } from '../../protocol/measures';
import { MAX_COUNT } from '../limits';

/** Web Vitals and conversion by element, as any back end can give them: `docs/measures-file.md`. */
export const MEASURES_FORMAT = 'hushmap-measures';
export const MEASURES_VERSION = 1;

/** More elements than anyone measures. */
export const MAX_FILE_ELEMENTS = 5_000;

/** All of them with eight long selectors each. */
export const MAX_MEASURES_BYTES = 16 * 1024 * 1024;

const Count = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_COUNT));

/** Longer than this, or more shifts than this, is a fault and no page. */
const vitalUpTo = (most: number) =>
  v.object({ p75: v.pipe(v.number(), v.minValue(0), v.maxValue(most)), people: Count });

/** 15 minutes: what posthog-js leaves out as well. */
export const MOST_MS = 900_000;
export const MOST_CLS = 100;

/** Of `people` who clicked, `converted` reached the goal. */
const ConversionSchema = v.object({ people: Count, converted: Count });

const figures = {
  inp: v.optional(vitalUpTo(MOST_MS)),
  lcp: v.optional(vitalUpTo(MOST_MS)),
  cls: v.optional(vitalUpTo(MOST_CLS)),
  conversion: v.optional(ConversionSchema),
};

export const FileElementSchema = v.object({
  selectors: AnchorSchema.entries.selectors,
  ...figures,
});

export type FileElement = v.InferOutput<typeof FileElementSchema>;

const facts = {
  page: WebUrlSchema,
  from: DaySchema,
  to: DaySchema,
  unit: v.optional(v.picklist(MEASURE_UNITS)),
  goal: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  base: v.optional(v.object(figures)),
};

/** Everything beside the elements. Unknown fields are ignored; elements are looked at as they come. */
export const MeasureFactsSchema = v.object({ ...facts, elements: v.array(v.unknown()) });

/** A whole file, as published in `docs/measures-file.schema.json`. */
export const MeasuresFileSchema = v.object({
  format: v.literal(MEASURES_FORMAT),
  version: v.literal(MEASURES_VERSION),
  ...facts,
  elements: v.pipe(v.array(FileElementSchema), v.maxLength(MAX_FILE_ELEMENTS)),
});
