import { selectCells } from '../cells';
import type { Places } from './squares';

/** Places without those that are hidden (1, by row), with buffers of their own. */
export function withoutHidden({ cells, anchors, values }: Places, hidden: Uint8Array): Places {
  const isKept = (row: number): boolean => hidden[row] !== 1;
  return {
    cells: selectCells(cells, isKept),
    anchors: anchors?.filter((_, row) => isKept(row)) ?? null,
    values: values?.filter((_, row) => isKept(row)),
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
    sameColumn(a.anchors ?? NONE, b.anchors ?? NONE) &&
    sameColumn(a.values ?? NONE, b.values ?? NONE)
  );
}

type Column = Float32Array | Float64Array | Uint8Array;

const NONE = new Float64Array(0);

function sameColumn(a: Column, b: Column): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
