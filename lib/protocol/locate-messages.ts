import * as v from 'valibot';
import { CountSchema } from './common';
import { ElementBoxSchema } from './heat';
import { AnchorSchema } from './heat-kinds';
import { entry } from './message-entry';

/** Elements of one question: what a page can find at once, and a message can hold. */
export const MAX_LOCATED = 1_000;

const { ref, label, role } = ElementBoxSchema.entries;
const named = { ref, label, role };

const numbers = v.pipe(v.array(CountSchema), v.maxLength(MAX_LOCATED));

/** Background → our script in a page. */
export const LOCATE_MESSAGES = {
  /** Which elements of the page these selectors name, now. */
  'overlay.locate': entry(
    'background',
    v.object({
      anchors: v.pipe(v.array(AnchorSchema.entries.selectors), v.maxLength(MAX_LOCATED)),
    }),
    v.object({
      found: v.pipe(
        v.array(
          v.object({
            /** Index of the anchor. */
            anchor: CountSchema,
            ...named,
            /** The control around it, which a press on it presses; null: itself, or none. */
            control: v.nullable(v.object(named)),
          }),
        ),
        v.maxLength(MAX_LOCATED),
      ),
      missing: numbers,
      /** There, and not to be seen now. */
      hidden: numbers,
    }),
  ),
} as const;
