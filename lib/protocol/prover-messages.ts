import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { entry, nothing } from './message-entry';
import {
  LeftoverSchema,
  PlantRequestSchema,
  ProofPredictionSchema,
  ProofTargetSchema,
  WitnessReportSchema,
} from './proof';
import { RecorderStateSchema } from './recorders';

const key = v.pipe(v.string(), v.maxLength(1100));
const keys = v.pipe(v.array(key), v.maxLength(500));

/** What the prover in a frame hears and says. */
export const PROVER_MESSAGES = {
  /** Lists what a canary can be planted in, and keeps hold of it until the run ends. */
  'prover.list': entry(
    'background',
    v.object({ frame: CountSchema, recorders: v.array(RecorderStateSchema) }),
    v.object({
      origin: v.pipe(v.string(), v.maxLength(300)),
      targets: v.pipe(v.array(v.omit(ProofTargetSchema, ['frame'])), v.maxLength(500)),
      more: CountSchema,
      /** Whether the taps have watched the document from its start. */
      watched: v.boolean(),
    }),
  ),
  /** Has every frame open its search, before any of them plants. */
  'prover.open': entry('background', PlantRequestSchema, nothing),
  'prover.plant': entry(
    'background',
    nothing,
    v.object({
      planted: v.pipe(v.array(v.object({ key, at: FiniteSchema })), v.maxLength(500)),
      refused: keys,
      predictions: v.pipe(v.array(ProofPredictionSchema), v.maxLength(20_000)),
    }),
  ),
  'prover.report': entry(
    'background',
    v.object({ isLast: v.boolean() }),
    v.nullable(WitnessReportSchema),
  ),
  /** Nobody asks for reports any more: everything is put back, and the run is over. */
  'prover.ended': entry('page', nothing, nothing),
  /** Puts back what stood there, and looks for what remains. */
  'prover.restore': entry('background', nothing, v.pipe(v.array(LeftoverSchema), v.maxLength(200))),
} as const;
