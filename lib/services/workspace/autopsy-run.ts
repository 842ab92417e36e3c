import * as v from 'valibot';
import { toWireError } from '../../core/errors';
import { openAutopsy } from '../../wire/autopsy/autopsy';
import { MOST_FILE_BYTES } from '../../wire/autopsy/files';
import { AutopsySchema } from '../../wire/autopsy/report-schema';

/** What is asked of the autopsy's worker. */
const AutopsyAskSchema = v.array(v.object({ name: v.string(), file: v.blob() }));

/** What it says while it reads, and in the end. */
export const AutopsySaidSchema = v.variant('kind', [
  v.object({ kind: v.literal('reading'), done: v.number(), total: v.number() }),
  v.object({ kind: v.literal('report'), report: AutopsySchema }),
  v.object({ kind: v.literal('failed'), code: v.string() }),
]);
export type AutopsySaid = v.InferOutput<typeof AutopsySaidSchema>;

/**
 * Reads files one after the other, so that one alone is in memory. A file that can't be opened is
 * told of in the report, and ends nothing.
 */
export async function runAutopsy(asked: unknown, say: (said: AutopsySaid) => void): Promise<void> {
  try {
    const files = v.parse(AutopsyAskSchema, asked);
    const reading = openAutopsy();
    for (const [done, { name, file }] of files.entries()) {
      say({ kind: 'reading', done, total: files.length });
      const content = await contentOf(file);
      if (content) reading.read(name, content);
      else reading.unreadable(name);
    }
    say({ kind: 'report', report: reading.report() });
  } catch (cause) {
    say({ kind: 'failed', code: toWireError(cause).code });
  }
}

async function contentOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return file.size > MOST_FILE_BYTES ? null : new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
