import type { Anchor } from '../protocol/heat-kinds';
import { type AnchoredCells, emptyAnchoredCells } from './anchored';
import { effectiveK, usable } from './anonymity';

export interface AnonymousAnchored {
  /** The elements that are left, numbered anew. */
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
  /** Share of all clicks that lay in dropped cells, 0 to 1. */
  readonly dropped: number;
}

interface Given {
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
}

/**
 * Drops every cell with fewer than `k` people, and every element that is left without one: that
 * somebody clicked it is itself an answer about few.
 */
export function anonymiseAnchored({ anchors, cells }: Given, k: number): AnonymousAnchored {
  const least = effectiveK(k);
  const keep: number[] = [];
  let shown = 0;
  let hidden = 0;
  for (let i = 0; i < cells.length; i++) {
    const count = usable(cells.count[i]);
    const isKnown = (cells.anchor[i] ?? anchors.length) < anchors.length;
    if (isKnown && count > 0 && usable(cells.people[i]) >= least) {
      keep.push(i);
      shown += count;
    } else {
      hidden += count;
    }
  }
  const numbers = new Map<number, number>();
  const left: Anchor[] = [];
  const kept = emptyAnchoredCells(keep.length);
  keep.forEach((from, to) => {
    const old = cells.anchor[from] ?? 0;
    const anchor = anchors[old];
    if (anchor === undefined) return;
    let number = numbers.get(old);
    if (number === undefined) {
      number = left.push(anchor) - 1;
      numbers.set(old, number);
    }
    kept.anchor[to] = number;
    kept.x[to] = cells.x[from] ?? 0;
    kept.y[to] = cells.y[from] ?? 0;
    kept.count[to] = cells.count[from] ?? 0;
    kept.people[to] = cells.people[from] ?? 0;
  });
  return { anchors: left, cells: kept, dropped: hidden > 0 ? hidden / (shown + hidden) : 0 };
}
