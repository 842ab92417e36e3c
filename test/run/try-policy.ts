/**
 * `npx tsx test/run/try-policy.ts`, as root, after `npm run build:test`: sets the example of docs/policy.md as the
 * policy of the Chromium on this machine for as long as it runs, and says whether all of it arrives.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { launchWithExtension } from './extension';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = '/etc/chromium/policies/managed';
const extension = join(ROOT, '.output/chrome-mv3-testing');

/** Chromium makes the id of an unpacked extension from its folder. */
const id = Array.from(createHash('sha256').update(extension).digest('hex').slice(0, 32), (digit) =>
  String.fromCharCode(97 + Number.parseInt(digit, 16)),
).join('');

const docs = readFileSync(join(ROOT, 'docs/policy.md'), 'utf8');
const example: unknown = JSON.parse(
  /## An example[\s\S]*?```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? '',
);
const file = join(FOLDER, `hushmap-try-${process.pid}.json`);
mkdirSync(FOLDER, { recursive: true });
try {
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: example } } }));
  const browser = await launchWithExtension({ extension });
  // The worker's own `chrome`, which has no types here.
  const arrived = await browser.worker.evaluate('chrome.storage.managed.get(null)');
  await browser.context.close();
  const isWhole = browser.id === id && isDeepStrictEqual(arrived, example);
  console.log(isWhole ? 'The whole policy arrived.' : JSON.stringify(arrived, null, 2));
  process.exitCode = isWhole ? 0 : 1;
} finally {
  rmSync(file, { force: true });
}
