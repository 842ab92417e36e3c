import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { entry } from './message-entry';

export const PoseSchema = v.object({
  top: FiniteSchema,
  viewport: v.object({ width: CountSchema, height: CountSchema }),
  height: FiniteSchema,
});

export type Pose = v.InferOutput<typeof PoseSchema>;

/** Null: the picture is done, and the page is put back as it was. */
export const PoseTopSchema = v.nullable(v.pipe(FiniteSchema, v.minValue(0)));

/** A picture of the whole page with its heat is put together from what can be seen of it, piece by piece. */
export const PICTURE_MESSAGES = {
  // Our pages → background
  'heat.pose': entry(
    'extension',
    v.object({ tabId: CountSchema, top: PoseTopSchema }),
    v.nullable(PoseSchema),
  ),
  /**
   * A picture of the tab, a PNG in base64 and in CSS pixels, with what may be personal painted over.
   * Null: the browser does not allow one, or what is personal in it can't be told.
   */
  'heat.picture': entry(
    'extension',
    v.object({ tabId: CountSchema }),
    v.nullable(v.pipe(v.string(), v.maxLength(40_000_000))),
  ),
} as const;
