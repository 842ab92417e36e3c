import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { ElementBoxSchema } from './heat';
import { AnchorSchema } from './heat-kinds';
import { entry } from './message-entry';
import { ReadingsSchema, ZonesToldSchema } from './zones';

const id = v.pipe(v.string(), v.maxLength(80));

/** Elements that heat is given by, and the cells in their boxes, in parts of at most 1 MB. */
export const AnchoredPartSchema = v.object({
  mapId: id,
  part: CountSchema,
  parts: CountSchema,
  /** Ranked selectors of the next anchors. */
  anchors: v.pipe(v.array(AnchorSchema.entries.selectors), v.maxLength(100_000)),
  /** Base64 of a little-endian Float32Array `[anchor, x, y, count]…` of the next cells. */
  cells: v.pipe(v.string(), v.maxLength(786_432)),
});

export type AnchoredPart = v.InferOutput<typeof AnchoredPartSchema>;

const numbers = v.pipe(v.array(CountSchema), v.maxLength(100_000));

/** What the page has of the elements that heat is given by. */
export const AnchoredReportSchema = v.object({
  mapId: id,
  /** The hottest of those that were found, with their boxes on the page now. */
  found: v.pipe(
    v.array(v.object({ anchor: CountSchema, ...ElementBoxSchema.entries })),
    v.maxLength(2_000),
  ),
  /** Anchors that no element answers to. */
  missing: numbers,
  /** Anchors whose element is there and cannot be seen now: in a closed menu, on another tab. */
  hidden: numbers,
  zones: v.optional(ZonesToldSchema),
  /** Highest density on the page, which only the page can know; 0: not found yet. */
  peak: v.optional(v.pipe(FiniteSchema, v.minValue(0))),
});

export type AnchoredReport = v.InferOutput<typeof AnchoredReportSchema>;

/** Our script in a page → background. */
export const ANCHOR_MESSAGES = {
  'overlay.anchors': entry('page', v.object({ mapId: id, part: CountSchema }), AnchoredPartSchema),
  'overlay.anchored': entry('page', AnchoredReportSchema, v.optional(v.nullable(ReadingsSchema))),
} as const;
