import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { RecorderIdSchema } from './recorders';

const Short = v.pipe(v.string(), v.maxLength(300));
const at = { /** Milliseconds since the epoch. */ t: FiniteSchema };

/** A person's decision at a banner, or its machine-readable trace. */
export const ChoiceSchema = v.object({
  ...at,
  kind: v.literal('choice'),
  choice: v.picklist(['accept', 'reject', 'settings', 'unknown']),
  /** `click`: seen as an event; `signal`: a consent signal changed. */
  by: v.picklist(['click', 'signal']),
  trusted: v.boolean(),
  selector: Short,
});

/** A request of the page. Query values and bodies are not kept: names, sizes and owners are. */
export const RequestSchema = v.object({
  ...at,
  kind: v.literal('request'),
  method: v.pipe(v.string(), v.maxLength(20)),
  /** Redacted URL: origin and path, query names without values. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  via: v.picklist([
    'fetch',
    'xhr',
    'beacon',
    'websocket',
    'image',
    'script',
    'resource',
    'network',
  ]),
  recorder: v.nullable(RecorderIdSchema),
  /** `ingest`: carries a recording; `config`, `asset`, `analytics`: the recorder's other traffic. */
  purpose: v.picklist(['ingest', 'config', 'asset', 'analytics', 'other']),
  bytes: v.nullable(CountSchema),
});

/** Where a page may keep something on a device. */
export const STORAGE_AREAS = [
  'cookie',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'cache',
  'serviceWorker',
] as const;

export type StorageArea = (typeof STORAGE_AREAS)[number];

/**
 * A cookie, a storage key, a database, a cache or a service worker (by its script's path). Values are
 * never kept.
 */
export const StorageSchema = v.object({
  ...at,
  kind: v.literal('storage'),
  area: v.picklist(STORAGE_AREAS),
  name: Short,
  action: v.picklist(['present', 'set', 'removed']),
  recorder: v.nullable(RecorderIdSchema),
});

/** A recorder's global appeared, or it began to record. */
export const RecorderStartSchema = v.object({
  ...at,
  kind: v.literal('recorder'),
  recorder: RecorderIdSchema,
  what: v.picklist(['loaded', 'started', 'stopped']),
});

/** Standards first, then vendors' own states, then consent platforms. */
export const SIGNAL_NAMES = [
  'tcf',
  'gpp',
  'consent-mode',
  'gpc',
  'dnt',
  'clarity',
  'uet',
  'shopify',
  'segment',
  'klaro',
  'onetrust',
  'cookiebot',
  'didomi',
  'usercentrics',
  'vanilla-cookieconsent',
  'tarteaucitron',
] as const;

/** A machine-readable consent state, read out. */
export const SignalSchema = v.object({
  ...at,
  kind: v.literal('signal'),
  signal: v.picklist(SIGNAL_NAMES),
  /** `granted`, `denied` or `unset` by the signal's own name of a purpose; no string of a person. */
  states: v.record(v.pipe(v.string(), v.maxLength(80)), v.picklist(['granted', 'denied', 'unset'])),
  /** The signal's own remark: `useractioncomplete`, `wasSetLate`, `default`. */
  note: v.pipe(v.string(), v.maxLength(120)),
  /**
   * What else a rule needs of it. TCF: `cmpId`, `policyVersion`, `created` (the day; 0: no time),
   * `legitimateInterests` (ids of purposes, `2 7`), `disclosedVendors` (whether the TC string has that
   * segment). Consent Mode: `setLate`, `regions`. Segment: `implyConsentOnInteraction`,
   * `closeBehavior`, `defaultDestinationBehavior`, `loaderLeft`. The others: docs/consent-signals.md.
   */
  details: v.optional(
    v.record(
      v.pipe(v.string(), v.maxLength(60)),
      v.union([v.pipe(v.string(), v.maxLength(200)), FiniteSchema, v.boolean()]),
    ),
  ),
});

/** Names that the banner or its purpose panel shows for recording. Kept as found or not. */
export const BannerSchema = v.object({
  ...at,
  kind: v.literal('banner'),
  visible: v.boolean(),
  cmp: v.pipe(v.string(), v.maxLength(60)),
  namesRecording: v.boolean(),
  lang: v.pipe(v.string(), v.maxLength(20)),
  /** All purposes could be read, unfolded or not. Else a name may stand where nobody looked yet. */
  allPurposesRead: v.optional(v.boolean()),
});

/**
 * A call of a page's script that says more of a person than a count does: `identify` names somebody
 * to an analytics tool; `fingerprint` reads what tells one browser from others.
 */
export const CallSchema = v.object({
  ...at,
  kind: v.literal('call'),
  what: v.picklist(['identify', 'fingerprint']),
  recorder: v.nullable(RecorderIdSchema),
  /** `email-as-id`, `traits`, `id` for identify; `canvas`, `audio`, `fonts`, `webgl` for fingerprint. */
  detail: v.pipe(v.string(), v.maxLength(60)),
  /** The tool that was called, or the script that called: redacted. */
  by: v.pipe(v.string(), v.maxLength(500)),
});

export const NavigationSchema = v.object({ ...at, kind: v.literal('navigation') });

export const TimelineEventSchema = v.variant('kind', [
  ChoiceSchema,
  RequestSchema,
  StorageSchema,
  RecorderStartSchema,
  SignalSchema,
  BannerSchema,
  NavigationSchema,
  CallSchema,
]);

export type TimelineEvent = v.InferOutput<typeof TimelineEventSchema>;
export type RequestEvent = v.InferOutput<typeof RequestSchema>;
export type SignalEvent = v.InferOutput<typeof SignalSchema>;

/** What the audit knows of consent on one visit of one page. */
export const TimelineSchema = v.object({
  /** When the document began; the audit saw everything from here where `fromStart` holds. */
  startedAt: FiniteSchema,
  /** True only where the probe ran at document start: else absence of early traffic proves nothing. */
  fromStart: v.boolean(),
  events: v.pipe(v.array(TimelineEventSchema), v.maxLength(5_000)),
  /** Events beyond the limit. */
  dropped: CountSchema,
});

export type Timeline = v.InferOutput<typeof TimelineSchema>;
