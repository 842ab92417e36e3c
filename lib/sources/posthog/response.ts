import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { isCount, isPosition } from '../limits';
import type { Grid } from './grid';

/** A number, or null for one that was not a number on its way (NaN, Infinity). */
export const Figure = v.nullable(v.number());

const RowSchema = v.object({
  count: Figure,
  pointer_relative_x: Figure,
  pointer_y: Figure,
  pointer_target_fixed: v.union([v.boolean(), v.picklist([0, 1])]),
});

/** The answer without its rows. Fields that are not read may come and go with PostHog's versions. */
const EnvelopeSchema = v.object({
  results: v.array(v.unknown()),
  has_more: v.optional(v.nullable(v.boolean()), false),
});

/** x and width lie on the same 16 px grid, so more than 64 widths to the right is no page. */
const MAX_RELATIVE_X = 64;

/**
 * Adds one batch of an answer's rows to a grid and returns how many had no usable position or count:
 * NaN, negative or absurd ones. Those are left out and counted, because one broken browser among a
 * million clicks must not cost a person the map. A row of another form is different: then the
 * answer means something else than we think, and the whole of it is refused.
 */
export function addRows(rows: readonly unknown[], first: number, host: string, grid: Grid): number {
  let unusable = 0;
  for (const row of parsedRows(RowSchema, rows, first, host)) {
    const { count, pointer_relative_x: x, pointer_y: y } = row;
    if (isPosition(x) && x <= MAX_RELATIVE_X && isPosition(y) && isCount(count)) {
      grid.add(x, y, Boolean(row.pointer_target_fixed), count);
    } else {
      unusable += 1;
    }
  }
  return unusable;
}

/** Rows of one batch by their schema; throws `source.badShape` with the place of the first that differs. */
export function parsedRows<S extends v.GenericSchema>(
  schema: S,
  rows: readonly unknown[],
  first: number,
  host: string,
): v.InferOutput<S>[] {
  const parsed = v.safeParse(v.array(schema), rows, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [index, ...field] = (v.getDotPath(parsed.issues[0]) ?? '0').split('.');
  const place = ['results', first + Number(index), ...field.slice(0, 1)].join('.');
  throw new HushmapError('source.badShape', [host, place]);
}

/** Whether PostHog has more rows than it sent. */
export function hasMore(envelope: unknown, host: string): boolean {
  const parsed = v.safeParse(EnvelopeSchema, envelope);
  if (parsed.success) return parsed.output.has_more === true;
  const path = v.getDotPath(parsed.issues[0]) ?? '';
  throw new HushmapError('source.badShape', [host, path]);
}
