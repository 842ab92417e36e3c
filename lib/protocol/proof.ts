import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { PII_CLASSES } from './pii-classes';
import { CaptureSchema, ChannelSchema, RecorderIdSchema } from './recorders';

/** Names a target within one run; holds a selector and no value. */
const key = v.pipe(v.string(), v.maxLength(1100));
const selector = v.pipe(v.string(), v.maxLength(1000));
const pii = v.nullable(v.picklist(PII_CLASSES));

/** Why a target is left out unless a person chooses it. */
export const LEFT_OUT = ['one-time-code', 'search', 'message'] as const;

/** Something on the page that a canary can be planted in. */
export const ProofTargetSchema = v.object({
  key,
  frame: CountSchema,
  selector,
  /** A field is typed into; a text is what the page shows, replaced for the time of the proof. */
  kind: v.picklist(['field', 'text']),
  pii,
  /** The control's type, lower case; empty for a text. */
  type: v.pipe(v.string(), v.maxLength(40)),
  /** Characters that it takes; 0: any number. */
  maxLength: CountSchema,
  /** Something stands in it now, and is put back afterwards. */
  filled: v.boolean(),
  leftOut: v.nullable(v.picklist(LEFT_OUT)),
});

export type ProofTarget = v.InferOutput<typeof ProofTargetSchema>;

/** Whoever watches what is sent. Each is blind to something, which docs/prove.md lists. */
export const TAPS = ['devtools', 'page', 'resource'] as const;
export type Tap = (typeof TAPS)[number];

/** How a canary was found, the clearest first (`HIT_FORMS` of lib/wire). */
const FORMS = ['plain', 'folded', 'digits', 'hash', 'typed', 'partial'] as const;

/** One field's canary at one receiver, as often as one tap saw it there. */
export const ProofHitSchema = v.object({
  key,
  form: v.picklist(FORMS),
  /** Of a hash: which, the innermost first. */
  hash: v.optional(v.pipe(v.string(), v.maxLength(60))),
  place: v.picklist(['url', 'header', 'body']),
  /** Encodings that were undone to see it, the outermost first. */
  path: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(30)),
  receiver: v.pipe(v.string(), v.maxLength(300)),
  /** The redacted address of the request, or what in the page took it before it was sent. */
  request: v.pipe(v.string(), v.maxLength(2000)),
  /** Milliseconds since the epoch, of the first. */
  time: FiniteSchema,
  tap: v.picklist(TAPS),
  recorder: v.nullable(RecorderIdSchema),
  /** What the recorder sends there; null where it is none's. */
  purpose: v.nullable(v.picklist(['ingest', 'config', 'asset', 'analytics'])),
  count: CountSchema,
});

export type ProofHit = v.InferOutput<typeof ProofHitSchema>;

/** Bytes that nobody could read. */
export const ProofOpaqueSchema = v.object({
  receiver: v.pipe(v.string(), v.maxLength(300)),
  recorder: v.nullable(RecorderIdSchema),
  tap: v.picklist(TAPS),
  kind: v.pipe(v.string(), v.maxLength(20)),
  bytes: CountSchema,
});

/** What one witness has to say of a run. */
export const WitnessReportSchema = v.object({
  hits: v.pipe(v.array(ProofHitSchema), v.maxLength(5_000)),
  /** Hits beyond the limit. */
  more: CountSchema,
  opaque: v.pipe(v.array(ProofOpaqueSchema), v.maxLength(500)),
  /** Requests read, by tap, before and after the planting. */
  requests: v.array(v.object({ tap: v.picklist(TAPS), before: CountSchema, after: CountSchema })),
  /** Requests after the planting that could be read and may carry a recording, and when the last began. */
  recordings: v.array(
    v.object({ recorder: RecorderIdSchema, requests: CountSchema, last: FiniteSchema }),
  ),
  bytes: CountSchema,
  void: v.nullable(v.picklist(['sham', 'absence'])),
  /** How many shams were looked for. */
  shams: CountSchema,
});

export type WitnessReport = v.InferOutput<typeof WitnessReportSchema>;

/** What a recorder would take of a planted canary, by the rules, in one place where it stands. */
export const ProofPredictionSchema = v.object({
  key,
  recorder: RecorderIdSchema,
  channel: ChannelSchema,
  capture: CaptureSchema,
});

export type ProofPrediction = v.InferOutput<typeof ProofPredictionSchema>;

/** What one recorder was said to take of a field, and what it took. */
export const ProofVerdictSchema = v.object({
  key,
  recorder: RecorderIdSchema,
  predicted: v.nullable(CaptureSchema),
  found: v.nullable(v.picklist(FORMS)),
  /**
   * `agrees`: as predicted. `leaks`: said to be covered, and was there. `missing`: said to be plain,
   * and others of the same recorder came, this one not. `told`: the rules could not tell, the wire can.
   * `unproven`: the recorder sent nothing that could be read.
   */
  outcome: v.picklist(['agrees', 'leaks', 'missing', 'told', 'unproven']),
});

export type ProofVerdict = v.InferOutput<typeof ProofVerdictSchema>;

/** A place of the browser where canaries remain after everything was put back. */
export const LeftoverSchema = v.object({
  area: v.picklist(['localStorage', 'sessionStorage', 'cookie', 'field']),
  /** Of the key or the cookie, redacted; of a field, its selector. */
  name: v.pipe(v.string(), v.maxLength(1000)),
});

export type Leftover = v.InferOutput<typeof LeftoverSchema>;

export const ProofFieldSchema = v.object({
  ...v.pick(ProofTargetSchema, ['key', 'frame', 'selector', 'kind', 'pii']).entries,
  /** `refused`: the page did not keep what was planted. `unprovable`: no canary fits into it. */
  state: v.picklist(['planted', 'refused', 'unprovable']),
  /** When it was planted, milliseconds since the epoch. */
  at: v.nullable(FiniteSchema),
  /** Its frame was gone at the end, and with it what that had seen. */
  lost: v.optional(v.boolean()),
});

export type ProofField = v.InferOutput<typeof ProofFieldSchema>;

/** The outcome of one proof. Holds no value, not even a canary. */
export const ProofSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(2000)),
  origin: v.pipe(v.string(), v.maxLength(300)),
  plantedAt: FiniteSchema,
  ended: FiniteSchema,
  fields: v.pipe(v.array(ProofFieldSchema), v.maxLength(500)),
  report: WitnessReportSchema,
  verdicts: v.pipe(v.array(ProofVerdictSchema), v.maxLength(10_000)),
  leftovers: v.pipe(v.array(LeftoverSchema), v.maxLength(200)),
  /** False where DevTools gave its log to nobody: what workers sent was then not seen. */
  devtools: v.boolean(),
  /** Frames whose own witness was there from the first script on, and those where it was not. */
  frames: v.object({ watched: CountSchema, unwatched: CountSchema }),
});

export type Proof = v.InferOutput<typeof ProofSchema>;

/** Where the proof of a tab stands, as the background knows it. */
export const ProofStateSchema = v.object({
  /** `busy`: a run is underway, of this panel or of another. */
  status: v.picklist(['unavailable', 'ready', 'busy']),
  origin: v.pipe(v.string(), v.maxLength(300)),
  /** A person has said of this origin that it is a test environment. */
  isTestEnvironment: v.boolean(),
  proof: v.nullable(ProofSchema),
});

export type ProofState = v.InferOutput<typeof ProofStateSchema>;

/** What would be touched, before anything is. */
export const ProofListSchema = v.object({
  targets: v.pipe(v.array(ProofTargetSchema), v.maxLength(500)),
  /** Targets beyond the limit. */
  more: CountSchema,
  /** Recorders that the page has, and that the wire is compared with. */
  recorders: v.array(RecorderIdSchema),
  /** Hosts where addresses that others use too count as a recorder's. */
  ownHosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(100)),
  /** Writes of the page to its own site that stay allowed, since recordings go there. */
  open: v.array(v.pipe(v.string(), v.maxLength(600))),
});

export type ProofList = v.InferOutput<typeof ProofListSchema>;

/** A field that a canary is made for (`CanaryField` of lib/wire). */
const canaryField = v.object({
  key,
  pii,
  type: v.pipe(v.string(), v.maxLength(40)),
  maxLength: CountSchema,
});

/** What a frame is asked to plant: the plan of the whole run, and which of it is its own. */
export const PlantRequestSchema = v.object({
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32,64}$/)),
  fields: v.pipe(v.array(canaryField), v.maxLength(500)),
  own: v.pipe(v.array(key), v.maxLength(500)),
  /** Whatever was sent earlier is of the page without canaries. */
  plantedAt: FiniteSchema,
  known: v.array(RecorderIdSchema),
  /** Hosts where addresses that others use too count as a recorder's: the page's own, and its proxies. */
  ownHosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(100)),
});

export type PlantRequest = v.InferOutput<typeof PlantRequestSchema>;
