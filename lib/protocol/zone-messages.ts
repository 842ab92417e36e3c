import * as v from 'valibot';
import { CountSchema } from './common';
import { HeatStateSchema } from './heat';
import { entry } from './message-entry';
import { PICK_STEPS, SectionsSchema } from './zones';

const tab = { tabId: CountSchema };
const step = v.picklist(PICK_STEPS);

/** Our pages → background: sections of the page that heat is summed in. */
export const ZONE_MESSAGES = {
  'heat.pick': entry('extension', v.object({ ...tab, step }), HeatStateSchema),
  /** Landmarks and sections that the page has now, in its order. */
  'heat.sections': entry('extension', v.object(tab), SectionsSchema),
  'heat.addZone': entry('extension', v.object({ ...tab, ref: CountSchema }), HeatStateSchema),
  'heat.removeZone': entry('extension', v.object({ ...tab, ref: CountSchema }), HeatStateSchema),
  /** Heat is drawn and counted in this picked section alone; null: on the whole page. */
  'heat.limit': entry(
    'extension',
    v.object({ ...tab, ref: v.nullable(CountSchema) }),
    HeatStateSchema,
  ),
} as const;
