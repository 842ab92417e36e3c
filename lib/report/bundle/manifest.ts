import * as v from 'valibot';
import { CountSchema } from '../../protocol/common';
import type { ConsentFile } from '../consent-file-schema';
import { ConsentFileSchema } from '../consent-file-schema';
import { sha256 } from './bytes';
import { isSafeName, UNLISTED } from './names';

const Time = v.pipe(v.string(), v.isoTimestamp());
const Text = v.pipe(v.string(), v.maxLength(2000));

const FileSchema = v.strictObject({
  path: v.pipe(
    v.string(),
    v.check(isSafeName),
    v.check((path) => !UNLISTED.has(path)),
  ),
  bytes: CountSchema,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/**
 * `manifest.json`, version 1: what the bundle holds, and who made it, when, from where and with what.
 * It is the one thing that is signed, so nothing may stand in it that this does not name.
 */
export const ManifestSchema = v.strictObject({
  format: v.literal('hushmap-consent-bundle'),
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('hushmap'), version: Text }),
  ruleSet: Text,
  region: Text,
  url: Text,
  /** When the walk began and ended, and when the bundle was made, by the clock of the one who made it. */
  started: Time,
  ended: Time,
  created: Time,
  operator: Text,
  vantage: v.strictObject({
    ...ConsentFileSchema.entries.vantage.entries,
    viewport: v.strictObject(ConsentFileSchema.entries.vantage.entries.viewport.entries),
    waits: v.strictObject(ConsentFileSchema.entries.vantage.entries.waits.entries),
  }),
  /** Every other file, but for the signature and the time stamp; sorted by path. */
  files: v.pipe(
    v.array(FileSchema),
    v.check((files) => files.every(({ path }, at) => path > (files[at - 1]?.path ?? ''))),
  ),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** @param created milliseconds since the epoch. */
export async function manifestOf(
  consent: ConsentFile,
  files: ReadonlyMap<string, Uint8Array>,
  created: number,
): Promise<Manifest> {
  const paths = [...files.keys()].sort();
  return {
    format: 'hushmap-consent-bundle',
    version: 1,
    tool: consent.tool,
    ruleSet: consent.ruleSet,
    region: consent.region,
    url: consent.url,
    started: consent.started,
    ended: consent.time,
    created: new Date(created).toISOString(),
    operator: consent.operator,
    vantage: consent.vantage,
    files: await Promise.all(
      paths.map(async (path) => {
        const content = files.get(path) ?? new Uint8Array();
        return { path, bytes: content.length, sha256: await sha256(content) };
      }),
    ),
  };
}
