import * as v from 'valibot';
import { PII_CLASSES } from './pii-classes';
import { CHANNELS } from './recorders';

/** Most exceptions that a file or a browser holds. */
export const MOST_EXCEPTIONS = 1000;

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** One finding that a team has accepted, with its reason, its owner and its end. */
export const ExceptionSchema = v.strictObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  /** Address of the pages that it holds for, `*` for any run of characters. */
  page: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  /** The finding's template, channel and class: all that are given must be equal. */
  field: v.strictObject({
    template: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
    channel: v.optional(v.picklist(CHANNELS)),
    class: v.optional(v.picklist(PII_CLASSES)),
  }),
  recorder: v.optional(Name),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  owner: Name,
  /** The last day on which it holds, `2027-01-31`, UTC. */
  expires: v.pipe(v.string(), v.isoDate()),
  /** A second person; without one an exception for a critical class does not hold. */
  approvedBy: v.optional(Name),
});

export type Exception = v.InferOutput<typeof ExceptionSchema>;

export const ExceptionListSchema = v.pipe(v.array(ExceptionSchema), v.maxLength(MOST_EXCEPTIONS));

/** `hushmap.exceptions.json`: shared by the panel and the command line. */
export const ExceptionsFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal('hushmap-exceptions'),
  version: v.literal(1),
  exceptions: ExceptionListSchema,
});
