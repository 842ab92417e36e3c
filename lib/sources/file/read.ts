import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { err, ok, type Result } from '../../core/result';
import { inTurns } from '../../core/steps';
import { type HeatFilters, type MapKind, NO_FILTERS } from '../../protocol/heat-kinds';
import { readRows } from '../body';
import type { SourceHeat } from '../contract';
import { MAX_CELLS } from '../limits';
import { CsvError } from './csv';
import {
  HEAT_FORMAT,
  HEAT_VERSION,
  type HeatFacts,
  HeatFacts1Schema,
  HeatFactsSchema,
  MAX_FILE_BYTES,
} from './format';
import { heatOf } from './heat-of';
import { createHeatReader } from './reader';
import { createRowCollector, type RowColumns } from './rows';
import { tooLarge, whyUnread } from './unread';
import { writtenAs } from './written-as';

/** The heat of one page, as a file holds it. */
export interface HeatOfPage {
  readonly page: string;
  readonly map: MapKind;
  readonly viewportWidth: number;
  readonly from: string;
  readonly to: string;
  /** Widths that clicks were taken from, CSS px; null: all, or nobody says. */
  readonly band?: { readonly min: number; readonly max: number } | null;
  readonly filters?: HeatFilters;
  readonly heat: SourceHeat;
}

export interface FilePorts {
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
  readonly maxCells?: number;
}

/**
 * Reads a heat file, JSON or, where its name or type says so, CSV. Unlike a source that answers for a
 * whole site, a file is made on purpose: one cell that is none means that its maker went wrong, so the
 * file is refused, with the first bad cell and their number. The size is looked at before anything is
 * read. An abort rejects.
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
  const rows = createRowCollector(maxCells);
  const reader = createHeatReader(writtenAs(input), rows.add);
  try {
    const stream = (typeof input === 'string' ? new Blob([input]) : input).stream();
    const rest = await readRows(stream, reader, maxBytes, () => signal?.throwIfAborted());
    if (reader.stopped) return err(new HushmapError('file.tooManyCells', [maxCells]));
    const facts = factsOf(rest);
    return facts.ok ? await heatOfPage(facts.value, rows.finish()) : facts;
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof CsvError) return err(unreadableTable(cause));
    return err(whyUnread(cause, size, maxBytes));
  }
}

/** Which file it is comes first: a file of another kind must not be told that its page is missing. */
function factsOf(rest: unknown): Result<HeatFacts, HushmapError> {
  const kind = v.safeParse(v.object({ format: v.literal(HEAT_FORMAT) }), rest);
  if (!kind.success) return err(new HushmapError('file.wrongFormat'));
  const version = v.safeParse(v.object({ version: v.unknown() }), rest);
  const said = version.success ? version.output.version : undefined;
  if (said !== 1 && said !== HEAT_VERSION) {
    const shown = typeof said === 'number' ? said : '?';
    return err(new HushmapError('file.wrongVersion', [shown]));
  }
  const facts = v.safeParse(said === 1 ? HeatFacts1Schema : HeatFactsSchema, rest);
  if (!facts.success) return err(badHeader(v.getDotPath(facts.issues[0]) ?? 'page'));
  return facts.output.from <= facts.output.to ? ok(facts.output) : err(badHeader('to'));
}

async function heatOfPage(
  facts: HeatFacts,
  rows: RowColumns,
): Promise<Result<HeatOfPage, HushmapError>> {
  const { page, map, viewportWidth, from, to } = facts;
  const told = await inTurns(heatOf(facts, map, rows, viewportWidth));
  if ('field' in told) return err(badHeader(told.field));
  const { heat, bad, total, firstBad } = told;
  if (bad > 0) return err(new HushmapError('file.badCells', [bad, total, firstBad]));
  return ok({
    ...{ page, map, viewportWidth, from, to, heat },
    band: facts.widths ?? null,
    filters: facts.filters ?? NO_FILTERS,
  });
}

const badHeader = (field: string): HushmapError => new HushmapError('file.badHeader', [field]);

function unreadableTable({ kind, line }: CsvError): HushmapError {
  const isOther = kind === 'columns' || kind === 'empty';
  return isOther ? new HushmapError('file.badColumns') : new HushmapError('file.notCsv', [line]);
}
