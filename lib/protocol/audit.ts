import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { AuditResultSchema } from './findings';
import { PreviewSchema } from './preview';
import { RecorderStateSchema } from './recorders';

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
  /** Recorders on the page, as the last scan saw them. */
  onPage: v.array(RecorderStateSchema),
  /** Setups that a person chose to predict for; one that is `detected` stands for what is on the page. */
  assumed: v.array(RecorderStateSchema),
  /**
   * Fixes are being tried out in this tab; `null` within: not scanned yet. The result stays that of
   * the page without them.
   */
  preview: v.nullable(v.object({ shown: v.nullable(PreviewSchema) })),
  /** All hosts granted: third-party frames and traffic can be read. */
  allSites: v.boolean(),
  /** Scans so far, so that a view can tell a re-scan from a stale picture. */
  scans: CountSchema,
  changedAt: FiniteSchema,
});

export type AuditState = v.InferOutput<typeof AuditStateSchema>;
