import * as v from 'valibot';
import { ANCHOR_MESSAGES } from './anchor-messages';
import { CountSchema, FiniteSchema, WebUrlSchema } from './common';
import {
  ElementBoxSchema,
  HeatBoxSchema,
  HeatSettingsSchema,
  HeatTargetsSchema,
  MapSummarySchema,
  ShiftsSchema,
  TileSchema,
} from './heat';
import { OverlayComparisonSchema } from './heat-comparison';
import { LOCATE_MESSAGES } from './locate-messages';
import { entry, nothing } from './message-entry';
import { OVERLAY_PART_MESSAGES } from './overlay-part-messages';
import { OVERLAY_PIN_MESSAGES } from './overlay-pin-messages';
import { OVERLAY_ZONE_MESSAGES } from './overlay-zone-messages';
import { PoseSchema, PoseTopSchema } from './picture-messages';
import { ReadingsSchema, ZonesToldSchema } from './zones';

const id = v.pipe(v.string(), v.maxLength(80));
/** Null: nothing is compared, or not yet. */
const comparison = v.optional(v.nullable(OverlayComparisonSchema), null);

/** All that the overlay says and hears: a script in a page carries no more of the protocol. */
export const OVERLAY_MESSAGES = {
  // Our script in a page → background
  'overlay.hello': entry(
    'page',
    v.object({
      url: WebUrlSchema,
      viewportWidth: CountSchema,
      /** CSS px of the whole page: a source that tells shares of it needs to know. */
      pageHeight: v.optional(CountSchema),
    }),
    v.object({
      settings: HeatSettingsSchema,
      summary: v.nullable(MapSummarySchema),
      comparison,
    }),
  ),
  'overlay.tile': entry('page', v.object({ mapId: id, index: CountSchema }), TileSchema),
  'overlay.elements': entry(
    'page',
    v.object({
      mapId: id,
      /** CSS px of the recorded width to CSS px of the page now. */
      scaleX: FiniteSchema,
      boxes: v.pipe(v.array(ElementBoxSchema), v.maxLength(5_000)),
      zones: v.optional(ZonesToldSchema),
    }),
    /** By which the overlay finds the elements beneath clicks; null: they stay where they are. */
    v.object({
      shifts: v.nullable(v.object({ page: ShiftsSchema, fixed: ShiftsSchema })),
      /** Null: another map is on its way. */
      readings: v.optional(v.nullable(ReadingsSchema)),
    }),
  ),
  ...ANCHOR_MESSAGES,
  ...OVERLAY_PART_MESSAGES,
  ...OVERLAY_ZONE_MESSAGES,
  ...OVERLAY_PIN_MESSAGES,

  // Background → our script in a page
  ...LOCATE_MESSAGES,
  'overlay.update': entry(
    'background',
    v.object({
      settings: HeatSettingsSchema,
      summary: v.nullable(MapSummarySchema),
      status: v.picklist(['loading', 'shown', 'empty', 'failed']),
      comparison,
    }),
    nothing,
  ),
  'overlay.measure': entry(
    'background',
    v.object({ targets: HeatTargetsSchema }),
    v.object({
      mapId: v.nullable(id),
      scaleX: FiniteSchema,
      boxes: v.pipe(v.array(HeatBoxSchema), v.maxLength(5_000)),
    }),
  ),
  'overlay.stop': entry('background', nothing, nothing),
  'overlay.highlight': entry('background', v.object({ ref: v.nullable(CountSchema) }), nothing),
  'overlay.scrollTo': entry('background', v.object({ ref: CountSchema }), nothing),
  /** A piece of a picture of the whole page; null: it is done, and the page is put back as it was. */
  'overlay.pose': entry('background', v.object({ top: PoseTopSchema }), v.nullable(PoseSchema)),
} as const;
