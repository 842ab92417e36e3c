import { inGroups } from '../../report/bundle/signature';
import { readKeygenOptions } from '../bundle-options';
import { EXIT } from '../exit';
import { writeKey } from '../signing';

/** Writes a key to sign bundles with, and prints its fingerprint. @throws UsageError */
export async function keygen(args: readonly string[]): Promise<number> {
  const { file } = readKeygenOptions(args);
  process.stdout.write(`${inGroups(await writeKey(file))}\n`);
  return EXIT.clear;
}
