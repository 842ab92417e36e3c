import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { err, ok, type Result } from '../core/result';
import type { SourceConfig } from '../protocol/sources';
import { type SavedView, SharedFileSchema } from '../protocol/views';

/** What a team shares. */
export interface Shared {
  readonly sources: SourceConfig[];
  readonly views: SavedView[];
}

/**
 * Sources and views of them as a file for a team. Only the fields of the schema are written, so that nothing which
 * ends up beside them in storage, a key least of all, can leave with them.
 */
export function exportSources(
  sources: readonly SourceConfig[],
  views: readonly SavedView[] = [],
): string {
  const head = { format: 'hushmap-sources', version: 1 };
  const file = v.parse(SharedFileSchema, { ...head, sources, views });
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads such a file. A field that looks like a secret refuses the whole file, wherever it stands:
 * dropping it in silence would leave it in a file that goes round.
 */
export function importSources(text: string): Result<Shared, HushmapError> {
  if (text.length > MAX_LENGTH) return err(new HushmapError('file.notSources', ['sources']));
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return err(new HushmapError('file.notSources', ['JSON']));
  }
  const secret = findSecret(raw, 0);
  if (secret !== null) return err(new HushmapError('file.holdsSecret', [secret]));
  const parsed = v.safeParse(SharedFileSchema, raw);
  if (parsed.success) return ok({ sources: parsed.output.sources, views: parsed.output.views });
  const place = v.getDotPath(parsed.issues[0]) ?? 'format';
  return err(new HushmapError('file.notSources', [place.slice(0, MAX_NAME)]));
}

const MAX_LENGTH = 1_000_000;
const MAX_NAME = 60;
const MAX_DEPTH = 100;

const SECRET_NAME =
  /secret|token|passw|api[-_ ]?key|private[-_ ]?key|^key$|credential|authori[sz]ation|bearer/i;
/** PostHog's personal and OAuth keys, and whatever follows the word Bearer. */
const SECRET_VALUE = /\bph[xar]_[A-Za-z0-9]{8,}|\bbearer\s+\S{8,}/i;

/** The name of the first field that holds something like a secret; never its value. */
function findSecret(node: unknown, depth: number): string | null {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return null;
  for (const [name, value] of Object.entries(node)) {
    const isEmpty = value === null || value === '' || value === false;
    if (SECRET_NAME.test(name) && !isEmpty) return name.slice(0, MAX_NAME);
    if (typeof value === 'string' && hasSecret(value)) return name.slice(0, MAX_NAME);
    const inside = findSecret(value, depth + 1);
    if (inside !== null) return inside;
  }
  return null;
}

/** Addresses with a user name or password in them count as well. */
function hasSecret(value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username !== '' || password !== '';
}
