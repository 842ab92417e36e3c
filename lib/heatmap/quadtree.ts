import { effectiveK } from './anonymity';
import { type Cell, type Cells, toCells } from './cells';
import { buildTree, type QuadNode } from './quadtree-nodes';

/** The cells of one page as an engine counted them at one size. */
export interface Level {
  /** Edge of the squares, CSS px. */
  readonly size: number;
  /** Each with the clicks and the distinct people of the whole square. */
  readonly cells: Cells;
}

export interface MergedCells {
  /** Squares that do not overlap, each with at least k people behind it. */
  readonly cells: Cells;
  /** Share of all clicks that could not be shown at any size, 0 to 1. */
  readonly dropped: number;
  /** Share of the shown clicks that lie elsewhere in their square than is drawn, 0 to 1: estimated. */
  readonly misplaced: number;
}

/**
 * The finest picture of at least `k` people a square, and what it cost: cells with too few people are
 * merged upwards.
 *
 * Distinct people of a square are the engine's, never a sum: one person may be in several children.
 * Three things can happen to a square with children that may be shown and others that may not:
 *
 * - the children are shown and the rest is dropped;
 * - the children are shown, and the rest too, if it holds at least k people for certain. The people of
 *   a rest are not counted by anyone; `people(square) - Σ people(shown inside)` is a lower bound, since
 *   people in several shown parts are subtracted more than once. The rest stands as the square itself,
 *   with what its shown parts leave, so that nothing is told of any one of the others;
 * - the square replaces all of its children.
 *
 * A square beside shown children never includes them, so nothing can be subtracted to find a small rest;
 * and each square that is shown is, with those in it, all that is there. The guard that compares answers
 * relies on that (`privacy/squares`).
 * Of what is allowed, that is taken which loses or misplaces the fewest clicks (total variation at the
 * finest size, square by square from below: not the best of all pictures, but never worse than dropping).
 * Which of the three it was can be seen, and depends on the hidden counts; it tells roughly how many
 * clicks were hidden, not who or where.
 *
 * Method: k-anonymity (Sweeney 2002) with the regions of a quadtree (Gruteser and Grunwald 2003).
 *
 * @param levels - Finest first, each size a whole multiple of the one before (20, 40, 80, 160 px),
 *   squares counted from the page's corner. An engine may have left out what fewer than k stand behind.
 * @param total - All clicks of the page where the engine knows them and leaves small cells out; without,
 *   those of the coarsest level.
 */
export function mergeLevels(levels: readonly Level[], k: number, total?: number): MergedCells {
  const least = effectiveK(k);
  const { roots, clicks } = buildTree(levels);
  const rows: Cell[] = [];
  let shown = 0;
  let misplaced = 0;
  for (const root of roots) {
    const plan = planOf(root, least);
    for (const row of plan.rows) rows.push(row);
    shown += plan.shown;
    misplaced += plan.misplaced;
  }
  const all = Math.max(shown, usableTotal(total) ?? clicks);
  return {
    cells: toCells(rows),
    dropped: all > 0 ? 1 - shown / all : 0,
    misplaced: shown > 0 ? misplaced / shown : 0,
  };
}

const usableTotal = (total: number | undefined): number | null =>
  total !== undefined && Number.isFinite(total) && total > 0 ? total : null;

/** What is shown of one square, and what is not yet. */
interface Plan {
  readonly rows: readonly Cell[];
  /** Clicks in `rows`. */
  readonly shown: number;
  /** No more people than this stand behind `rows`. */
  readonly cover: number;
  /** Clicks of `rows` that lie elsewhere in their square. */
  readonly misplaced: number;
  /** Squares that nothing is shown of; disjoint. */
  readonly open: readonly QuadNode[];
}

function planOf(node: QuadNode, k: number): Plan {
  const whole = node.people >= k && node.count > 0 ? asOneSquare(node) : null;
  if (node.children.length === 0) return whole ?? nothingOf(node);

  const inside = joinPlans(node.children.map((child) => planOf(child, k)));
  if (inside.rows.length === 0) return whole ?? nothingOf(node);

  const rest = Math.max(0, node.count - inside.shown);
  const finer = withRest(inside, node, rest, node.people - inside.cover, k);
  // No more people than the square has stand behind its parts, however often they were counted.
  const isSound = node.children.every(({ people }) => people <= node.people);
  const cover = isSound ? Math.min(finer.cover, node.people) : finer.cover;
  const lost = rest - (finer.shown - inside.shown);
  const isWholeBetter = whole !== null && whole.misplaced < finer.misplaced + lost;
  return isWholeBetter ? whole : { ...finer, cover };
}

const nothingOf = (node: QuadNode): Plan => ({
  rows: [],
  shown: 0,
  cover: 0,
  misplaced: 0,
  open: [node],
});

function asOneSquare(node: QuadNode): Plan {
  return {
    rows: [rowOf(node, node.count, node.people)],
    shown: node.count,
    cover: node.people,
    misplaced: misplacedBy([node], node.count, node.fineCells),
    open: [],
  };
}

function joinPlans(plans: readonly Plan[]): Plan {
  return {
    rows: plans.flatMap(({ rows }) => rows),
    shown: sumOf(plans, ({ shown }) => shown),
    cover: sumOf(plans, ({ cover }) => cover),
    misplaced: sumOf(plans, ({ misplaced }) => misplaced),
    open: plans.flatMap(({ open }) => open),
  };
}

/** Shows the rest too, as the square itself, if k people stand behind it. */
function withRest(inside: Plan, node: QuadNode, rest: number, people: number, k: number): Plan {
  // Fewer clicks than people: the levels contradict each other, and the bound means nothing.
  if (people < k || rest < people || inside.open.length === 0) return inside;
  return {
    rows: [...inside.rows, rowOf(node, rest, people)],
    shown: inside.shown + rest,
    cover: inside.cover + rest,
    misplaced: inside.misplaced + misplacedBy(inside.open, rest, node.fineCells),
    open: [],
  };
}

/**
 * Clicks that an even spread of `count` over a square puts into other cells of the finest size than the
 * engine did: half of the absolute differences. What the engine did not tell counts as even.
 *
 * @param nodes - Where the clicks are.
 * @param cells - Cells of the finest size in the square, also those that hold none of the clicks.
 */
function misplacedBy(nodes: readonly QuadNode[], count: number, cells: number): number {
  const known = nodes.flatMap(({ fine }) => fine);
  const even = count / cells;
  const untold = Math.max(0, count - sumOf(known, (fine) => fine));
  const others = sumOf(nodes, ({ fineCells }) => fineCells) - known.length;
  const ofKnown = sumOf(known, (fine) => Math.abs(fine - even));
  const ofOthers = others > 0 ? Math.abs(untold - even * others) : 0;
  const bare = cells - known.length - Math.max(0, others);
  return (ofKnown + ofOthers + even * bare) / 2;
}

const rowOf = (node: QuadNode, count: number, people: number): Cell => ({
  x: (node.column + 0.5) * node.size,
  y: (node.row + 0.5) * node.size,
  size: node.size,
  count,
  people,
  fixed: node.fixed,
});

function sumOf<T>(list: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of list) sum += of(item);
  return sum;
}
