import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { message } from '../../core/message';
import { err, ok, type Result } from '../../core/result';
import type { Given, GivenElement, GivenMeasures } from '../../heatmap/measures/contract';
import { readRows } from '../body';
import { CsvError } from '../file/csv';
import { tooLarge, whyUnread } from '../file/unread';
import { writtenAs } from '../file/written-as';
import { createRowReader } from '../json-rows';
import { isPlainSelector } from '../plain-selector';
import { createMeasureTableReader } from './csv';
import {
  type FileElement,
  FileElementSchema,
  MAX_FILE_ELEMENTS,
  MAX_MEASURES_BYTES,
  MEASURES_FORMAT,
  MEASURES_VERSION,
  MeasureFactsSchema,
} from './format';

/** The measures of one page, as a file holds them. */
export interface MeasuresOfPage {
  readonly page: string;
  readonly from: string;
  readonly to: string;
  readonly given: GivenMeasures;
}

/**
 * Reads a file of measures, JSON or, where its name or type says so, CSV. As with heat files, one element
 * that is none refuses the file. Selectors that may be about a person are left out, and counted in a note.
 */
export async function readMeasuresFile(
  input: string | Blob,
): Promise<Result<MeasuresOfPage, HushmapError>> {
  const size = typeof input === 'string' ? input.length : input.size;
  if (size > MAX_MEASURES_BYTES) return err(tooLarge(size, MAX_MEASURES_BYTES));
  const rows: unknown[] = [];
  const onRows = (batch: readonly unknown[]): boolean => {
    rows.push(...batch);
    return rows.length <= MAX_FILE_ELEMENTS;
  };
  const reader =
    writtenAs(input) === 'csv'
      ? createMeasureTableReader(onRows)
      : createRowReader({ key: 'elements', onRows });
  try {
    const stream = (typeof input === 'string' ? new Blob([input]) : input).stream();
    const rest = await readRows(stream, reader, MAX_MEASURES_BYTES);
    if (reader.stopped) return err(new HushmapError('measures.tooMany', [MAX_FILE_ELEMENTS]));
    return measuresOf(rest, rows);
  } catch (cause) {
    if (cause instanceof CsvError) return err(unreadableTable(cause));
    return err(whyUnread(cause, size, MAX_MEASURES_BYTES));
  }
}

function measuresOf(rest: unknown, rows: readonly unknown[]): Result<MeasuresOfPage, HushmapError> {
  const kind = v.safeParse(v.object({ format: v.string(), version: v.number() }), rest);
  if (!kind.success || kind.output.format !== MEASURES_FORMAT) return err(badHeader('format'));
  const { version } = kind.output;
  if (version !== MEASURES_VERSION)
    return err(new HushmapError('measures.wrongVersion', [version]));
  const parsed = v.safeParse(MeasureFactsSchema, rest);
  if (!parsed.success) return err(badHeader(v.getDotPath(parsed.issues[0]) ?? 'page'));
  const { page, from, to, unit = 'people', goal = null, base = {} } = parsed.output;
  if (from > to) return err(badHeader('to'));

  const { elements, bad, firstBad } = elementsOf(rows);
  if (bad > 0) return err(new HushmapError('measures.badElements', [bad, rows.length, firstBad]));
  const isConverted = [base, ...elements].some(({ conversion }) => conversion !== undefined);
  // A share of those who did nobody knows what is no measure.
  if (isConverted && goal === null) return err(badHeader('goal'));
  if (!isSound(base)) return err(badHeader('base'));
  const plain = elements.flatMap(withPlainSelectors);
  const unnamed = elements.length - plain.length;
  const notes = unnamed > 0 ? [message('measures.note.unnamed', unnamed)] : [];
  return ok({ page, from, to, given: { unit, goal, base: givenOf(base), elements: plain, notes } });
}

function elementsOf(rows: readonly unknown[]) {
  const elements: FileElement[] = [];
  let firstBad = 0;
  rows.forEach((row, i) => {
    const one = v.safeParse(FileElementSchema, row, { abortEarly: true });
    if (one.success && isSound(one.output)) elements.push(one.output);
    else if (firstBad === 0) firstBad = i + 1;
  });
  return { elements, bad: rows.length - elements.length, firstBad };
}

type Figures = Omit<FileElement, 'selectors'>;

/** No more can have reached a goal than have clicked. */
const isSound = ({ conversion }: Figures): boolean =>
  conversion === undefined || conversion.converted <= conversion.people;

const givenOf = ({ inp, lcp, cls, conversion }: Figures): Given => ({
  vitals: { inp, lcp, cls },
  conversion: conversion ?? null,
});

function withPlainSelectors(element: FileElement): GivenElement[] {
  const selectors = element.selectors.filter(isPlainSelector);
  return selectors.length > 0 ? [{ selectors, ...givenOf(element) }] : [];
}

const badHeader = (field: string): HushmapError => new HushmapError('measures.badHeader', [field]);

function unreadableTable({ kind, line }: CsvError): HushmapError {
  const isOther = kind === 'columns' || kind === 'empty';
  return new HushmapError(isOther ? 'measures.badColumns' : 'file.notCsv', isOther ? [] : [line]);
}
