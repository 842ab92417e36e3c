import * as v from 'valibot';
import { CoverageCellSchema, VERDICTS } from '../../protocol/findings';

/** What an audit leaves with its test, for the reporter. */
export const ATTACHMENT = {
  name: 'hushmap-audit',
  contentType: 'application/vnd.hushmap.audit+json',
} as const;

export const AttachedSchema = v.object({
  /** Redacted. */
  url: v.string(),
  state: v.string(),
  /** Null: the page could not be audited. */
  verdict: v.nullable(v.picklist(VERDICTS)),
  matrix: v.array(CoverageCellSchema),
  reason: v.string(),
});

export type Attached = v.InferOutput<typeof AttachedSchema>;
