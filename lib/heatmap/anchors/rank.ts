import type { AnchoredReport } from '../../protocol/anchor-messages';
import type { Provenance, RankedElement, Unresolved } from '../../protocol/heat';
import type { Anchor } from '../../protocol/heat-kinds';
import type { AnchoredCells } from '../anchored';
import { wilsonMargin } from '../elements';
import { floorCount, roundCount, roundShare } from '../rounding';

export interface RankedAnchors {
  /** Most clicked first. Anchors that name the same element are one. */
  readonly elements: RankedElement[];
  readonly unresolved: Unresolved;
  /** People in one cell each, all together: what the intervals rest on. */
  readonly observations: number;
}

interface Given {
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
}

/**
 * Counts clicks by the elements that the page has, and says what has found none. Selectors in the
 * result go through `redact`: a page's names may hold what is about a person.
 */
export function rankAnchored(
  { anchors, cells }: Given,
  { found, missing, hidden }: Pick<AnchoredReport, 'found' | 'missing' | 'hidden'>,
  unit: Provenance['unit'],
  redact: (text: string) => string,
): RankedAnchors {
  const { counts, people, rows, total, observations } = countByAnchor(cells, anchors.length);
  const shareOf = (list: readonly number[]): number => roundShare(sumOf(list, counts), total);

  const byRef = new Map<number, Same>();
  for (const told of found) {
    const count = counts[told.anchor] ?? 0;
    const same = byRef.get(told.ref);
    const most = people[told.anchor] ?? 0;
    if (same === undefined) byRef.set(told.ref, { told, count, people: most });
    else {
      same.count += count;
      same.people = Math.max(same.people, most);
    }
  }
  const elements = [...byRef.values()]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ told: { ref, label, role, fixed, box }, count, people: most }): RankedElement => {
      const share = roundShare(count, total);
      const margin = unit === 'clicks' ? null : wilsonMargin(share, roundCount(observations));
      const rounded = { count: roundCount(count), people: floorCount(most, 1) };
      return { ref, label, role, ...rounded, share, margin, fixed, box };
    });

  // Where heat is limited to an area, most anchors have none.
  const gone = [...new Set(missing)].filter((anchor) => (rows[anchor] ?? 0) > 0);
  const hottest = gone.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return {
    elements,
    observations,
    unresolved: {
      cells: gone.reduce((sum, anchor) => sum + (rows[anchor] ?? 0), 0),
      share: shareOf(gone),
      hidden: shareOf([...new Set(hidden)]),
      examples: hottest
        .slice(0, MOST_EXAMPLES)
        .map((anchor) => redact(anchors[anchor]?.selectors[0] ?? '').slice(0, 300)),
    },
  };
}

/** An element that several anchors may name. */
interface Same {
  readonly told: AnchoredReport['found'][number];
  count: number;
  /** Of its fullest cell. */
  people: number;
}

export const MOST_EXAMPLES = 20;

function countByAnchor(cells: AnchoredCells, anchors: number) {
  const counts = new Float64Array(anchors);
  const people = new Float64Array(anchors);
  const rows = new Uint32Array(anchors);
  let total = 0;
  let observations = 0;
  for (let i = 0; i < cells.length; i++) {
    const anchor = cells.anchor[i] ?? 0;
    const count = cells.count[i] ?? 0;
    if (!(count > 0) || anchor >= anchors) continue;
    counts[anchor] = (counts[anchor] ?? 0) + count;
    people[anchor] = Math.max(people[anchor] ?? 0, cells.people[i] ?? 0);
    rows[anchor] = (rows[anchor] ?? 0) + 1;
    total += count;
    observations += Math.min(cells.people[i] ?? 0, count);
  }
  return { counts, people, rows, total, observations };
}

const sumOf = (list: readonly number[], counts: Float64Array): number =>
  list.reduce((sum, anchor) => sum + (counts[anchor] ?? 0), 0);
