import * as v from 'valibot';
import { entry, nothing } from './message-entry';

/** Parts of the overlay that are put into a page only when they are needed. */
export const OVERLAY_PARTS = ['classic', 'comparison', 'picking'] as const;
export type OverlayPart = (typeof OVERLAY_PARTS)[number];

export const OVERLAY_PART_MESSAGES = {
  /** Our script in a page → background: answered when the part's script has run. */
  'overlay.part': entry('page', v.object({ part: v.picklist(OVERLAY_PARTS) }), nothing),
} as const;
