import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../common';
import { RecorderIdSchema } from '../recorders';
import { TimelineSchema } from '../timeline';
import { BannerReadingSchema, BoxSchema } from './banner';
import { STEP_IDS } from './scenarios';

const Short = v.pipe(v.string(), v.maxLength(300));

/** A request as the browser made it. Values and bodies are not kept. */
export const WalkRequestSchema = v.object({
  /** Milliseconds since the epoch. */
  t: FiniteSchema,
  method: v.pipe(v.string(), v.maxLength(20)),
  /** Redacted: origin and path, names of the query without values. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  type: v.picklist([
    'document',
    'script',
    'image',
    'style',
    'font',
    'media',
    'fetch',
    'beacon',
    'websocket',
    'other',
  ]),
  /** Same registrable domain as the page, or not. */
  party: v.picklist(['first', 'third']),
  /** Who owns the host, by third-party-web; empty: not known. */
  owner: v.pipe(v.string(), v.maxLength(120)),
  /** `ad`, `analytics`, `tag-manager` …, by third-party-web; empty: not known. */
  category: v.pipe(v.string(), v.maxLength(60)),
  recorder: v.nullable(RecorderIdSchema),
  purpose: v.picklist(['ingest', 'config', 'asset', 'analytics', 'other']),
  /** What its body is, as far as it was read. */
  payload: v.picklist(['none', 'recording', 'json', 'form', 'text', 'binary']),
  bytes: v.nullable(CountSchema),
  /** What caused it: a redacted script address, or the kind of cause (`parser`, `preload`). */
  initiator: v.pipe(v.string(), v.maxLength(500)),
  /** Google's consent fields on the wire, as they stood. */
  gcs: v.optional(v.pipe(v.string(), v.maxLength(20))),
  gcd: v.optional(v.pipe(v.string(), v.maxLength(40))),
  fromWorker: v.boolean(),
});

export type WalkRequest = v.InferOutput<typeof WalkRequestSchema>;

export const WalkCookieSchema = v.object({
  name: Short,
  domain: Short,
  party: v.picklist(['first', 'third']),
  httpOnly: v.boolean(),
  /** Days until it ends; null: with the session. */
  days: v.nullable(FiniteSchema),
  recorder: v.nullable(RecorderIdSchema),
  /** It keeps the choice itself, or is needed for the page to work, by its name. */
  essential: v.boolean(),
});

export type WalkCookie = v.InferOutput<typeof WalkCookieSchema>;

export const WalkStoredSchema = v.object({
  area: v.picklist(['localStorage', 'sessionStorage', 'indexedDB', 'cache', 'serviceWorker']),
  name: Short,
  origin: Short,
  recorder: v.nullable(RecorderIdSchema),
  essential: v.boolean(),
});

export type WalkStored = v.InferOutput<typeof WalkStoredSchema>;

/** A press on a control, by whom, and where. */
export const WalkClickSchema = v.object({
  t: FiniteSchema,
  /** What it was for. */
  aim: v.picklist(['reject', 'accept', 'settings', 'toggle', 'save', 'reopen']),
  label: v.pipe(v.string(), v.maxLength(200)),
  selector: v.pipe(v.string(), v.maxLength(1000)),
  box: BoxSchema,
  /** False for an event that a script made. */
  trusted: v.boolean(),
  by: v.picklist(['program', 'person']),
  /** Which picture shows the page as it was pressed, by its name in the bundle; empty: none. */
  picture: v.pipe(v.string(), v.maxLength(120)),
});

export type WalkClick = v.InferOutput<typeof WalkClickSchema>;

/** What was seen in one step, and how things stood at its end. */
export const WalkStepSchema = v.object({
  id: v.picklist(STEP_IDS),
  /** Redacted. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  startedAt: FiniteSchema,
  endedAt: FiniteSchema,
  /** When the choice of this step was made; null in steps without one. */
  choiceAt: v.nullable(FiniteSchema),
  /** Signals, recorders and storage as the page's own world shows them; `fromStart` says since when. */
  timeline: TimelineSchema,
  requests: v.pipe(v.array(WalkRequestSchema), v.maxLength(5_000)),
  /** Requests beyond the limit: then the absence of one says nothing. */
  requestsDropped: CountSchema,
  cookies: v.pipe(v.array(WalkCookieSchema), v.maxLength(1_000)),
  stored: v.pipe(v.array(WalkStoredSchema), v.maxLength(2_000)),
  clicks: v.pipe(v.array(WalkClickSchema), v.maxLength(200)),
  /** The banner at the step's beginning, as soon as it came; null: none came. */
  banner: v.nullable(BannerReadingSchema),
  /** Its second layer, where it was opened. */
  settings: v.nullable(BannerReadingSchema),
  /** Whether a banner is still there at the end. */
  bannerAtEnd: v.boolean(),
  picture: v.pipe(v.string(), v.maxLength(120)),
});

export type WalkStep = v.InferOutput<typeof WalkStepSchema>;
