import { type AnchoredCells, emptyAnchoredCells } from '../heatmap/anchored';
import type { Anchor } from '../protocol/heat-kinds';

/** Elements and their clicks, while rows arrive. */
export interface AnchorColumns {
  readonly length: number;
  /**
   * Adds clicks on an element as a whole. Rows of one element are joined: their clicks add up, their
   * people may be the same ones, so the larger number counts.
   */
  add(selectors: readonly string[], count: number, people: number): void;
  finish(): { readonly anchors: readonly Anchor[]; readonly cells: AnchoredCells };
}

/** The middle of the box stands for all of it. */
const MIDDLE = 0.5;

export function createAnchorColumns(): AnchorColumns {
  const rows = new Map<string, { selectors: string[]; count: number; people: number }>();
  return {
    get length() {
      return rows.size;
    },
    add(selectors, count, people) {
      const key = selectors.join('\n');
      const row = rows.get(key);
      if (row === undefined) rows.set(key, { selectors: [...selectors], count, people });
      else {
        row.count += count;
        row.people = Math.max(row.people, people);
      }
    },
    finish() {
      const cells = emptyAnchoredCells(rows.size);
      const anchors = [...rows.values()].map(({ selectors, count, people }, i) => {
        cells.anchor[i] = i;
        cells.x[i] = MIDDLE;
        cells.y[i] = MIDDLE;
        cells.count[i] = count;
        cells.people[i] = people;
        return { selectors };
      });
      return { anchors, cells };
    },
  };
}
