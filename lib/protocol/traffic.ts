import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { PII_CLASSES } from './pii-classes';
import { RecorderIdSchema } from './recorders';

/** Personal data that a visit has sent, told by recognisers. Holds no value. */
export const TrafficSchema = v.object({
  /** When DevTools began to log. */
  since: FiniteSchema,
  requests: CountSchema,
  rows: v.pipe(
    v.array(
      v.object({
        class: v.picklist(PII_CLASSES),
        /** Host that got it. */
        receiver: v.pipe(v.string(), v.maxLength(300)),
        recorder: v.nullable(RecorderIdSchema),
        place: v.picklist(['url', 'header', 'body']),
        /** The request's redacted address, the name of the header, or the keys that lead to the value. */
        where: v.pipe(v.string(), v.maxLength(300)),
        count: CountSchema,
        first: v.nullable(FiniteSchema),
        last: v.nullable(FiniteSchema),
      }),
    ),
    v.maxLength(500),
  ),
  /** Rows beyond the limit. */
  more: CountSchema,
  /** Bodies that DevTools did not show, or not as they were: nobody can say that they are clean. */
  unseen: v.object({ requests: CountSchema, bytes: CountSchema }),
  /** Bytes that were seen and could not be read: unknown codes, broken streams, too much. */
  opaque: CountSchema,
});

export type Traffic = v.InferOutput<typeof TrafficSchema>;
