import * as v from 'valibot';
import { FiniteSchema, MessageSchema } from './common';
import { RecorderIdSchema } from './recorders';

const host = v.pipe(v.string(), v.maxLength(253));

/** What of one recorder would be blocked on a site. */
export const HeldRecorderSchema = v.object({
  id: RecorderIdSchema,
  /** Vendor hosts, each with all beneath it. */
  hosts: v.array(host),
  /** Places of the site's own choice that it was seen, or told, to send to: `shop.example/ingest`. */
  places: v.array(v.pipe(v.string(), v.maxLength(600))),
});

export type HeldRecorder = v.InferOutput<typeof HeldRecorderSchema>;

export const HoldPlanSchema = v.object({
  /** Host of the page: a browser's rules know no port and no scheme of who asks. */
  site: host,
  recorders: v.array(HeldRecorderSchema),
  /** Match patterns that the browser has to allow, or its rules block nothing. */
  patterns: v.array(v.pipe(v.string(), v.maxLength(300))),
  /** What gets out all the same. */
  escapes: v.array(MessageSchema),
});

export type HoldPlan = v.InferOutput<typeof HoldPlanSchema>;

/** A rule that blocks, or that leaves open what another blocks, in the form that browsers take (declarativeNetRequest). */
export const BlockRuleSchema = v.object({
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  priority: v.optional(v.number()),
  action: v.object({ type: v.picklist(['block', 'allow']) }),
  condition: v.object({
    initiatorDomains: v.optional(v.array(v.string())),
    requestDomains: v.optional(v.array(v.string())),
    urlFilter: v.optional(v.string()),
    regexFilter: v.optional(v.string()),
    requestMethods: v.optional(v.array(v.picklist(['post', 'put', 'patch', 'delete']))),
    domainType: v.optional(v.literal('firstParty')),
    resourceTypes: v.optional(
      v.array(v.picklist(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'])),
    ),
    tabIds: v.optional(v.array(v.number())),
  }),
});

export type BlockRule = v.InferOutput<typeof BlockRuleSchema>;

/** A hold as this browser keeps it: what was switched on, to be compared with what is there. */
export const HoldSchema = v.object({
  site: host,
  since: FiniteSchema,
  recorders: v.array(RecorderIdSchema),
  patterns: v.array(v.pipe(v.string(), v.maxLength(300))),
  /** Without the ids that the browser's other rules decided. */
  rules: v.array(v.omit(BlockRuleSchema, ['id'])),
});

export type Hold = v.InferOutput<typeof HoldSchema>;

/** Where the hold of a tab's site stands. `on` alone means that the browser blocks. */
export const HoldStateSchema = v.object({
  status: v.picklist(['unavailable', 'off', 'on', 'broken']),
  since: v.nullable(FiniteSchema),
  held: v.array(RecorderIdSchema),
  /** `broken`: what is missing, in words. */
  missing: v.array(MessageSchema),
  /** On the page now, or sending elsewhere by now, and not in the hold. */
  unheld: v.array(RecorderIdSchema),
  /** For the recorders of this page; null where the page cannot be read. */
  plan: v.nullable(HoldPlanSchema),
  /** For every recorder that Hushmap knows. */
  wholePlan: v.nullable(HoldPlanSchema),
});

export type HoldState = v.InferOutput<typeof HoldStateSchema>;

/** Whether a tab's visit is kept out of the site's analytics. */
export const QuietStateSchema = v.object({
  status: v.picklist(['unavailable', 'off', 'on', 'broken']),
  patterns: v.array(v.pipe(v.string(), v.maxLength(300))),
  /** Names of whom nothing is sent to. */
  receivers: v.array(v.pipe(v.string(), v.maxLength(100))),
});

export type QuietState = v.InferOutput<typeof QuietStateSchema>;
