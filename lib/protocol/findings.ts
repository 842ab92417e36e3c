import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { ComparisonSchema } from './comparison';
import { FixSchema, FRAME_STATES } from './evidence';
import { PII_CLASSES } from './pii-classes';
import {
  CaptureSchema,
  ChannelSchema,
  RecorderIdSchema,
  RecorderStateSchema,
  SetupIdSchema,
} from './recorders';
import { TimelineSchema } from './timeline';
import { VERDICTS } from './verdicts';

export { VERDICTS, type Verdict } from './verdicts';

export const OUTCOMES = ['pass', 'fail', 'needs-review'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SCOPES = ['whole', 'masking'] as const;
export type Scope = (typeof SCOPES)[number];

/** One rule's outcome on one target. It names the element, the reason and the fix. */
export const FindingSchema = v.object({
  /** Stable within a page: the same exposure has the same id in the next scan. */
  id: v.pipe(v.string(), v.maxLength(80)),
  rule: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/), v.maxLength(60)),
  half: v.picklist(['masking', 'consent', 'coverage']),
  outcome: v.picklist(OUTCOMES),
  severity: v.picklist(SEVERITIES),
  target: v.object({ frame: CountSchema, selector: v.pipe(v.string(), v.maxLength(1000)) }),
  template: v.pipe(v.string(), v.maxLength(1000)),
  channel: v.nullable(ChannelSchema),
  attribute: v.pipe(v.string(), v.maxLength(100)),
  pii: v.nullable(v.object({ class: v.picklist(PII_CLASSES), confidence: FiniteSchema })),
  recorder: v.nullable(RecorderIdSchema),
  /** Absent: the recorder has one setup. */
  setup: v.optional(SetupIdSchema),
  capture: v.nullable(CaptureSchema),
  /** What was found, in one sentence. */
  text: MessageSchema,
  /** The evidence behind it. */
  why: v.array(MessageSchema),
  fix: v.nullable(FixSchema),
  /** How many places of the same template it stands for. */
  places: CountSchema,
  preview: v.pipe(v.string(), v.maxLength(400)),
  /** When it happened, for findings of the consent half. */
  at: v.nullable(FiniteSchema),
  /** An exception of the team's that covers it, or that fits it and no longer holds. */
  exception: v.optional(
    v.object({
      reason: v.pipe(v.string(), v.maxLength(500)),
      owner: v.pipe(v.string(), v.maxLength(120)),
      expires: v.pipe(v.string(), v.isoDate()),
      void: v.nullable(v.picklist(['expired', 'needs-second-name'])),
    }),
  ),
  /** A person's answer to a needs-review finding, while it holds. */
  resolution: v.nullable(
    v.object({
      answer: v.picklist(['accepted', 'confirmed']),
      reason: v.pipe(v.string(), v.maxLength(500)),
      expires: FiniteSchema,
    }),
  ),
});

export type Finding = v.InferOutput<typeof FindingSchema>;

export const CoverageSchema = v.object({
  /** Personal values seen, over all recorders that were judged. */
  personal: CountSchema,
  /** Of these, not captured plain. A value that can't be told counts as exposed. */
  covered: CountSchema,
  /** `covered / personal`; null: no personal value was seen, which is "no data", not 100 %. */
  share: v.nullable(FiniteSchema),
});

export type Coverage = v.InferOutput<typeof CoverageSchema>;

/** Coverage of one class by one setup of a recorder. */
export const CoverageCellSchema = v.object({
  pii: v.picklist(PII_CLASSES),
  recorder: RecorderIdSchema,
  setup: v.optional(SetupIdSchema),
  /** Personal values seen, and those of them that are not taken as they are. */
  values: CountSchema,
  coveredValues: CountSchema,
  /** The same by distinct field: template, channel and attribute. */
  fields: CountSchema,
  coveredFields: CountSchema,
});

export type CoverageCell = v.InferOutput<typeof CoverageCellSchema>;

/** What is exposed most comes first. */
export const MATRIX_ORDER = (a: CoverageCell, b: CoverageCell): number =>
  b.fields - b.coveredFields - (a.fields - a.coveredFields) ||
  b.values - b.coveredValues - (a.values - a.coveredValues) ||
  a.pii.localeCompare(b.pii) ||
  (a.setup ?? a.recorder).localeCompare(b.setup ?? b.recorder);

export const AuditedFrameSchema = v.object({
  id: CountSchema,
  url: v.pipe(v.string(), v.maxLength(2000)),
  state: v.picklist(FRAME_STATES),
  elements: CountSchema,
  sightings: CountSchema,
});

/** The gate's dated, scoped permission to record. */
export const ClearanceSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(80)),
  origin: v.pipe(v.string(), v.maxLength(300)),
  /** The path that was audited; a pattern needs evidence from at least three of its pages. */
  path: v.pipe(v.string(), v.maxLength(1000)),
  recorders: v.array(RecorderIdSchema),
  optionsDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  exposureSignature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  ruleSet: v.pipe(v.string(), v.maxLength(40)),
  /** What it clears: `masking` says nothing of consent. Absent: both. */
  scope: v.optional(v.picklist(SCOPES)),
  /** The states of the page that were seen, as signatures of what they exposed. */
  statesSeen: v.array(v.pipe(v.string(), v.maxLength(200))),
  issued: FiniteSchema,
  expires: FiniteSchema,
});

export type Clearance = v.InferOutput<typeof ClearanceSchema>;

/** The outcome of one audit, sentences still as messages. `lib/report` renders it as `audit.json`. */
export const AuditResultSchema = v.object({
  auditId: v.pipe(v.string(), v.maxLength(80)),
  title: v.pipe(v.string(), v.maxLength(300)),
  url: v.pipe(v.string(), v.maxLength(2000)),
  /** When the scan ended, milliseconds since the epoch. */
  time: FiniteSchema,
  verdict: v.picklist(VERDICTS),
  /** What was audited: masking alone, or consent as well. A clear verdict says no more than this. */
  scope: v.optional(v.picklist(SCOPES)),
  /** True for a look without a grant: such a look never ends in a clear verdict. */
  partial: v.boolean(),
  recorders: v.array(RecorderStateSchema),
  frames: v.array(AuditedFrameSchema),
  coverage: v.object({
    ...CoverageSchema.entries,
    /** By setup: a recorder's id where it has one setup. */
    byRecorder: v.record(v.string(), CoverageSchema),
    matrix: v.optional(v.pipe(v.array(CoverageCellSchema), v.maxLength(5_000))),
    /** Controls that hold nothing personal, and those that a recorder hides all the same. */
    fidelity: v.optional(
      v.record(v.string(), v.object({ controls: CountSchema, hidden: CountSchema })),
    ),
  }),
  findings: v.array(FindingSchema),
  /** Where more than one setup was judged. */
  comparison: v.optional(ComparisonSchema),
  /** The set of (template × channel × class × capture), as one digest. */
  exposureSignature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  ruleSet: v.pipe(v.string(), v.maxLength(40)),
  timeline: TimelineSchema,
  /** Why the verdict is what it is, and the next step, in one sentence each. */
  headline: MessageSchema,
  nextStep: MessageSchema,
  clearance: v.nullable(ClearanceSchema),
});

export type AuditResult = v.InferOutput<typeof AuditResultSchema>;
