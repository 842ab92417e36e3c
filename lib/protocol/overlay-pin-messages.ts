import * as v from 'valibot';
import { CountSchema } from './common';
import { AnchorSchema } from './heat-kinds';
import { entry, nothing } from './message-entry';

/** Background → our script in a page. */
export const OVERLAY_PIN_MESSAGES = {
  /** Ranked selectors of an element, by the overlay's number for it; null: it has left the page. */
  'overlay.selectors': entry(
    'background',
    v.object({ ref: CountSchema }),
    v.nullable(AnchorSchema.entries.selectors),
  ),
  /** Numbers to stand at elements, in place of those that stood there. */
  'overlay.pins': entry(
    'background',
    v.object({
      pins: v.pipe(v.array(v.object({ number: CountSchema, ref: CountSchema })), v.maxLength(50)),
    }),
    nothing,
  ),
} as const;
