import * as v from 'valibot';
import { PII_CLASSES } from '../../protocol/pii-classes';
import { CHANNELS } from '../../protocol/recorders';
import { OPAQUE } from '../decode/contract';

/** Where in a recording a value was; beside the channels of a page those of events and requests. */
export const AUTOPSY_CHANNELS = [
  ...CHANNELS,
  'event',
  'request-url',
  'request-header',
  'request-body',
] as const;

export const FILE_KINDS = ['rrweb', 'posthog', 'har', 'json', 'unreadable'] as const;

const Time = v.nullable(v.string());

/** `hushmap autopsy --format json`; `docs/autopsy.schema.json` says the same for other tools. Holds classes and places, and no value. */
export const AutopsySchema = v.object({
  format: v.literal('hushmap-autopsy'),
  version: v.literal(1),
  files: v.array(
    v.object({
      file: v.string(),
      kind: v.picklist(FILE_KINDS),
      bytes: v.number(),
      /** Events of recordings and requests of a HAR. */
      events: v.number(),
      /** Lines or values that were no JSON, and parts too deep to follow. */
      skipped: v.number(),
    }),
  ),
  /** In the order of time; what has none comes last. */
  timeline: v.array(
    v.object({
      time: Time,
      /** When the same was seen for the last time, and how often it was. */
      last: Time,
      count: v.number(),
      class: v.picklist(PII_CLASSES),
      channel: v.picklist(AUTOPSY_CHANNELS),
      /** The field or element, the keys that lead to the value, or the request; empty: not known. */
      where: v.string(),
      recording: v.string(),
      file: v.string(),
    }),
  ),
  /** Rows that did not fit into the time line. */
  more: v.number(),
  /** Recordings that hold something personal: what has to be deleted. */
  affected: v.array(
    v.object({
      recording: v.string(),
      file: v.string(),
      classes: v.array(v.picklist(PII_CLASSES)),
      sightings: v.number(),
      first: Time,
    }),
  ),
  recordings: v.number(),
  /** Bytes that could not be read, by reason. */
  opaque: v.record(v.picklist(OPAQUE), v.number()),
});

export type AutopsyReport = v.InferOutput<typeof AutopsySchema>;
export type AutopsyChannel = (typeof AUTOPSY_CHANNELS)[number];
export type FileKind = (typeof FILE_KINDS)[number];
