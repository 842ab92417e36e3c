import { parseArgs } from 'node:util';
import { patchOf } from '../../report/patch';
import { patchText } from '../../report/patch-text';
import { readAudits } from '../audit-files';
import { EXIT } from '../exit';
import { UsageError } from '../usage-error';

/** Prints one minimal patch for all pages that were audited. @throws UsageError */
export async function patch(args: readonly string[]): Promise<number> {
  const files = positionalsOf(args);
  if (files.length === 0) {
    throw new UsageError('Give an audit.json, an index.json, or the folder of one.');
  }
  const audits = files.flatMap((file) => readAudits(file, 'hushmap patch'));
  process.stdout.write(patchText(patchOf(audits)));
  return EXIT.clear;
}

function positionalsOf(args: readonly string[]): string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true }).positionals;
  } catch {
    throw new UsageError('hushmap patch takes files and folders alone.');
  }
}
