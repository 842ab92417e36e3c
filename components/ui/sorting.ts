import type { Column } from './column';

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** The rows in the order of one column; in their own order where none is chosen. Stable. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sorting: Sorting | null,
): readonly T[] {
  const compare = columns.find(({ id }) => id === sorting?.column)?.compare;
  if (sorting === null || compare === undefined) return rows;
  const way = sorting.descending ? -1 : 1;
  return [...rows].sort((a, b) => way * compare(a, b));
}

/** Pressing a title: upwards, downwards, then back to the table's own order. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting | null {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}
