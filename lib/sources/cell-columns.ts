import { type Cells, emptyCells } from '../heatmap/cells';

/** Columns of cells that grow while rows arrive. */
export interface CellColumns {
  readonly length: number;
  add(x: number, y: number, size: number, count: number, people: number, fixed: boolean): void;
  /** The cells, in columns of exactly their number. Nothing may be added after it. */
  finish(): Cells;
}

export function createCellColumns(capacity = 1024): CellColumns {
  let columns = emptyCells(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(x, y, size, count, people, fixed) {
      if (length === columns.length) columns = resize(columns, length, length * 2);
      columns.x[length] = x;
      columns.y[length] = y;
      columns.size[length] = size;
      columns.count[length] = count;
      columns.people[length] = people;
      columns.fixed[length] = fixed ? 1 : 0;
      length += 1;
    },
    finish: () => (length === columns.length ? columns : resize(columns, length, length)),
  };
}

function resize(from: Cells, used: number, length: number): Cells {
  const to = emptyCells(length);
  to.x.set(from.x.subarray(0, used));
  to.y.set(from.y.subarray(0, used));
  to.size.set(from.size.subarray(0, used));
  to.count.set(from.count.subarray(0, used));
  to.people.set(from.people.subarray(0, used));
  to.fixed.set(from.fixed.subarray(0, used));
  return to;
}
