import * as v from 'valibot';
import { CountSchema } from './common';
import { RecorderIdSchema, SetupIdSchema } from './recorders';

/** Before what was tried, and with it. */
const pair = v.object({ before: CountSchema, after: CountSchema });

const setup = { recorder: RecorderIdSchema, setup: v.optional(SetupIdSchema) };

/** Exposure removed, and what it costs. */
const EffectSchema = v.object({
  /** Values that are exposed, or of which nobody can tell, summed over the setups. */
  values: pair,
  /** Kinds of them: one for each template, channel, class and setup. */
  kinds: pair,
  /** Controls that hold nothing personal and that a setup hides, of how many there are. */
  fidelity: v.array(v.object({ ...setup, controls: CountSchema, hidden: pair })),
});

export type Effect = v.InferOutput<typeof EffectSchema>;

/** What trying the fixes out in a tab has shown. */
export const PreviewSchema = v.object({
  /** Elements that carry a mark now. */
  elements: CountSchema,
  /** Open findings whose fix can't be tried: a function, a change of the page's markup, none at all. */
  notTried: CountSchema,
  /** What the marks have changed. */
  ...EffectSchema.entries,
  /**
   * What the suggested options would change beside the marks: a scan of the same page with these
   * options over those in force, which nobody has set. Null: none were suggested.
   */
  options: v.nullable(
    v.object({
      /** How many different options were suggested for each setup. */
      suggested: v.array(v.object({ ...setup, count: CountSchema })),
      ...EffectSchema.entries,
    }),
  ),
});

export type Preview = v.InferOutput<typeof PreviewSchema>;
