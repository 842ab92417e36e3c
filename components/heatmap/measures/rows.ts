import type { HeatState, RankedElement } from '../../../lib/protocol/heat';
import type { Figures, MeasuresState } from '../../../lib/protocol/measures';

/** A line of the table of elements: heat, what is measured, or both. */
export interface ElementRow {
  /** By clicks; null: no clicks are shown of it. */
  readonly rank: number | null;
  readonly element: RankedElement;
  readonly figures: Figures | null;
}

export const SORTS = ['clicks', 'inp', 'lcp', 'cls', 'least', 'most'] as const;
export type Sort = (typeof SORTS)[number];

/** Elements with heat, most clicked first, each with what is measured of it; then those measured alone. */
export function elementRows(heat: HeatState, measures: MeasuresState | null): ElementRow[] {
  const measured = new Map((measures?.elements ?? []).map((each) => [each.ref, each]));
  const rows = heat.elements.map((element, i): ElementRow => {
    const figures = measured.get(element.ref)?.figures ?? null;
    measured.delete(element.ref);
    return { rank: i + 1, element, figures };
  });
  const others = [...measured.values()].map(({ ref, label, role, figures }): ElementRow => {
    const element = { ref, label, role, count: 0, share: 0, margin: null, fixed: false };
    return { rank: null, element: { ...element, box: [0, 0, 0, 0] }, figures };
  });
  return [...rows, ...others];
}

/** The orders that these rows can be put in. */
export const sortsOf = (rows: readonly ElementRow[]): Sort[] =>
  SORTS.filter((sort) => sort === 'clicks' || rows.some((row) => figureOf(row, sort) !== null));

/** In the order that was chosen; what has no such figure comes last, by clicks. Stable. */
export function sortedBy(rows: readonly ElementRow[], sort: Sort): readonly ElementRow[] {
  if (sort === 'clicks') return rows;
  const known = rows.filter((row) => figureOf(row, sort) !== null);
  const way = sort === 'least' ? 1 : -1;
  known.sort((a, b) => way * ((figureOf(a, sort) ?? 0) - (figureOf(b, sort) ?? 0)));
  return [...known, ...rows.filter((row) => figureOf(row, sort) === null)];
}

function figureOf({ figures }: ElementRow, sort: Sort): number | null {
  if (figures === null || sort === 'clicks') return null;
  if (sort === 'least' || sort === 'most') return figures.conversion?.share ?? null;
  return figures[sort]?.p75 ?? null;
}
