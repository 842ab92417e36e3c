import { selectCells } from '../cells';
import type { Places } from './squares';

/** Places without those that are hidden (1, by row), with buffers of their own. */
export function withoutHidden({ cells, anchors }: Places, hidden: Uint8Array): Places {
  const isKept = (row: number): boolean => hidden[row] !== 1;
  return {
    cells: selectCells(cells, isKept),
    anchors: anchors?.filter((_, row) => isKept(row)) ?? null,
  };
}

/** Whether both hold the same numbers in the same order. */
export function samePlaces(a: Places, b: Places): boolean {
  const [one, other] = [a.cells, b.cells];
  return (
    one.length === other.length &&
    sameColumn(one.x, other.x) &&
    sameColumn(one.y, other.y) &&
    sameColumn(one.size, other.size) &&
    sameColumn(one.count, other.count) &&
    sameColumn(one.people, other.people) &&
    sameColumn(one.fixed, other.fixed) &&
    (a.anchors === null
      ? b.anchors === null
      : b.anchors !== null && sameColumn(a.anchors, b.anchors))
  );
}

type Column = Float32Array | Float64Array | Uint8Array;

function sameColumn(a: Column, b: Column): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
