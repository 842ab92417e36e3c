import * as v from 'valibot';
import { CountSchema } from './common';
import { entry, nothing } from './message-entry';

/** Background → our script in a page. */
export const OVERLAY_PIN_MESSAGES = {
  /** The selector of an element, by the overlay's number for it; null: it has left the page. */
  'overlay.selector': entry(
    'background',
    v.object({ ref: CountSchema }),
    v.nullable(v.pipe(v.string(), v.maxLength(1000))),
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
