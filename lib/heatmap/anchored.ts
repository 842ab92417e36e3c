/**
 * Heat that a source gives by element: where in an element's box people clicked, not where on the
 * page. One row a cell, in columns, as in `Cells`.
 */
export interface AnchoredCells {
  readonly length: number;
  /** Index of the element in the list of anchors. */
  readonly anchor: Uint32Array;
  /** Place in the element's box, 0 to 1 from its left and top edge. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly count: Float64Array;
  /** Distinct people (or what the source knows instead of them) behind the count. */
  readonly people: Float64Array;
}

export function emptyAnchoredCells(length: number): AnchoredCells {
  return {
    length,
    anchor: new Uint32Array(length),
    x: new Float32Array(length),
    y: new Float32Array(length),
    count: new Float64Array(length),
    people: new Float64Array(length),
  };
}
