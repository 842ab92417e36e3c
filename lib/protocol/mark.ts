import * as v from 'valibot';
import { CountSchema } from './common';
import { ChannelSchema } from './recorders';

/** A class or an attribute that is tried out on every element where a finding's value was seen. */
export const MarkSchema = v.object({
  frame: CountSchema,
  template: v.pipe(v.string(), v.maxLength(1000)),
  channel: ChannelSchema,
  attribute: v.pipe(v.string(), v.maxLength(100)),
  /** `class="rr-mask"`, `data-sl="mask"`. */
  text: v.pipe(v.string(), v.maxLength(200)),
});

export type Mark = v.InferOutput<typeof MarkSchema>;
