import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomHex } from '../core/ids';
import { NotABundle } from '../report/bundle/not-a-bundle';
import { MOST_PACKED } from '../report/bundle/zip-limits';
import { UsageError } from './usage-error';

/** The bytes of a file that is small enough to be looked at. @throws UsageError */
export function readBytes(file: string): Uint8Array {
  const size = sizeOf(file);
  if (size > MOST_PACKED) throw new UsageError(`${file} is larger than any bundle.`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

/** Written in full or not at all. @throws UsageError */
export function writeBytes(file: string, bytes: Uint8Array): void {
  // A name that nobody can have put there, and that is not followed if somebody did.
  const half = `${file}.${randomHex(8)}.part`;
  try {
    writeFileSync(half, bytes, { flag: 'wx' });
    renameSync(half, file);
  } catch {
    rmSync(half, { force: true });
    throw new UsageError(`${file} cannot be written.`);
  }
}

/** What a bundle is refused for, as what the person who typed the command can mend. */
export async function orUsageError<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof NotABundle) throw new UsageError(`${file}: ${cause.message}`);
    throw cause;
  }
}

function sizeOf(file: string): number {
  try {
    const stats = statSync(file);
    if (stats.isFile()) return stats.size;
  } catch {
    throw new UsageError(`${file} is not there.`);
  }
  throw new UsageError(`${file} is no file.`);
}
