import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { ElementBoxSchema } from './heat';
import { entry } from './message-entry';

/** Filters whose effect can be shown. */
export const TAKING_FILTERS = ['noise', 'testAccounts'] as const;
export type TakingFilter = (typeof TAKING_FILTERS)[number];

const Share = v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1));

/** What a filter takes away from a map. Whole percents, 0 to 1. */
export const TakenAwaySchema = v.object({
  filter: v.picklist(TAKING_FILTERS),
  /** Of all clicks of the page. */
  share: Share,
  /** Where most of it went, most first; `share` is of the element's own clicks. */
  elements: v.pipe(
    v.array(
      v.object({
        ref: CountSchema,
        label: ElementBoxSchema.entries.label,
        role: ElementBoxSchema.entries.role,
        share: Share,
        /** Clicks, rounded. */
        count: CountSchema,
      }),
    ),
    v.maxLength(20),
  ),
  /** Of what was taken away, the part that lies on no listed element. */
  elsewhere: Share,
  k: CountSchema,
});

export type TakenAway = v.InferOutput<typeof TakenAwaySchema>;

/** Our pages → background. Null in place of an answer: why there is none. */
export const NOISE_MESSAGES = {
  'heat.takenAway': entry(
    'extension',
    v.object({ tabId: CountSchema, filter: v.picklist(TAKING_FILTERS) }),
    v.object({ taken: v.nullable(TakenAwaySchema), reason: v.nullable(MessageSchema) }),
  ),
} as const;
