import * as v from 'valibot';
import { sha256 } from './bytes';
import { readJson } from './canonical';
import { type Manifest, ManifestSchema } from './manifest';
import { CONSENT, MANIFEST, SIGNATURE, TIMESTAMP, UNLISTED } from './names';
import { NotABundle } from './not-a-bundle';
import { type Problem, problem } from './problem';
import { type ReadZip, readZip } from './read-zip';
import { type CheckSignature, readSignature } from './signature';
import { readTimestamp } from './timestamp';

export { NotABundle } from './not-a-bundle';

/** What can be said of a bundle. Three things apart: whether it is as it was, since when, and by whom. */
export interface Verification {
  readonly unaltered: boolean;
  /** What was changed, by file. */
  readonly problems: readonly Problem[];
  readonly dated: Dated;
  readonly attributed: Attributed;
  /** Null where the manifest can't be read. */
  readonly manifest: Manifest | null;
  /** SHA-256 of the manifest's bytes, in hex: what a time stamp is asked for. */
  readonly manifestSha256: string | null;
}

export interface Dated {
  /** `own-clock`: the one who made it says so. `timestamp`: so does an issuer who was not checked. */
  readonly by: 'nothing' | 'own-clock' | 'timestamp';
  readonly time: string | null;
}

export interface Attributed {
  /** `unknown`: to whoever holds a key that nobody named. `other`: not to the key that was named. */
  readonly to: 'nobody' | 'unknown' | 'named-key' | 'other-key';
  readonly fingerprint: string | null;
}

/**
 * Checks a bundle, offline.
 *
 * @param key fingerprint of the key that it should be signed by; null: nobody named one.
 * @throws NotABundle for what can't be read as a bundle of this version.
 */
export async function verifyBundle(
  bytes: Uint8Array,
  key: string | null,
  check: CheckSignature,
): Promise<Verification> {
  const zip = readZip(bytes);
  const manifestBytes = zip.files.get(MANIFEST);
  if (!manifestBytes) return unreadable(zip);
  const { manifest, problems: inManifest } = readManifest(manifestBytes);
  const manifestSha256 = await sha256(manifestBytes);
  const inFiles = manifest ? await compareFiles(zip, manifest) : [];
  const signed = await checkSignature(zip, manifestBytes, key, check);
  const stamped = checkTimestamp(zip, manifestSha256, manifest);
  const problems = [
    ...zip.problems,
    ...inManifest,
    ...inFiles,
    ...signed.problems,
    ...stamped.problems,
  ];
  return {
    unaltered: problems.length === 0,
    problems,
    dated: stamped.dated,
    attributed: signed.attributed,
    manifest,
    manifestSha256,
  };
}

function unreadable({ problems, isComplete }: ReadZip): Verification {
  const isNamed = !isComplete || problems.some(({ file }) => file === MANIFEST);
  return {
    unaltered: false,
    problems: isNamed ? problems : [...problems, problem(MANIFEST, 'missing')],
    dated: { by: 'nothing', time: null },
    attributed: NOBODY,
    manifest: null,
    manifestSha256: null,
  };
}

const NOBODY: Attributed = { to: 'nobody', fingerprint: null };

function readManifest(bytes: Uint8Array): { manifest: Manifest | null; problems: Problem[] } {
  const json = readJson(bytes);
  const parsed = v.safeParse(ManifestSchema, json?.value);
  if (parsed.success) {
    const problems = json?.isCanonical ? [] : [problem(MANIFEST, 'not-canonical')];
    return { manifest: parsed.output, problems };
  }
  const newer = v.safeParse(NewerSchema, json?.value);
  if (newer.success) throw new NotABundle('It was made by a later version of Hushmap.');
  return { manifest: null, problems: [problem(MANIFEST, 'not-read')] };
}

const NewerSchema = v.object({
  format: v.literal('hushmap-consent-bundle'),
  version: v.pipe(v.number(), v.minValue(2)),
});

async function compareFiles({ files, problems }: ReadZip, manifest: Manifest): Promise<Problem[]> {
  const damaged = new Set(problems.map(({ file }) => file));
  const listed = new Set(manifest.files.map(({ path }) => path));
  const found: Problem[] = [];
  for (const { path, bytes, sha256: digest } of manifest.files) {
    const content = files.get(path);
    if (!content) {
      if (!damaged.has(path)) found.push(problem(path, 'missing'));
    } else if (content.length !== bytes || (await sha256(content)) !== digest) {
      found.push(problem(path, 'digest'));
    } else if (path.endsWith('.json') && !readJson(content)?.isCanonical) {
      found.push(problem(path, 'not-canonical'));
    }
  }
  for (const name of files.keys()) {
    if (!listed.has(name) && !UNLISTED.has(name)) found.push(problem(name, 'not-listed'));
  }
  // A bundle without the outcome of an audit is evidence of nothing.
  if (!listed.has(CONSENT)) found.push(problem(CONSENT, 'missing'));
  return found;
}

async function checkSignature(
  { files }: ReadZip,
  manifest: Uint8Array,
  key: string | null,
  check: CheckSignature,
): Promise<{ attributed: Attributed; problems: Problem[] }> {
  const bytes = files.get(SIGNATURE);
  if (!bytes) return { attributed: NOBODY, problems: [] };
  const read = await readSignature(bytes);
  if (!read) return { attributed: NOBODY, problems: [problem(SIGNATURE, 'not-read')] };
  const { fingerprint, publicKey, signature } = read;
  if (!(await check(manifest, signature, publicKey))) {
    return { attributed: NOBODY, problems: [problem(SIGNATURE, 'signature')] };
  }
  if (key === null) return { attributed: { to: 'unknown', fingerprint }, problems: [] };
  const to = key === fingerprint ? 'named-key' : 'other-key';
  return { attributed: { to, fingerprint }, problems: [] };
}

function checkTimestamp(
  { files }: ReadZip,
  manifestSha256: string,
  manifest: Manifest | null,
): { dated: Dated; problems: Problem[] } {
  const own: Dated = manifest
    ? { by: 'own-clock', time: manifest.created }
    : { by: 'nothing', time: null };
  const bytes = files.get(TIMESTAMP);
  if (!bytes) return { dated: own, problems: [] };
  const stamp = readTimestamp(bytes);
  if (!stamp) return { dated: own, problems: [problem(TIMESTAMP, 'not-read')] };
  if (stamp.imprint === null) {
    return { dated: own, problems: [problem(TIMESTAMP, 'other-digest')] };
  }
  if (stamp.imprint !== manifestSha256) {
    return { dated: own, problems: [problem(TIMESTAMP, 'other-imprint')] };
  }
  return { dated: { by: 'timestamp', time: stamp.time }, problems: [] };
}
