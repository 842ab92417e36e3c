import type { Cells } from './cells';

/** A square of one level, with the squares of the level below that lie in it. */
export interface QuadNode {
  readonly size: number;
  readonly column: number;
  readonly row: number;
  readonly fixed: boolean;
  /** Clicks; 0 where the engine told none. */
  count: number;
  /** Distinct people; 0 where the engine told none. */
  people: number;
  /** Empty at the finest level; else all squares within, those without clicks too. */
  children: readonly QuadNode[];
  /** Clicks of the cells of the finest size within, where the engine told them. */
  fine: readonly number[];
  /** How many cells of the finest size have room within. */
  readonly fineCells: number;
}

interface GivenLevel {
  readonly size: number;
  readonly cells: Cells;
}

/**
 * Sorts the squares of all levels into each other.
 *
 * @returns The squares of the coarsest level, and the clicks in them.
 * @throws RangeError where a size is no whole multiple of the one before.
 */
export function buildTree(levels: readonly GivenLevel[]): { roots: QuadNode[]; clicks: number } {
  const [finest] = levels;
  if (finest === undefined) return { roots: [], clicks: 0 };
  let below = new Map<number, QuadNode>();
  let previous = finest.size;
  levels.forEach((level, depth) => {
    const ratio = level.size / previous;
    if (!(level.size > 0) || !Number.isInteger(ratio) || (depth > 0 && ratio < 2)) {
      throw new RangeError('Each level must be a whole multiple of the one before.');
    }
    const fineCells = (level.size / finest.size) ** 2;
    const nodes = nodesOf(level, fineCells);
    if (depth > 0) adopt(nodes, below, { size: level.size, ratio, fineCells });
    else for (const node of nodes.values()) node.fine = [node.count];
    below = nodes;
    previous = level.size;
  });
  const roots = [...below.values()];
  // A parent that the engine left out, or counted at another moment, has at least what is in it.
  const clicks = roots.reduce((sum, { count, fine }) => sum + Math.max(count, total(fine)), 0);
  return { roots, clicks };
}

function nodesOf({ size, cells }: GivenLevel, fineCells: number): Map<number, QuadNode> {
  const nodes = new Map<number, QuadNode>();
  for (let i = 0; i < cells.length; i++) {
    const column = Math.floor((cells.x[i] ?? -1) / size);
    const row = Math.floor((cells.y[i] ?? -1) / size);
    const count = cells.count[i] ?? 0;
    const people = cells.people[i] ?? 0;
    if (!isPlace(column) || !isPlace(row) || !isUsable(count)) continue;
    const fixed = cells.fixed[i] === 1;
    const node = getNode(nodes, { size, column, row, fixed, fineCells });
    // Two rows of one square: their people may be the same ones.
    node.count += count;
    node.people = Math.max(node.people, isUsable(people) ? people : 0);
  }
  return nodes;
}

interface Parents {
  readonly size: number;
  /** Children a side. */
  readonly ratio: number;
  readonly fineCells: number;
}

function adopt(
  nodes: Map<number, QuadNode>,
  below: ReadonlyMap<number, QuadNode>,
  { size, ratio, fineCells }: Parents,
): void {
  for (const child of below.values()) {
    const column = Math.floor(child.column / ratio);
    const row = Math.floor(child.row / ratio);
    getNode(nodes, { size, column, row, fixed: child.fixed, fineCells });
  }
  for (const node of nodes.values()) {
    const children: QuadNode[] = [];
    for (let row = node.row * ratio; row < (node.row + 1) * ratio; row++) {
      for (let column = node.column * ratio; column < (node.column + 1) * ratio; column++) {
        const place = { column, row, fixed: node.fixed };
        const empty = { ...place, size: size / ratio, fineCells: fineCells / ratio ** 2 };
        children.push(below.get(keyOf(place)) ?? emptyNode(empty));
      }
    }
    node.children = children;
    node.fine = children.flatMap(({ fine }) => fine);
  }
}

type Place = Pick<QuadNode, 'size' | 'column' | 'row' | 'fixed' | 'fineCells'>;

const emptyNode = (place: Place): QuadNode => ({
  ...place,
  count: 0,
  people: 0,
  children: [],
  fine: [],
});

function getNode(nodes: Map<number, QuadNode>, place: Place): QuadNode {
  const key = keyOf(place);
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const node = emptyNode(place);
  nodes.set(key, node);
  return node;
}

/** Columns and rows are below 2²⁴, as positions are, so the key is exact. */
const keyOf = ({ column, row, fixed }: Pick<Place, 'column' | 'row' | 'fixed'>): number =>
  (row * MOST_PLACES + column) * 2 + (fixed ? 1 : 0);

const MOST_PLACES = 2 ** 24;

const isPlace = (index: number): boolean => index >= 0 && index < MOST_PLACES;

const isUsable = (value: number): boolean => Number.isFinite(value) && value > 0;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
