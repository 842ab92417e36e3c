import * as v from 'valibot';
import { RECONCILE_STATES } from '../consent/reconcile';
import { MARKS, RECORDER_DEEDS } from '../consent/walk-matrix';
import { CountSchema, FiniteSchema } from '../protocol/common';
import { REGION_IDS, ThresholdsSchema } from '../protocol/consent-policy';
import { RECORDER_IDS } from '../protocol/recorders';
import { SIGNAL_NAMES } from '../protocol/timeline';
import { OBSTACLES, SCENARIO_IDS, STEP_IDS, VANTAGE_LIMITS } from '../protocol/walk/scenarios';
import { FileFindingSchema, FileRecorderSchema } from './audit-file-schema';

const Text = v.string();
/** ISO 8601, in UTC. */
const Time = v.pipe(v.string(), v.isoTimestamp());
const Recorder = v.nullable(v.picklist(RECORDER_IDS));
const Party = v.picklist(['first', 'third']);

/** Requests of one owner, or of one recorder of an owner. */
const RequestsSchema = v.object({
  /** Who owns the host; its name where that is not known. */
  owner: Text,
  category: Text,
  party: Party,
  recorder: Recorder,
  requests: CountSchema,
  /** Of these, the ones that carry a recording. */
  recordings: CountSchema,
  /** Of these, the ones that were made before the choice of this step; all of them where it has none. */
  beforeChoice: CountSchema,
  bytes: CountSchema,
  first: Time,
});

const CookieSchema = v.object({
  name: Text,
  domain: Text,
  party: Party,
  httpOnly: v.boolean(),
  /** Days until it ends; null: with the session. */
  days: v.nullable(FiniteSchema),
  recorder: Recorder,
  essential: v.boolean(),
});

const StoredSchema = v.object({
  area: v.picklist(['localStorage', 'sessionStorage', 'indexedDB', 'cache', 'serviceWorker']),
  name: Text,
  origin: Text,
  recorder: Recorder,
  essential: v.boolean(),
});

const ClickSchema = v.object({
  time: Time,
  aim: v.picklist(['reject', 'accept', 'settings', 'toggle', 'save', 'reopen']),
  label: Text,
  selector: Text,
  /** CSS pixels, from the top left of the viewport. */
  box: v.object({ x: FiniteSchema, y: FiniteSchema, width: FiniteSchema, height: FiniteSchema }),
  /** False for an event that a script made. */
  trusted: v.boolean(),
  by: v.picklist(['program', 'person']),
  /** Name of a file in `pictures/` of the bundle; empty: none. */
  picture: Text,
});

/** The state of one signal at the end of a step. */
const SignalSchema = v.object({
  signal: v.picklist(SIGNAL_NAMES),
  time: Time,
  states: v.record(v.string(), v.picklist(['granted', 'denied', 'unset'])),
  note: Text,
});

const StepSchema = v.object({
  id: v.picklist(STEP_IDS),
  url: Text,
  from: Time,
  to: Time,
  choice: v.nullable(Time),
  counts: v.object({
    requests: CountSchema,
    /** Requests that were not kept: then the absence of one says nothing. */
    requestsDropped: CountSchema,
    recordings: CountSchema,
    cookies: CountSchema,
    stored: CountSchema,
    clicks: CountSchema,
  }),
  requests: v.array(RequestsSchema),
  cookies: v.array(CookieSchema),
  stored: v.array(StoredSchema),
  clicks: v.array(ClickSchema),
  signals: v.array(SignalSchema),
  /** The consent platform of the banner at the beginning; null: none came. */
  banner: v.nullable(Text),
  bannerAtEnd: v.boolean(),
  picture: Text,
});

const ScenarioSchema = v.object({
  id: v.picklist(SCENARIO_IDS),
  repeat: CountSchema,
  state: v.picklist(['walked', 'partly', 'not-walked']),
  obstacle: v.nullable(v.object({ code: v.picklist(OBSTACLES), text: Text })),
  /** Presses that the choice took; null: it was not made. */
  presses: v.nullable(CountSchema),
  steps: v.array(StepSchema),
});

const StepRefSchema = v.object({
  scenario: v.picklist(SCENARIO_IDS),
  repeat: CountSchema,
  step: v.picklist(STEP_IDS),
});

/** What every recorder did in one step of a path, over all times that it was walked. */
const MatrixCellSchema = v.object({
  scenario: v.picklist(SCENARIO_IDS),
  step: v.picklist(STEP_IDS),
  /** Times that the path was walked to this step. */
  runs: CountSchema,
  mark: v.picklist(MARKS),
  recorders: v.array(
    v.object({
      recorder: v.picklist(RECORDER_IDS),
      did: v.picklist(RECORDER_DEEDS),
      /** Recordings that were sent. */
      ingests: CountSchema,
      /** Milliseconds from the choice, else from the step's beginning, to the first of it; null: nothing. */
      first: v.nullable(FiniteSchema),
      mark: v.picklist(MARKS),
    }),
  ),
  /** Others that something was sent to, and names that are left. */
  others: v.array(Text),
});

const ReconcileCellSchema = v.object({
  /** Null: it is not there, or nobody could tell. */
  state: v.nullable(v.picklist(RECONCILE_STATES)),
  disagrees: v.boolean(),
  detail: Text,
});

/** What everybody says about consent at one step. */
const ReconciliationSchema = v.object({
  ...StepRefSchema.entries,
  choice: ReconcileCellSchema,
  tcf: ReconcileCellSchema,
  'consent-mode': ReconcileCellSchema,
  wire: ReconcileCellSchema,
  cmp: ReconcileCellSchema,
  storage: ReconcileCellSchema,
  traffic: ReconcileCellSchema,
});

/** `consent.json`, version 1. `docs/consent.schema.json` says the same for other tools. */
export const ConsentFileSchema = v.object({
  format: v.literal('hushmap-consent'),
  version: v.literal(1),
  url: Text,
  title: Text,
  /** When the walk ended. */
  time: Time,
  started: Time,
  tool: v.object({ name: v.literal('hushmap'), version: Text }),
  ruleSet: Text,
  /** The pack of regional rules that the findings were made with. */
  region: Text,
  /** All that the rules and marks went by, a team's own words and the defaults: other numbers, other findings. */
  policy: v.object({
    region: v.picklist(REGION_IDS),
    /** True: a recorder on a page that asks for no consent fails; else a person is asked. */
    consentRequired: v.boolean(),
    /** Hosts, and names of cookies and stored keys, that the team said the page needs. */
    essentialHosts: v.array(Text),
    essentialNames: v.array(Text),
    /** What a recording of a conversation with another person is, whatever was chosen. */
    otherParty: v.picklist(['needs-review', 'fail']),
    thresholds: v.object(ThresholdsSchema.entries),
  }),
  /** Who made the walk, as they stated it; empty: not stated. */
  operator: Text,
  vantage: v.object({
    driver: v.picklist(['cli', 'panel']),
    browser: Text,
    version: Text,
    country: Text,
    proxy: v.boolean(),
    locale: Text,
    timezone: Text,
    viewport: v.object({ width: CountSchema, height: CountSchema }),
    /** Milliseconds that were waited: for a banner, before a choice, after it. */
    waits: v.object({ banner: CountSchema, before: CountSchema, after: CountSchema }),
    /** What kept visits from a clean state: `VANTAGE_LIMITS`. */
    limits: v.optional(v.array(v.picklist(VANTAGE_LIMITS))),
  }),
  /** What `/.well-known/gpc.json` says; null: there is none, or nobody asked. */
  gpcFile: v.nullable(v.object({ gpc: v.boolean(), lastUpdate: Text })),
  headline: Text,
  nextStep: Text,
  /** Findings by outcome, accepted and excepted ones among them. */
  counts: v.object({ pass: CountSchema, fail: CountSchema, 'needs-review': CountSchema }),
  recorders: v.array(FileRecorderSchema),
  scenarios: v.array(ScenarioSchema),
  /** Steps in which the program alone acted. */
  automatic: v.array(StepRefSchema),
  /** Steps in which a person pressed something. */
  manual: v.array(StepRefSchema),
  matrix: v.array(MatrixCellSchema),
  reconciliation: v.array(ReconciliationSchema),
  /** The rules that were run, with the law, guideline or standard that each reads. */
  rules: v.array(v.object({ id: Text, title: Text, source: Text })),
  findings: v.array(FileFindingSchema),
});

export type ConsentFile = v.InferOutput<typeof ConsentFileSchema>;
export type ConsentFileScenario = v.InferOutput<typeof ScenarioSchema>;
export type ConsentFileStep = v.InferOutput<typeof StepSchema>;
export type ConsentFileRequests = v.InferOutput<typeof RequestsSchema>;
export type StepRef = v.InferOutput<typeof StepRefSchema>;
