import type { Walk } from '../../protocol/walk/walk';
import type { ConsentFile } from '../consent-file-schema';
import type { Har } from '../har';
import { redactWalk } from '../redact-walk';
import { canonicalBytes } from './canonical';
import { manifestOf } from './manifest';
import { CONSENT, isSafeName, MANIFEST, SIGNATURE, TIMESTAMP } from './names';
import { NotABundle } from './not-a-bundle';
import { readZip } from './read-zip';
import { type Sign, signManifest } from './signature';
import { readTimestamp } from './timestamp';
import { writeZip } from './zip';

/** What goes into a bundle. Pictures are painted over before they come here: nobody looks into them. */
export interface BundleParts {
  readonly consent: ConsentFile;
  readonly walk: Walk;
  /** By name without folder and ending: `reject-0`. */
  readonly hars: ReadonlyMap<string, Har>;
  /** PNG by the name that the walk's steps and clicks use: `reject-0-after.png`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The report for people. */
  readonly html: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Null: nobody signs it. */
  readonly sign: Sign | null;
}

/**
 * The bytes of a bundle: a zip in which equal parts have equal bytes.
 *
 * @throws RangeError for a name that no file of a bundle has, and for more than a reader would take.
 */
export async function makeBundle(parts: BundleParts): Promise<Uint8Array<ArrayBuffer>> {
  const files = contentsOf(parts);
  const manifest = canonicalBytes(await manifestOf(parts.consent, files, parts.created));
  files.set(MANIFEST, manifest);
  if (parts.sign) files.set(SIGNATURE, await signManifest(manifest, parts.sign));
  return writeZip(files);
}

/** Where a picture is in the bundle. */
export const picturePath = (name: string): string => `pictures/${name.replace(/^pictures\//, '')}`;

function contentsOf({ consent, walk, hars, pictures, html }: BundleParts): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([
    [CONSENT, canonicalBytes(consent)],
    ['walk.json', canonicalBytes(redactWalk(walk))],
    ['report.html', new TextEncoder().encode(html)],
  ]);
  const add = (path: string, content: Uint8Array) => {
    if (!isSafeName(path)) throw new RangeError(`no file of a bundle is called ${path}`);
    if (files.has(path)) throw new RangeError(`two files of a bundle are called ${path}`);
    files.set(path, content);
  };
  for (const [name, har] of hars) add(`har/${name}.har`, canonicalBytes(har));
  for (const [name, picture] of pictures) add(picturePath(name), picture);
  return files;
}

/**
 * The same bundle with an RFC 3161 time stamp in it, which is made over the manifest and so comes
 * after it. One that was there is replaced.
 *
 * @throws NotABundle where the zip was changed, or the time stamp is none.
 */
export function withTimestamp(bundle: Uint8Array, timestamp: Uint8Array): Uint8Array<ArrayBuffer> {
  const { files, problems } = readZip(bundle);
  if (problems.length > 0) throw new NotABundle('It was altered, so nothing is added to it.');
  if (!readTimestamp(timestamp)) throw new NotABundle('The time stamp is none of RFC 3161.');
  return writeZip(new Map([...files, [TIMESTAMP, timestamp]]));
}
