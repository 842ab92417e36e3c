import * as v from 'valibot';
import { CountSchema } from './common';
import { entry } from './message-entry';
import { NoteSchema, PinSchema, PinsSchema } from './pins';

const tab = { tabId: CountSchema };
const id = PinSchema.entries.id;

/** Our pages → background: notes on elements. Each answers with all pins of the page. */
export const PIN_MESSAGES = {
  'pins.list': entry('extension', v.object(tab), PinsSchema),
  /** On an element of the table, by the overlay's number for it; under an id of the asker's making. */
  'pins.add': entry(
    'extension',
    v.object({ ...tab, id, ref: CountSchema, note: NoteSchema }),
    PinsSchema,
  ),
  'pins.edit': entry('extension', v.object({ ...tab, id, note: NoteSchema }), PinsSchema),
  'pins.remove': entry('extension', v.object({ ...tab, id }), PinsSchema),
  /** What was removed comes back. */
  'pins.putBack': entry('extension', v.object({ ...tab, pin: PinSchema }), PinsSchema),
} as const;
