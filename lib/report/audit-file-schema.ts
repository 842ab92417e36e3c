import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../protocol/common';
import { FRAME_STATES } from '../protocol/evidence';
import {
  ClearanceSchema,
  CoverageCellSchema,
  OUTCOMES,
  SCOPES,
  SEVERITIES,
  VERDICTS,
} from '../protocol/findings';
import { PII_CLASSES } from '../protocol/pii-classes';
import {
  CAPTURES,
  CHANNELS,
  OPTION_SOURCES,
  RECORDER_IDS,
  RecorderStateSchema,
  SetupIdSchema,
} from '../protocol/recorders';

const Text = v.string();
/** ISO 8601, in UTC. */
const Time = v.pipe(v.string(), v.isoTimestamp());
const Share = v.nullable(v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1)));
const coverage = { personal: CountSchema, covered: CountSchema, share: Share };

/** A finding, as every file of ours holds it. */
export const FileFindingSchema = v.object({
  id: Text,
  rule: Text,
  half: v.picklist(['masking', 'consent', 'coverage']),
  outcome: v.picklist(OUTCOMES),
  severity: v.picklist(SEVERITIES),
  target: v.object({ frame: CountSchema, selector: Text }),
  channel: v.nullable(v.picklist(CHANNELS)),
  attribute: Text,
  pii: v.nullable(
    v.object({
      class: v.picklist(PII_CLASSES),
      confidence: v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1)),
    }),
  ),
  recorder: v.nullable(v.picklist(RECORDER_IDS)),
  setup: v.optional(SetupIdSchema),
  capture: v.nullable(v.picklist(CAPTURES)),
  text: Text,
  why: v.array(Text),
  fix: v.nullable(
    v.object({
      kind: v.picklist(['class', 'attribute', 'option', 'markup']),
      text: Text,
      effect: Text,
    }),
  ),
  places: CountSchema,
  at: v.nullable(Time),
  exception: v.nullable(
    v.object({
      reason: Text,
      owner: Text,
      expires: Text,
      void: v.nullable(v.picklist(['expired', 'needs-second-name'])),
    }),
  ),
  resolution: v.nullable(
    v.object({ answer: v.picklist(['accepted', 'confirmed']), reason: Text, expires: Time }),
  ),
});

/** A recorder of the page, as every file of ours names it. */
export const FileRecorderSchema = v.object({
  name: Text,
  id: v.picklist(RECORDER_IDS),
  version: v.nullable(Text),
  options: v.picklist(OPTION_SOURCES),
  detected: v.boolean(),
  /** Which of several option sets of the recorder; absent: it has one. */
  setup: RecorderStateSchema.entries.setup,
});

/** `audit.json`, version 1. `docs/audit.schema.json` says the same for other tools. */
export const AuditFileSchema = v.object({
  format: v.literal('hushmap-audit'),
  version: v.literal(1),
  url: Text,
  title: Text,
  time: Time,
  verdict: v.picklist(VERDICTS),
  headline: Text,
  nextStep: Text,
  /** `masking`: consent was not audited, and the verdict says nothing of it. */
  scope: v.picklist(SCOPES),
  partial: v.boolean(),
  ruleSet: Text,
  exposureSignature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  recorders: v.array(FileRecorderSchema),
  frames: v.array(
    v.object({
      id: CountSchema,
      url: Text,
      state: v.picklist(FRAME_STATES),
      elements: CountSchema,
      sightings: CountSchema,
    }),
  ),
  coverage: v.object({
    ...coverage,
    byRecorder: v.record(v.string(), v.object(coverage)),
    matrix: v.array(CoverageCellSchema),
    fidelity: v.record(v.string(), v.object({ controls: CountSchema, hidden: CountSchema })),
  }),
  findings: v.array(FileFindingSchema),
  clearance: v.nullable(
    v.object({
      ...ClearanceSchema.entries,
      scope: v.picklist(SCOPES),
      issued: Time,
      expires: Time,
    }),
  ),
});

export type AuditFile = v.InferOutput<typeof AuditFileSchema>;
export type AuditFileFinding = v.InferOutput<typeof FileFindingSchema>;
export type FileRecorder = v.InferOutput<typeof FileRecorderSchema>;
