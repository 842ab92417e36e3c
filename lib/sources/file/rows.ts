import * as v from 'valibot';
import type { Unit } from '../../protocol/heat-kinds';
import { MAX_ANCHORS, type Row, RowSchema } from './format';

/** Rows as they came, in columns. What cannot be used is there as NaN, so that places keep their number. */
export interface RowColumns {
  readonly length: number;
  /** What the first row counts; the others must follow it. */
  readonly unit: Unit | null;
  /** NaN: the row names none. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Float32Array;
  /** NaN: the row is none. */
  readonly count: Float64Array;
  /** NaN: the row lacks what the first one counts. */
  readonly people: Float64Array;
  readonly fixed: Uint8Array;
  /** Index of an element; -1: the row names none. */
  readonly anchor: Int32Array;
  /** Elements that rows name by a selector, in the order of `anchor`. */
  readonly selectors: readonly string[];
}

export interface RowCollector {
  /** Takes rows in their order; false: there are more than a map may have. */
  add(rows: readonly unknown[]): boolean;
  /** The columns; they may be longer than `length`. Nothing may be added after it. */
  finish(): RowColumns;
}

/** Collects rows of any form. They are checked together, and one by one only where one is wrong. */
export function createRowCollector(maxRows: number): RowCollector {
  let columns = emptyColumns(1024);
  let length = 0;
  let unit: Unit | null = null;
  const selectors = new Map<string, number>();

  const put = (row: Row | null): void => {
    if (length === columns.x.length) columns = grown(columns, length * 2);
    const i = length;
    length += 1;
    columns.x[i] = row?.x ?? Number.NaN;
    columns.y[i] = row?.y ?? Number.NaN;
    columns.size[i] = row?.size ?? Number.NaN;
    columns.count[i] = row?.count ?? Number.NaN;
    columns.people[i] = row === null ? Number.NaN : behind(row);
    columns.fixed[i] = row?.fixed ? 1 : 0;
    columns.anchor[i] = row === null ? -1 : anchorOf(row);
  };

  const behind = (row: Row): number => {
    if (unit === 'clicks') return row.count;
    return (unit === 'sessions' ? row.sessions : row.people) ?? Number.NaN;
  };

  const anchorOf = ({ anchor, selector }: Row): number => {
    if (selector === undefined) return anchor ?? -1;
    const known = selectors.get(selector);
    if (known !== undefined) return known;
    if (selectors.size >= MAX_ANCHORS) return -1;
    selectors.set(selector, selectors.size);
    return selectors.size - 1;
  };

  return {
    add(rows) {
      const all = v.safeParse(RowsSchema, rows, { abortEarly: true });
      const parsed = all.success ? all.output : rows.map(parseOne);
      unit ??= unitOf(rows[0]);
      for (const row of parsed) put(row);
      return length <= maxRows;
    },
    finish: () => ({ length, unit, ...columns, selectors: [...selectors.keys()] }),
  };
}

const RowsSchema = v.array(RowSchema);

function parseOne(row: unknown): Row | null {
  const one = v.safeParse(RowSchema, row, { abortEarly: true });
  return one.success ? one.output : null;
}

function unitOf(row: unknown): Unit {
  if (v.is(v.object({ people: v.number() }), row)) return 'people';
  return v.is(v.object({ sessions: v.number() }), row) ? 'sessions' : 'clicks';
}

type Columns = Omit<RowColumns, 'length' | 'unit' | 'selectors'>;

const emptyColumns = (length: number): Columns => ({
  x: new Float32Array(length),
  y: new Float32Array(length),
  size: new Float32Array(length),
  count: new Float64Array(length),
  people: new Float64Array(length),
  fixed: new Uint8Array(length),
  anchor: new Int32Array(length),
});

function grown(from: Columns, length: number): Columns {
  const to = emptyColumns(length);
  to.x.set(from.x);
  to.y.set(from.y);
  to.size.set(from.size);
  to.count.set(from.count);
  to.people.set(from.people);
  to.fixed.set(from.fixed);
  to.anchor.set(from.anchor);
  return to;
}
