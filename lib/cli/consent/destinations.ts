import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { folderName } from '../index-file';
import { UsageError } from '../usage-error';
import type { ConsentOptions } from './options';

/** Where the outcome of one page goes. */
export interface Destination {
  readonly out: string | null;
  readonly bundle: string | null;
}

type Asked = Pick<ConsentOptions, 'urls' | 'out' | 'bundle'>;

/** With several pages, each gets a folder and a bundle of its own. */
export function destinationOf(
  { urls, out, bundle }: Asked,
  index: number,
  url: string,
): Destination {
  if (urls.length < 2) return { out, bundle };
  return {
    out: out === null ? null : join(out, folderName(index, url)),
    bundle: bundle === null ? null : join(dirname(bundle), `${index + 1}-${basename(bundle)}`),
  };
}

/**
 * A walk takes minutes: that its outcome has no place is said before.
 *
 * @throws UsageError
 */
export function requireDestinations({ out, bundle }: Asked): void {
  if (out !== null) {
    try {
      mkdirSync(out, { recursive: true });
      accessSync(out, constants.W_OK);
    } catch {
      throw new UsageError(`${out} (--out) cannot be written.`);
    }
  }
  if (bundle !== null && !isWritableFile(bundle)) {
    throw new UsageError(`${bundle} (--bundle) cannot be written.`);
  }
}

function isWritableFile(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK);
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true;
  } catch {
    return false;
  }
}
