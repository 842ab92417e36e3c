import * as v from 'valibot';
import { RecorderStateSchema } from './recorders';

/** What a frame is asked to scan with. */
export const ScanRequestSchema = v.object({
  /** Key of this run's HMAC, 32 bytes in hex. It never outlives the run. */
  runKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  recorders: v.array(RecorderStateSchema),
  /** Tell when the page has changed, so that it can be scanned again. */
  watch: v.boolean(),
  /** Masks are being tried out in this tab: that they were not there before is no fault of the page. */
  preview: v.optional(v.boolean()),
});

export type ScanRequest = v.InferOutput<typeof ScanRequestSchema>;
