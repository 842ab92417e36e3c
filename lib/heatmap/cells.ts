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
  const rows = new Uint32Array(cells.length);
  let length = 0;
  for (let i = 0; i < cells.length; i++) if (keep(i)) rows[length++] = i;
  return pickCells(cells, rows.subarray(0, length));
}

/** The cells of these rows, in their order. Column by column: a row at a time takes ten times as long. */
export function pickCells(cells: Cells, rows: Uint32Array): Cells {
  const picked = emptyCells(rows.length);
  for (let to = 0; to < rows.length; to++) {
    const from = rows[to] ?? 0;
    picked.x[to] = cells.x[from] ?? 0;
    picked.y[to] = cells.y[from] ?? 0;
    picked.size[to] = cells.size[from] ?? 0;
    picked.count[to] = cells.count[from] ?? 0;
    picked.people[to] = cells.people[from] ?? 0;
    picked.fixed[to] = cells.fixed[from] ?? 0;
  }
  return picked;
}
