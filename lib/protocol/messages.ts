import * as v from 'valibot';
import { AuditStateSchema, PageFactsSchema, ScanRequestSchema } from './audit';
import { CountSchema, FiniteSchema, MessageSchema, WebUrlSchema } from './common';
import { FrameEvidenceSchema } from './evidence';
import { ClearanceSchema } from './findings';
import {
  ElementBoxSchema,
  HeatSettingsSchema,
  HeatStateSchema,
  MapSummarySchema,
  TileSchema,
} from './heat';
import { RecorderStateSchema } from './recorders';
import { PolicySchema, SourceConfigSchema } from './sources';
import { RequestSchema, TimelineSchema } from './timeline';

/** Who may send a message: one of our own pages, our script in a page, or the background. */
export type Sender = 'extension' | 'page' | 'background';

const nothing = v.optional(v.undefined());
const tab = { tabId: CountSchema };
const id = v.pipe(v.string(), v.maxLength(80));

const entry = <S extends Sender, Q extends v.GenericSchema, A extends v.GenericSchema>(
  from: S,
  request: Q,
  response: A,
) => ({ from, request, response });

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
  'heat.highlight': entry('extension', v.object({ ...tab, ref: v.nullable(CountSchema) }), nothing),
  'heat.scrollTo': entry('extension', v.object({ ...tab, ref: CountSchema }), nothing),

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
  'audit.network': entry(
    'extension',
    v.object({ ...tab, requests: v.pipe(v.array(RequestSchema), v.maxLength(1000)) }),
    nothing,
  ),
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
    v.object({ ok: v.boolean(), said: MessageSchema }),
  ),
  'clearances.list': entry('extension', nothing, v.array(ClearanceSchema)),
  'clearances.revoke': entry('extension', v.object({ id }), nothing),
  'policy.read': entry('extension', nothing, PolicySchema),

  // Our script in a page → background
  'overlay.hello': entry(
    'page',
    v.object({ url: WebUrlSchema, viewportWidth: CountSchema }),
    v.object({ settings: HeatSettingsSchema, summary: v.nullable(MapSummarySchema) }),
  ),
  'overlay.tile': entry('page', v.object({ mapId: id, index: CountSchema }), TileSchema),
  'overlay.elements': entry(
    'page',
    v.object({
      mapId: id,
      /** CSS px of the recorded width to CSS px of the page now. */
      scaleX: FiniteSchema,
      boxes: v.pipe(v.array(ElementBoxSchema), v.maxLength(5_000)),
    }),
    nothing,
  ),
  'scanner.changed': entry('page', nothing, nothing),

  // Background → our script in a page
  'overlay.update': entry(
    'background',
    v.object({
      settings: HeatSettingsSchema,
      summary: v.nullable(MapSummarySchema),
      status: v.picklist(['loading', 'shown', 'empty', 'failed']),
    }),
    nothing,
  ),
  'overlay.stop': entry('background', nothing, nothing),
  'overlay.highlight': entry('background', v.object({ ref: v.nullable(CountSchema) }), nothing),
  'overlay.scrollTo': entry('background', v.object({ ref: CountSchema }), nothing),
  'scanner.scan': entry('background', ScanRequestSchema, FrameEvidenceSchema),
  'scanner.stop': entry('background', nothing, nothing),
  'scanner.highlight': entry(
    'background',
    v.object({ selector: v.nullable(v.pipe(v.string(), v.maxLength(1000))) }),
    nothing,
  ),
  'eye.show': entry(
    'background',
    v.object({ left: v.nullable(RecorderStateSchema), right: RecorderStateSchema }),
    nothing,
  ),
  'eye.hide': entry('background', nothing, nothing),
  'scanner.timeline': entry('background', nothing, v.nullable(TimelineSchema)),
} as const;

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
