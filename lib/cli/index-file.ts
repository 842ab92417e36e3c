import * as v from 'valibot';
import { VERDICTS } from '../protocol/findings';

/** `index.json` of a run over several addresses. */
export const IndexSchema = v.object({
  format: v.literal('hushmap-index'),
  version: v.literal(1),
  pages: v.array(
    v.object({
      url: v.string(),
      /** Where its `audit.json` is; null: it was not reached. */
      folder: v.nullable(v.string()),
      verdict: v.nullable(v.picklist(VERDICTS)),
      /** The verdict in words, or why the page was not reached. */
      text: v.string(),
      /** Findings that stand in the way. */
      open: v.number(),
    }),
  ),
});

export type IndexFile = v.InferOutput<typeof IndexSchema>;

/** `0003-acme.test-pricing`: in the order of the run, and readable. */
export function folderName(index: number, url: string): string {
  const { host, pathname } = new URL(url);
  const words = `${host}${pathname}`.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '');
  return `${String(index + 1).padStart(4, '0')}-${words.slice(0, 60)}`;
}
