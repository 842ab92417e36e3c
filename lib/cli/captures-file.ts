import { closeSync, openSync, writeSync } from 'node:fs';
import type { CaptureRow } from './captures';
import { say } from './output';
import { UsageError } from './usage-error';

export interface CapturesFile {
  add(rows: readonly CaptureRow[]): void;
  close(): void;
}

/** A line of JSON per value and recorder. Values are written only where somebody asked for them. */
export function openCapturesFile(path: string, includeValues: boolean): CapturesFile {
  if (includeValues) {
    say(
      `Warning: ${path} will hold the values of the pages as they are, personal data among them.`,
    );
  }
  const file = open(path);
  return {
    add(rows) {
      const lines = rows.map(({ value, address, ...row }) =>
        JSON.stringify(includeValues ? { ...row, url: address, value } : row),
      );
      if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    },
    close: () => closeSync(file),
  };
}

function open(path: string): number {
  try {
    // Whoever may read it may read the values, so nobody else gets to.
    return openSync(path, 'w', 0o600);
  } catch {
    throw new UsageError(`${path} (--captures) cannot be written.`);
  }
}
