import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { err, ok, type Result } from '../core/result';
import { type Exception, ExceptionsFileSchema } from '../protocol/exceptions';

/** Characters: a thousand exceptions of the longest kind fit. */
const MOST_TEXT = 4_000_000;

/** `hushmap.exceptions.json` as the command line reads it. */
export function writeExceptions(exceptions: readonly Exception[]): string {
  const file = v.parse(ExceptionsFileSchema, {
    format: 'hushmap-exceptions',
    version: 1,
    exceptions,
  });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a file; a wrong one is refused whole, with the place at which it is wrong. */
export function readExceptions(text: string): Result<readonly Exception[], HushmapError> {
  if (text.length > MOST_TEXT) return err(wrongAt('exceptions'));
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err(wrongAt('JSON'));
  }
  const parsed = v.safeParse(ExceptionsFileSchema, raw);
  if (parsed.success) return ok(parsed.output.exceptions);
  return err(wrongAt(v.getDotPath(parsed.issues[0]) ?? 'format'));
}

const wrongAt = (place: string) => new HushmapError('file.notExceptions', [place.slice(0, 60)]);
