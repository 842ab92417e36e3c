import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { err, ok, type Result } from '../../core/result';
import { BodyTooLargeError, readRows } from '../body';
import { createCellColumns } from '../cell-columns';
import type { PlacedHeat } from '../contract';
import { createRowReader, JsonRowsError } from '../json-rows';
import { MAX_CELLS } from '../limits';
import {
  HEAT_FORMAT,
  HEAT_VERSION,
  HeatFileHeaderSchema,
  MAX_FILE_BYTES,
  PeopleCellSchema,
  SessionsCellSchema,
} from './format';

/** The heat of one page, as a file holds it. */
export interface HeatOfPage {
  readonly page: string;
  readonly viewportWidth: number;
  readonly from: string;
  readonly to: string;
  readonly heat: PlacedHeat;
}

export interface FilePorts {
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
  readonly maxCells?: number;
}

/**
 * Reads a heat file. Unlike a source that answers for a whole site, a file is made on purpose: one
 * cell that is none means that its maker went wrong, so the file is refused, with the first bad cell
 * and their number. The size is looked at before anything is read. An abort rejects.
 */
export async function readHeatFile(
  input: string | Blob,
  ports: FilePorts = {},
): Promise<Result<HeatOfPage, HushmapError>> {
  const { maxBytes = MAX_FILE_BYTES, maxCells = MAX_CELLS, signal } = ports;
  signal?.throwIfAborted();
  // The characters of a string are at least as many bytes.
  const size = typeof input === 'string' ? input.length : input.size;
  if (size > maxBytes) return err(tooLarge(size, maxBytes));
  const cells = createCellReader(maxCells);
  const reader = createRowReader({ key: 'cells', onRows: cells.add });
  try {
    const stream = (typeof input === 'string' ? new Blob([input]) : input).stream();
    const rest = await readRows(stream, reader, maxBytes, () => signal?.throwIfAborted());
    if (reader.stopped) return err(new HushmapError('file.tooManyCells', [maxCells]));
    const header = headerOf(rest);
    return header.ok ? cells.finish(header.value) : header;
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof JsonRowsError) return err(unreadable(cause));
    if (cause instanceof BodyTooLargeError) return err(tooLarge(size, maxBytes));
    return err(new HushmapError('file.unreadable'));
  }
}

type Header = v.InferOutput<typeof HeatFileHeaderSchema>;

/** Which file it is comes first: a file of another kind must not be told that its page is missing. */
function headerOf(rest: unknown): Result<Header, HushmapError> {
  const kind = v.safeParse(v.object({ format: v.literal(HEAT_FORMAT) }), rest);
  if (!kind.success) return err(new HushmapError('file.wrongFormat'));
  const version = v.safeParse(v.object({ version: v.unknown() }), rest);
  const said = version.success ? version.output.version : undefined;
  if (said !== HEAT_VERSION) {
    const shown = typeof said === 'number' ? said : '?';
    return err(new HushmapError('file.wrongVersion', [shown]));
  }
  const header = v.safeParse(HeatFileHeaderSchema, rest);
  if (header.success) return ok(header.output);
  return err(new HushmapError('file.badHeader', [v.getDotPath(header.issues[0]) ?? 'page']));
}

function createCellReader(maxCells: number) {
  const columns = createCellColumns();
  let unit: 'people' | 'sessions' | null = null;
  let largest = 0;
  let total = 0;
  let bad = 0;
  let firstBad = 0;

  /** Many cells are checked in one go, and one by one only where something is wrong with them. */
  const add = (rows: readonly unknown[]): boolean => {
    unit ??= knowsSessionsOnly(rows[0]) ? 'sessions' : 'people';
    const schema = unit === 'people' ? PeopleCellSchema : SessionsCellSchema;
    const all = v.safeParse(v.array(schema), rows, { abortEarly: true });
    const parsed = all.success
      ? all.output
      : rows.map((row) => {
          const one = v.safeParse(schema, row, { abortEarly: true });
          return one.success ? one.output : null;
        });
    for (const cell of parsed) {
      total += 1;
      if (cell === null) {
        bad += 1;
        if (bad === 1) firstBad = total;
        continue;
      }
      const people = 'people' in cell ? cell.people : cell.sessions;
      columns.add(cell.x, cell.y, cell.size, cell.count, people, cell.fixed);
      largest = Math.max(largest, cell.size);
    }
    return total <= maxCells;
  };

  const finish = ({ page, viewportWidth, from, to }: Header): Result<HeatOfPage, HushmapError> => {
    if (bad > 0) return err(new HushmapError('file.badCells', [bad, total, firstBad]));
    // A click lies up to half an edge from its cell's centre; the largest cell tells the worst.
    const gridError = largest / 2;
    const heat: PlacedHeat = {
      form: 'cells',
      cells: columns.finish(),
      viewportWidth,
      gridErrorX: gridError,
      gridErrorY: gridError,
      unit: unit ?? 'people',
      truncated: false,
      unusable: 0,
    };
    return ok({ page, viewportWidth, from, to, heat });
  };

  return { add, finish };
}

/** The first cell says what the file counts; the others must follow it. */
const knowsSessionsOnly = (row: unknown): boolean =>
  v.is(v.object({ sessions: v.number() }), row) && !v.is(v.object({ people: v.number() }), row);

function unreadable({ kind, offset }: JsonRowsError): HushmapError {
  if (kind === 'not-object' || kind === 'oversized') return new HushmapError('file.wrongFormat');
  return new HushmapError('file.notJson', [offset + 1]);
}

const MB = 1024 * 1024;

const tooLarge = (size: number, limit: number): HushmapError =>
  new HushmapError('file.tooLarge', [Math.ceil(size / MB), Math.floor(limit / MB)]);
