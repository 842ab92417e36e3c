import type { EventTable, HeatPlan } from './events';

/** One aggregated cell, in the units of the API: hundredths of the width, steps of 16 px. */
export interface IndexedCell {
  readonly x: number;
  readonly y: number;
  readonly fixed: boolean;
  readonly count: number;
  readonly people: number;
}

export interface HeatIndexQuery {
  readonly pages: (page: string) => boolean;
  readonly widthMin: number;
  readonly widthMax: number;
  /** Days before the last day, both inclusive; `oldest` ≥ `newest`. */
  readonly oldest: number;
  readonly newest: number;
}

export interface HeatIndex {
  /** Cells with their distinct people, hottest first, then by position. */
  query(query: HeatIndexQuery): IndexedCell[];
}

// Bits of the sort key: group 7, fixed 1, y 15, x 7, event 22: 52, exact in a double.
const EVENT = 2 ** 22;
const X = 2 ** 7;
const Y = 2 ** 15;

/**
 * Sorts the events once by page, width and cell, so that any range of days and widths is one linear
 * pass over its groups, with people counted by a stamp per visitor.
 */
export function indexEvents(table: EventTable, plan: HeatPlan): HeatIndex {
  const keys = sortKeys(table);
  const order = Uint32Array.from(keys, (key) => key % EVENT);
  const starts = groupStarts(table, order, plan.groups.length);
  const seen = new Uint32Array(plan.visitors);
  let stamp = 0;

  const query = ({ pages, widthMin, widthMax, oldest, newest }: HeatIndexQuery): IndexedCell[] => {
    const cells = new Map<number, { count: number; people: number }>();
    plan.groups.forEach((group, g) => {
      if (!pages(group.page) || group.width < widthMin || group.width > widthMax) return;
      let current = -1;
      let cell = { count: 0, people: 0 };
      for (let i = starts[g] ?? 0; i < (starts[g + 1] ?? 0); i++) {
        const event = order[i] ?? 0;
        const day = table.day[event] ?? 0;
        if (day < newest || day > oldest) continue;
        const position = Math.floor((keys[i] ?? 0) / EVENT) % (2 * Y * X);
        if (position !== current) {
          current = position;
          stamp++;
          cell = cells.get(position) ?? { count: 0, people: 0 };
          cells.set(position, cell);
        }
        cell.count++;
        const visitor = table.visitor[event] ?? 0;
        if (seen[visitor] === stamp) continue;
        seen[visitor] = stamp;
        // A visitor keeps one width, so people add up over groups of different widths.
        cell.people++;
      }
    });
    return [...cells].map(toCell).sort(hottestFirst);
  };
  return { query };
}

function sortKeys(table: EventTable): Float64Array {
  const keys = new Float64Array(table.length);
  for (let i = 0; i < table.length; i++) {
    const place = (table.group[i] ?? 0) * 2 + (table.fixed[i] ?? 0);
    keys[i] = ((place * Y + (table.y[i] ?? 0)) * X + (table.x[i] ?? 0)) * EVENT + i;
  }
  return keys.sort();
}

function groupStarts(table: EventTable, order: Uint32Array, groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const event of order) {
    const next = (table.group[event] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let g = 1; g <= groups; g++) starts[g] = (starts[g] ?? 0) + (starts[g - 1] ?? 0);
  return starts;
}

function toCell([position, { count, people }]: [
  number,
  { count: number; people: number },
]): IndexedCell {
  return {
    x: position % X,
    y: Math.floor(position / X) % Y,
    fixed: position >= X * Y,
    count,
    people,
  };
}

const hottestFirst = (a: IndexedCell, b: IndexedCell): number =>
  b.count - a.count || a.y - b.y || a.x - b.x || Number(a.fixed) - Number(b.fixed);
