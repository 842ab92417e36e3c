import { atOnce, byRows, type Steps } from '../core/steps';

/**
 * Cells in columns: one row a cell. Columns instead of objects, because a million cells as objects
 * take over 100 MB. Positions and sizes are CSS px of the page at the recorded viewport width;
 * `fixed` cells are relative to the viewport instead.
 */
export interface Cells {
  readonly length: number;
  /** Centre. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Edge of the square. */
  readonly size: Float32Array;
  readonly count: Float64Array;
  /** Distinct people (or sessions, where the source knows no people) behind the count. */
  readonly people: Float64Array;
  /** 1: stays with the viewport. */
  readonly fixed: Uint8Array;
}

/** One cell as a row, as in the heat file. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly count: number;
  readonly people: number;
  readonly fixed: boolean;
}

export function emptyCells(length: number): Cells {
  return {
    length,
    x: new Float32Array(length),
    y: new Float32Array(length),
    size: new Float32Array(length),
    count: new Float64Array(length),
    people: new Float64Array(length),
    fixed: new Uint8Array(length),
  };
}

export function toCells(rows: readonly Cell[]): Cells {
  const cells = emptyCells(rows.length);
  rows.forEach((row, i) => {
    setCell(cells, i, row);
  });
  return cells;
}

export function setCell(cells: Cells, i: number, row: Cell): void {
  cells.x[i] = row.x;
  cells.y[i] = row.y;
  cells.size[i] = row.size;
  cells.count[i] = row.count;
  cells.people[i] = row.people;
  cells.fixed[i] = row.fixed ? 1 : 0;
}

export function cellAt(cells: Cells, i: number): Cell {
  return {
    x: cells.x[i] ?? 0,
    y: cells.y[i] ?? 0,
    size: cells.size[i] ?? 0,
    count: cells.count[i] ?? 0,
    people: cells.people[i] ?? 0,
    fixed: cells.fixed[i] === 1,
  };
}

/** The cells that `keep` holds for, in the same order. */
export function selectCells(cells: Cells, keep: (i: number) => boolean): Cells {
  return atOnce(selectSteps(cells, keep));
}

/** The same in steps. */
export function* selectSteps(cells: Cells, keep: (i: number) => boolean): Steps<Cells> {
  const rows = new Uint32Array(cells.length);
  let kept = 0;
  yield* byRows(cells.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (!keep(i)) continue;
      rows[kept] = i;
      kept += 1;
    }
  });
  return yield* copyRows(cells, rows, kept);
}

/** The first `length` of these rows, in their order. */
export function* copyRows(cells: Cells, rows: Uint32Array, length: number): Steps<Cells> {
  const copied = emptyCells(length);
  yield* byRows(length, (first, end) => {
    for (let to = first; to < end; to++) {
      const from = rows[to] ?? 0;
      copied.x[to] = cells.x[from] ?? 0;
      copied.y[to] = cells.y[from] ?? 0;
      copied.size[to] = cells.size[from] ?? 0;
      copied.count[to] = cells.count[from] ?? 0;
      copied.people[to] = cells.people[from] ?? 0;
      copied.fixed[to] = cells.fixed[from] === 1 ? 1 : 0;
    }
  });
  return copied;
}
