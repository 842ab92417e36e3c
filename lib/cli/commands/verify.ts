import { type Verification, verifyBundle } from '../../report/bundle/verify';
import { orUsageError, readBytes } from '../bundle-file';
import { readVerifyOptions } from '../bundle-options';
import { EXIT } from '../exit';
import { checkSignature } from '../signing';
import { verificationText } from '../verification-text';

/**
 * Checks a bundle, offline.
 *
 * @returns 0 where it is intact and, if a key was named, signed by it; 1 where it is not.
 * @throws UsageError for what can't be read as a bundle.
 */
export async function verify(args: readonly string[]): Promise<number> {
  const { bundle, key, format } = readVerifyOptions(args);
  const bytes = readBytes(bundle);
  const result = await orUsageError(bundle, () => verifyBundle(bytes, key, checkSignature));
  const text = format === 'json' ? verificationJson(result) : verificationText(result);
  process.stdout.write(text);
  return isAsWanted(result, key) ? EXIT.clear : EXIT.notClear;
}

const isAsWanted = ({ unaltered, attributed }: Verification, key: string | null): boolean =>
  unaltered && (key === null || attributed.to === 'named-key');

const verificationJson = (result: Verification): string =>
  `${JSON.stringify({ format: 'hushmap-verification', version: 1, ...result }, null, 2)}\n`;
