import * as v from 'valibot';
import { CountSchema } from './common';
import { PII_CLASSES } from './pii-classes';
import { SetupIdSchema } from './recorders';
import { VERDICTS } from './verdicts';

/** Values, and the distinct fields that they stand in: template, channel and attribute. */
const amount = v.object({ values: CountSchema, fields: CountSchema });

/** What one class is exposed to under two setups. What can't be told counts as exposed. */
const ClassChangeSchema = v.object({
  pii: v.picklist(PII_CLASSES),
  /** Exposed under the first, covered under the second. */
  removed: amount,
  /** Covered under the first, exposed under the second. */
  added: amount,
  /** Exposed under both. */
  kept: amount,
});

export type ClassChange = v.InferOutput<typeof ClassChangeSchema>;

/** What the second of two setups changes of what the first exposes, by class. */
const SetupPairSchema = v.object({
  first: SetupIdSchema,
  second: SetupIdSchema,
  classes: v.pipe(v.array(ClassChangeSchema), v.maxLength(PII_CLASSES.length)),
});

export type SetupPair = v.InferOutput<typeof SetupPairSchema>;

/** How the masking half would end for one setup by itself. */
const SetupStandingSchema = v.object({
  id: SetupIdSchema,
  verdict: v.picklist(VERDICTS),
  blocking: CountSchema,
  /** Findings that ask a person. */
  review: CountSchema,
});

export type SetupStanding = v.InferOutput<typeof SetupStandingSchema>;

/** Several setups of the same audit, beside each other. */
export const ComparisonSchema = v.object({
  setups: v.array(SetupStandingSchema),
  pairs: v.array(SetupPairSchema),
});

export type Comparison = v.InferOutput<typeof ComparisonSchema>;
