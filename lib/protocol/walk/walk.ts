import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../common';
import { RecorderStateSchema } from '../recorders';
import { OBSTACLES, SCENARIO_IDS, VANTAGE_LIMITS } from './scenarios';
import { WalkStepSchema } from './step';

/** One path, walked once. */
export const WalkScenarioSchema = v.object({
  id: v.picklist(SCENARIO_IDS),
  /** 0 for the first time; sampled recorders need a path more than once. */
  repeat: CountSchema,
  /** `partly`: it ended early, with the steps that it has. */
  state: v.picklist(['walked', 'partly', 'not-walked']),
  obstacle: v.nullable(v.picklist(OBSTACLES)),
  steps: v.pipe(v.array(WalkStepSchema), v.maxLength(12)),
  /** Presses that the choice took; null: it was not made. */
  clicks: v.nullable(CountSchema),
});

export type WalkScenario = v.InferOutput<typeof WalkScenarioSchema>;

/** Where the walk was made from: results depend on it. */
export const VantageSchema = v.object({
  driver: v.picklist(['cli', 'panel']),
  browser: v.pipe(v.string(), v.maxLength(120)),
  version: v.pipe(v.string(), v.maxLength(40)),
  /** Country that the traffic leaves from, as its operator stated it; empty: not stated. */
  country: v.pipe(v.string(), v.maxLength(60)),
  proxy: v.boolean(),
  locale: v.pipe(v.string(), v.maxLength(35)),
  timezone: v.pipe(v.string(), v.maxLength(60)),
  viewport: v.object({ width: CountSchema, height: CountSchema }),
  /** Milliseconds that were waited: for a banner, before a choice, after it. */
  waits: v.object({ banner: CountSchema, before: CountSchema, after: CountSchema }),
  /** What kept visits from a clean state: `VANTAGE_LIMITS`. */
  limits: v.optional(v.pipe(v.array(v.picklist(VANTAGE_LIMITS)), v.maxLength(10))),
});

export type Vantage = v.InferOutput<typeof VantageSchema>;

/** What `/.well-known/gpc.json` says (`lastUpdate` empty: not stated); null: there is none, or nobody asked. */
export const GpcFileSchema = v.nullable(
  v.object({ gpc: v.boolean(), lastUpdate: v.pipe(v.string(), v.maxLength(40)) }),
);

/** All paths of one page. */
export const WalkSchema = v.object({
  /** Redacted. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  title: v.pipe(v.string(), v.maxLength(300)),
  startedAt: FiniteSchema,
  endedAt: FiniteSchema,
  vantage: VantageSchema,
  gpcFile: GpcFileSchema,
  /** Recorders that any step found, with the options that they ran with. */
  recorders: v.pipe(v.array(RecorderStateSchema), v.maxLength(60)),
  scenarios: v.pipe(v.array(WalkScenarioSchema), v.maxLength(100)),
});

export type Walk = v.InferOutput<typeof WalkSchema>;
