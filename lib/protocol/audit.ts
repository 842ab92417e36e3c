import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { AuditResultSchema } from './findings';
import { RecorderStateSchema } from './recorders';

/** What a frame is asked to scan with. */
export const ScanRequestSchema = v.object({
  /** Key of this run's HMAC, 32 bytes in hex. It never outlives the run. */
  runKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  recorders: v.array(RecorderStateSchema),
  /** Tell when the page has changed, so that it can be scanned again. */
  watch: v.boolean(),
  /** Masks are being tried out in this tab: that they were not there before is no fault of the page. */
  preview: v.optional(v.boolean()),
});

export type ScanRequest = v.InferOutput<typeof ScanRequestSchema>;

/** What the MAIN world says of recorders. As untrusted as the page itself. */
export const PageFactsSchema = v.object({
  /** Per recorder id: whatever its reader found, as JSON. */
  globals: v.record(v.pipe(v.string(), v.maxLength(40)), v.unknown()),
  /** URLs of scripts and of resources loaded so far, without query and fragment. */
  scripts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(2000)),
  resources: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(5000)),
  /** Names alone. */
  storageKeys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(2000)),
  cookieNames: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(500)),
});

export type PageFacts = v.InferOutput<typeof PageFactsSchema>;

/** Where the audit of one tab stands. */
export const AuditStateSchema = v.object({
  status: v.picklist(['no-grant', 'not-allowed', 'idle', 'running', 'done', 'failed']),
  /** `https://acme.test`, what a grant would be for. */
  origin: v.pipe(v.string(), v.maxLength(300)),
  /** What is being done, while running. */
  step: v.nullable(MessageSchema),
  result: v.nullable(AuditResultSchema),
  error: v.nullable(MessageSchema),
  /** Recorders that a person chose to predict for, where the page has none yet. */
  assumed: v.array(RecorderStateSchema),
  /** All hosts granted: third-party frames and traffic can be read. */
  allSites: v.boolean(),
  /** Scans so far, so that a view can tell a re-scan from a stale picture. */
  scans: CountSchema,
  changedAt: FiniteSchema,
});

export type AuditState = v.InferOutput<typeof AuditStateSchema>;
