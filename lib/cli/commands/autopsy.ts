import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAutopsy } from '../../wire/autopsy/autopsy';
import { MOST_FILE_BYTES, RECORDING_NAME } from '../../wire/autopsy/files';
import { autopsyMarkdown } from '../../wire/autopsy/markdown';
import type { AutopsyReport } from '../../wire/autopsy/report-schema';
import { EXIT } from '../exit';
import { readAutopsyOptions } from '../options';
import { say } from '../output';
import { UsageError } from '../usage-error';

/**
 * Says what recordings hold already. Nothing is sent anywhere.
 *
 * @returns 0 where nothing personal was found in files that were read in full, 1 where something was
 *   or where parts could not be read, 2 where a file could not be read and nothing was found.
 */
export async function autopsy(args: readonly string[]): Promise<number> {
  const { paths, format, affected } = readAutopsyOptions(args);
  const files = paths.flatMap(filesIn);
  if (files.length === 0) throw new UsageError('There is no recording in what was named.');
  const reading = openAutopsy();
  for (const [index, file] of files.entries()) {
    const content = contentOf(file);
    if (content) reading.read(file, content);
    else reading.unreadable(file);
    if (files.length > 1) say(`${index + 1}/${files.length}`);
  }
  const report = reading.report();
  const text = format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : autopsyMarkdown(report);
  process.stdout.write(text);
  if (affected !== null) writeAffected(affected, report);
  return codeOf(report);
}

/** A file that is named is read whatever it is called; in a folder, those that can be recordings. */
function filesIn(path: string): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch {
    throw new UsageError(`${path} is not there.`);
  }
  if (!isFolder) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && RECORDING_NAME.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function contentOf(file: string): Uint8Array | null {
  try {
    return statSync(file).size > MOST_FILE_BYTES ? null : readFileSync(file);
  } catch {
    return null;
  }
}

function writeAffected(path: string, { affected }: AutopsyReport): void {
  try {
    writeFileSync(path, `${JSON.stringify(affected, null, 2)}\n`);
  } catch {
    throw new UsageError(`${path} (--affected) cannot be written.`);
  }
}

function codeOf({ timeline, opaque, files }: AutopsyReport): number {
  if (timeline.length > 0) return EXIT.notClear;
  if (files.some(({ kind }) => kind === 'unreadable')) return EXIT.failed;
  const isPartial = Object.keys(opaque).length > 0 || files.some(({ skipped }) => skipped > 0);
  return isPartial ? EXIT.notClear : EXIT.clear;
}
