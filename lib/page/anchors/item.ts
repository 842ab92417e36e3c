/** Heat in the box of one element: `[x, y, size, count]` a cell, x and y of the box, 0 to 1. */
export interface Item {
  readonly element: Element;
  readonly cells: Float32Array;
  /** The selector that named it: where it no longer does, a list has given the element another row. */
  readonly by?: string | undefined;
}
