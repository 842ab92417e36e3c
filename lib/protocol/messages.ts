import * as v from 'valibot';
import { AuditStateSchema, PageFactsSchema } from './audit';
import { BANNER_MESSAGES } from './banner-messages';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { FrameEvidenceSchema } from './evidence';
import { ExceptionListSchema, ExceptionSchema } from './exceptions';
import { AuditResultSchema, ClearanceSchema } from './findings';
import { HeatSettingsSchema, HeatSharesSchema, HeatStateSchema, HeatTargetsSchema } from './heat';
import { COMPARE_MESSAGES } from './heat-comparison';
import { HoldStateSchema, QuietStateSchema } from './hold';
import { MEASURE_MESSAGES } from './measure-messages';
import { entry, nothing, type Sender } from './message-entry';
import { NOISE_MESSAGES } from './noise-messages';
import { OVERLAY_MESSAGES } from './overlay-messages';
import { PAGE_MESSAGES } from './pages';
import { PICTURE_MESSAGES } from './picture-messages';
import { PIN_MESSAGES } from './pin-messages';
import { ProofListSchema, ProofStateSchema, WitnessReportSchema } from './proof';
import { PROVER_MESSAGES } from './prover-messages';
import { RecorderStateSchema } from './recorders';
import { SCANNER_MESSAGES } from './scanner-messages';
import { SNAPSHOT_MESSAGES } from './snapshots';
import { PolicySchema, SourceConfigSchema } from './sources';
import { RequestSchema } from './timeline';
import { TrafficSchema } from './traffic';
import { VIEW_MESSAGES } from './views';
import { WALK_MESSAGES } from './walk/walk-messages';
import { ZONE_MESSAGES } from './zone-messages';

const tab = { tabId: CountSchema };
const id = v.pipe(v.string(), v.maxLength(80));

/** The one protocol map: every message between contexts, its sender, its request and its answer. */
export const MESSAGES = {
  // Our pages → background: heat
  'heat.state': entry('extension', v.object(tab), HeatStateSchema),
  'heat.set': entry(
    'extension',
    v.object({ ...tab, settings: v.partial(HeatSettingsSchema) }),
    HeatStateSchema,
  ),
  'heat.reload': entry('extension', v.object(tab), HeatStateSchema),
  'heat.on': entry('extension', v.object(tab), HeatStateSchema),
  'heat.off': entry('extension', v.object(tab), HeatStateSchema),
  /** A file was read and saved under this map id by the page that it was dropped on. */
  'heat.fileStored': entry('extension', v.object({ ...tab, mapId: id }), HeatStateSchema),
  /** Sources of these ids were saved, allowed or removed. */
  'heat.sourcesChanged': entry(
    'extension',
    v.object({ ids: v.pipe(v.array(id), v.maxLength(100)) }),
    nothing,
  ),
  /** How hot the things that findings are about are, in the heat that the tab shows. */
  'heat.shares': entry(
    'extension',
    v.object({ ...tab, targets: HeatTargetsSchema }),
    HeatSharesSchema,
  ),
  'heat.highlight': entry('extension', v.object({ ...tab, ref: v.nullable(CountSchema) }), nothing),
  'heat.scrollTo': entry('extension', v.object({ ...tab, ref: CountSchema }), nothing),
  ...MEASURE_MESSAGES,
  ...PIN_MESSAGES,
  ...NOISE_MESSAGES,

  // Our pages → background: sections of the page
  ...ZONE_MESSAGES,

  // Our pages → background: audit
  'audit.state': entry('extension', v.object(tab), AuditStateSchema),
  'audit.run': entry('extension', v.object({ ...tab, reload: v.boolean() }), AuditStateSchema),
  /** A look without a grant, gathered by `inspectedWindow.eval`. */
  'audit.partial': entry(
    'extension',
    v.object({ ...tab, facts: PageFactsSchema, evidence: FrameEvidenceSchema }),
    AuditStateSchema,
  ),
  'audit.assume': entry(
    'extension',
    v.object({ ...tab, recorders: v.array(RecorderStateSchema) }),
    AuditStateSchema,
  ),
  /** Tries the open findings' marks out in this tab, or takes them away. */
  'audit.preview': entry('extension', v.object({ ...tab, on: v.boolean() }), AuditStateSchema),
  'audit.network': entry(
    'extension',
    v.object({ ...tab, requests: v.pipe(v.array(RequestSchema), v.maxLength(1000)) }),
    nothing,
  ),
  /** Personal data that the visit has sent, as far as DevTools shows it. */
  'audit.traffic': entry('extension', v.object({ ...tab, traffic: TrafficSchema }), nothing),
  'audit.trafficState': entry('extension', v.object(tab), v.nullable(TrafficSchema)),
  'audit.resolve': entry(
    'extension',
    v.object({
      ...tab,
      findingId: id,
      answer: v.picklist(['accepted', 'confirmed', 'withdrawn']),
      reason: v.pipe(v.string(), v.maxLength(500)),
      expires: FiniteSchema,
    }),
    AuditStateSchema,
  ),
  'audit.allowFrame': entry(
    'extension',
    v.object({ ...tab, frame: CountSchema, allow: v.boolean() }),
    AuditStateSchema,
  ),
  'audit.highlight': entry(
    'extension',
    v.object({
      ...tab,
      frame: CountSchema,
      selector: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    }),
    nothing,
  ),

  /** Pages of the tab's origin that were audited in this browser session, with what stands open on each. */
  'audit.pages': entry('extension', v.object(tab), v.array(AuditResultSchema)),

  /** The page repainted as recorders would store it; `right: null` takes it away. */
  'audit.eye': entry(
    'extension',
    v.object({
      ...tab,
      left: v.nullable(RecorderStateSchema),
      right: v.nullable(RecorderStateSchema),
    }),
    nothing,
  ),

  // Our pages → background: hold and quiet view, after the browser was asked for their addresses
  'hold.state': entry('extension', v.object(tab), HoldStateSchema),
  /** `whole`: every recorder that is known, not those of the page alone. */
  'hold.on': entry('extension', v.object({ ...tab, whole: v.boolean() }), HoldStateSchema),
  'hold.off': entry('extension', v.object(tab), HoldStateSchema),
  'quiet.state': entry('extension', v.object(tab), QuietStateSchema),
  'quiet.set': entry('extension', v.object({ ...tab, on: v.boolean() }), QuietStateSchema),

  // Our pages → background: proof by canaries, step by step
  'proof.state': entry('extension', v.object(tab), ProofStateSchema),
  /** A person says that this origin is a test environment, or no longer. */
  'proof.mark': entry('extension', v.object({ ...tab, on: v.boolean() }), ProofStateSchema),
  /** Reloads the page with taps, audits it, and lists what would be touched. */
  'proof.prepare': entry('extension', v.object(tab), ProofListSchema),
  /** Plants canaries in the targets of these keys. Requests that began earlier hold none. */
  'proof.plant': entry(
    'extension',
    v.object({
      ...tab,
      seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      keys: v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(1100))),
        v.minLength(1),
        v.maxLength(500),
      ),
      plantedAt: FiniteSchema,
    }),
    v.object({ planted: CountSchema, refused: CountSchema }),
  ),
  /** What the frames have seen so far. */
  'proof.look': entry('extension', v.object(tab), WitnessReportSchema),
  /** Puts everything back and draws the conclusion; `devtools` is what DevTools' log held. */
  'proof.finish': entry(
    'extension',
    v.object({ ...tab, devtools: v.nullable(WitnessReportSchema) }),
    ProofStateSchema,
  ),
  /** Puts everything back and forgets the run. */
  'proof.cancel': entry('extension', v.object(tab), ProofStateSchema),

  // Our panel → background: a walk along all consent paths
  ...WALK_MESSAGES,

  // Our pages → background: maps that a person has saved
  ...SNAPSHOT_MESSAGES,

  // Our pages → background: the shown map and another one
  ...COMPARE_MESSAGES,

  // Our pages → background: exceptions; each answers with all that are kept then
  'exceptions.list': entry('extension', nothing, ExceptionListSchema),
  'exceptions.add': entry(
    'extension',
    v.object({ exceptions: ExceptionListSchema }),
    ExceptionListSchema,
  ),
  'exceptions.remove': entry(
    'extension',
    v.object({ exception: ExceptionSchema }),
    ExceptionListSchema,
  ),

  // Our pages → background: workspace
  'sources.list': entry(
    'extension',
    nothing,
    v.array(
      v.object({
        config: SourceConfigSchema,
        hasSecret: v.boolean(),
        granted: v.boolean(),
        managed: v.boolean(),
      }),
    ),
  ),
  'sources.save': entry(
    'extension',
    v.object({
      config: SourceConfigSchema,
      secret: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))),
    }),
    nothing,
  ),
  'sources.remove': entry('extension', v.object({ id }), nothing),
  'sources.test': entry(
    'extension',
    v.object({ id }),
    v.object({
      ok: v.boolean(),
      said: MessageSchema,
      /** What will not work though the source answers. */
      remarks: v.pipe(v.array(MessageSchema), v.maxLength(10)),
    }),
  ),
  'clearances.list': entry('extension', nothing, v.array(ClearanceSchema)),
  'clearances.revoke': entry('extension', v.object({ id }), nothing),
  'policy.read': entry('extension', nothing, PolicySchema),

  ...OVERLAY_MESSAGES,
  ...PICTURE_MESSAGES,
  ...VIEW_MESSAGES,
  ...PAGE_MESSAGES,
  ...SCANNER_MESSAGES,
  ...PROVER_MESSAGES,
  ...BANNER_MESSAGES,
  'eye.show': entry(
    'background',
    v.object({ left: v.nullable(RecorderStateSchema), right: RecorderStateSchema }),
    nothing,
  ),
  'eye.hide': entry('background', nothing, nothing),
} as const;

export type { Sender } from './message-entry';

export type MessageName = keyof typeof MESSAGES;
/** What is sent (before the schema's transforms). */
export type Request<N extends MessageName> = v.InferInput<(typeof MESSAGES)[N]['request']>;
/** What a handler gets. */
export type Parsed<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]['request']>;
export type Response<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]['response']>;
/** Messages that one kind of context may send. */
export type SentBy<S extends Sender> = {
  [N in MessageName]: (typeof MESSAGES)[N]['from'] extends S ? N : never;
}[MessageName];
