import { withTimestamp } from '../../report/bundle/make';
import { verifyBundle } from '../../report/bundle/verify';
import { orUsageError, readBytes, writeBytes } from '../bundle-file';
import { readTimestampOptions } from '../bundle-options';
import { EXIT } from '../exit';
import { say } from '../output';
import { checkSignature } from '../signing';
import { UsageError } from '../usage-error';

/** Puts an RFC 3161 time stamp into a bundle that it was made for. @throws UsageError */
export async function timestamp(args: readonly string[]): Promise<number> {
  const { bundle, token, out } = readTimestampOptions(args);
  const [bytes, stamp] = [readBytes(bundle), readBytes(token)];
  const stamped = await orUsageError(bundle, () => withTimestamp(bytes, stamp));
  const { problems, dated } = await orUsageError(bundle, () =>
    verifyBundle(stamped, null, checkSignature),
  );
  const [first] = problems;
  if (first) throw new UsageError(`Nothing was written. ${first.file}: ${first.text}`);
  writeBytes(out, stamped);
  say(`${out} is dated ${dated.time}. Who issued the time stamp was not checked.`);
  return EXIT.clear;
}
