import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { entry } from './message-entry';

const PoseSchema = v.object({
  top: FiniteSchema,
  viewport: v.object({ width: CountSchema, height: CountSchema }),
  height: FiniteSchema,
});

export type Pose = v.InferOutput<typeof PoseSchema>;

/** Null: the picture is done, and the page is put back as it was. */
const top = v.nullable(v.pipe(FiniteSchema, v.minValue(0)));

/** A picture of the whole page with its heat is put together from what can be seen of it, piece by piece. */
export const PICTURE_MESSAGES = {
  // Our pages → background
  'heat.pose': entry('extension', v.object({ tabId: CountSchema, top }), v.nullable(PoseSchema)),
  // Background → our script in a page
  'overlay.pose': entry('background', v.object({ top }), v.nullable(PoseSchema)),
} as const;
