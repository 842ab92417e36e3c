import * as v from 'valibot';
import { CountSchema } from './common';
import { entry, nothing } from './message-entry';
import { PICK_STEPS, SectionsSchema } from './zones';

/** Between the background and our script in a page. */
export const OVERLAY_ZONE_MESSAGES = {
  /** Picking has ended; what was picked is told with the elements. */
  'overlay.picked': entry('page', nothing, nothing),
  'overlay.pick': entry('background', v.object({ step: v.picklist(PICK_STEPS) }), nothing),
  'overlay.zone': entry('background', v.object({ ref: CountSchema, keep: v.boolean() }), nothing),
  'overlay.sections': entry('background', nothing, SectionsSchema),
} as const;
