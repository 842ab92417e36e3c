import * as v from 'valibot';

/** Session recorders whose packages can be run, so that their rules can be held to them. */
const RUNNABLE_IDS = [
  'rrweb',
  'posthog',
  'sentry',
  'datadog',
  'clarity',
  'openreplay',
  'amplitude',
  'mixpanel',
  'newrelic',
  'highlight',
  'launchdarkly',
] as const;

/** Recorders whose rules are those of their documentation. */
export const DOCUMENTED_IDS = [
  'logrocket',
  'fullstory',
  'hotjar',
  'contentsquare',
  'heap',
  'mouseflow',
  'smartlook',
  'luckyorange',
  'inspectlet',
  'matomo',
  'yandex',
  'dynatrace',
  'statsig',
  'faro',
  'pendo',
  'quantummetric',
  'glassbox',
] as const;

/** Session recorders that can be detected by name. */
export const RECORDER_IDS = [...RUNNABLE_IDS, ...DOCUMENTED_IDS] as const;

export type RecorderId = (typeof RECORDER_IDS)[number];

/** Where a value sits. An attribute is its own channel, named as in the page (`data-*` by prefix). */
export const CHANNELS = [
  'text',
  'value',
  'value-attribute',
  'option-text',
  'option-value',
  'label-attribute',
  'placeholder',
  'title',
  'alt',
  'aria',
  'data',
  'id',
  'class',
  'name',
  'style',
  'href',
  'src',
  'action',
  'srcdoc',
  'meta',
  'comment',
  'document-title',
  'page-url',
  'file-name',
  'resource-url',
  'clicked-text',
  'console',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** What a recorder would take of one value. `unknown`: its rules are not known, or can't tell. */
export const CAPTURES = ['plain', 'masked', 'length-only', 'absent', 'unknown'] as const;

export type Capture = (typeof CAPTURES)[number];

/** Where the options that a prediction rests on come from. */
export const OPTION_SOURCES = ['read', 'entered', 'default'] as const;

export type OptionSource = (typeof OPTION_SOURCES)[number];

export const RecorderIdSchema = v.picklist(RECORDER_IDS);
export const ChannelSchema = v.picklist(CHANNELS);
export const CaptureSchema = v.picklist(CAPTURES);

/** `posthog`, and for further option sets of the same recorder `posthog.2`. */
export const SetupIdSchema = v.pipe(v.string(), v.regex(/^[a-z]+(\.[1-9]\d?)?$/), v.maxLength(40));

/** A recorder on the page (or assumed for a page that has none yet), with what it runs with. */
export const RecorderStateSchema = v.object({
  id: RecorderIdSchema,
  /** False where nobody saw it on the page and it was chosen to predict what it would take. */
  detected: v.boolean(),
  /** Whether it is recording now, as far as the page says; null: can't tell. */
  recording: v.nullable(v.boolean()),
  version: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  optionSource: v.picklist(OPTION_SOURCES),
  /** Share of visits that it records, 0 to 1, where the page states it. */
  sampleRate: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
  /** The recorder's own options that decide about capture, by their vendor names. */
  options: v.record(v.pipe(v.string(), v.maxLength(80)), v.unknown()),
  /** Which of several option sets of the recorder this is; absent: the only one, known by the recorder's id. */
  setup: v.optional(v.object({ id: SetupIdSchema, label: v.pipe(v.string(), v.maxLength(60)) })),
});

export type RecorderState = v.InferOutput<typeof RecorderStateSchema>;
