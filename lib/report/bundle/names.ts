import { MOST_NAME } from './zip-headers';

export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'signature.json';
export const TIMESTAMP = 'timestamp.tsr';
export const CONSENT = 'consent.json';

/** Files that the manifest can't list: itself, and what is made over it. */
export const UNLISTED: ReadonlySet<string> = new Set([MANIFEST, SIGNATURE, TIMESTAMP]);

/**
 * Whether a file of a bundle may be called so: lower-case letters, digits and `._-`, in folders that
 * begin with a letter or a digit. So no name leads out of the folder that a bundle is unpacked into,
 * none is absolute, and no two are one on a system that does not tell capitals apart.
 */
export const isSafeName = (name: string): boolean =>
  name.length <= MOST_NAME && /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/.test(name);

/** A name made safe: capitals become small, other characters hyphens. */
export const safeName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, 100) || 'file';
