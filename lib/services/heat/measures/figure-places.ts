import { emptyCells, setCell } from '../../../heatmap/cells';
import type { Kept, KeptMeasures } from '../../../heatmap/measures/keep-measures';
import type { Places } from '../../../heatmap/privacy/places';
import { VITALS } from '../../../protocol/measures';
import { numberOf } from '../fnv';

export const FIGURES = [...VITALS, 'conversion'] as const;
export type Figure = (typeof FIGURES)[number];

/** One figure of an element, or of the page, as what can be subtracted of it. */
export interface Row {
  /** Position among the elements; null: the page as a whole. */
  readonly element: number | null;
  /** Stands for its selectors. */
  readonly name: number;
  /**
   * Of a percentile: the values behind it. Of a conversion: who clicked, who reached the goal, who did
   * not. Each with how many people those are.
   */
  readonly counts: readonly { readonly count: number; readonly people: number }[];
  /** The percentile; 0 of a conversion, whose counts tell all. */
  readonly value: number;
}

/** The figures of one kind that there are. */
export function rowsOf({ base, elements }: KeptMeasures, figure: Figure): Row[] {
  const rows: Row[] = [];
  const add = (kept: Kept, element: number | null, name: string): void => {
    const told = toldOf(kept, figure);
    if (told !== null) rows.push({ element, name: numberOf(name), ...told });
  };
  add(base, null, '');
  elements.forEach((each, i) => {
    add(each, i, each.selectors.join('\n'));
  });
  return rows;
}

/** Counts as small squares in the boxes of elements, so that one guard knows all answers. */
export function placesOfRows(rows: readonly Row[]): Places {
  const spots = rows.flatMap(({ name, value, counts }) =>
    counts.map((each, i) => ({ ...each, name, value, x: i * APART })),
  );
  const cells = emptyCells(spots.length);
  spots.forEach(({ x, count, people }, i) => {
    setCell(cells, i, { x, y: 0, size: APART / 10, count, people, fixed: false });
  });
  return {
    cells,
    anchors: Float64Array.from(spots, ({ name }) => name),
    values: Float64Array.from(spots, ({ value }) => value),
  };
}

/** The rows of which every count may be told. */
export function rowsWithout(rows: readonly Row[], hidden: Uint8Array | null): readonly Row[] {
  let spot = 0;
  return rows.filter(({ counts }) => {
    const first = spot;
    spot += counts.length;
    return hidden === null || !hidden.subarray(first, spot).includes(1);
  });
}

/** The rows as they were shown before; those that were not, or have no name now, are left out. */
export function rowsAsBefore(rows: readonly Row[], { cells, anchors, values }: Places): Row[] {
  const spots = new Map<string, number>();
  anchors?.forEach((name, i) => {
    spots.set(`${name} ${Math.round((cells.x[i] ?? 0) / APART)}`, i);
  });
  return rows.flatMap((row) => {
    const found = row.counts.flatMap((_, i) => spots.get(`${row.name} ${i}`) ?? []);
    if (found.length < row.counts.length) return [];
    const counts = found.map((at) => ({
      count: cells.count[at] ?? 0,
      people: cells.people[at] ?? 0,
    }));
    return [{ ...row, counts, value: values?.[found[0] ?? 0] ?? 0 }];
  });
}

/** Measures in which one kind of figure is that of these rows, and is left out where there is none. */
export function withRows(measures: KeptMeasures, figure: Figure, rows: readonly Row[]) {
  const byElement = new Map(rows.map((row) => [row.element, row]));
  const { base, elements } = measures;
  return {
    base: withRow(base, figure, byElement.get(null)),
    elements: elements.map((each, i) => ({
      selectors: each.selectors,
      ...withRow(each, figure, byElement.get(i)),
    })),
  };
}

/** Across a box, between the counts of one figure. */
const APART = 0.25;

function toldOf(
  { vitals, conversion }: Kept,
  figure: Figure,
): Pick<Row, 'counts' | 'value'> | null {
  if (figure === 'conversion') {
    if (conversion === null) return null;
    const { people, converted } = conversion;
    const counts = [people, converted, people - converted];
    return { counts: counts.map((count) => ({ count, people: count })), value: 0 };
  }
  const vital = vitals[figure];
  if (vital === undefined) return null;
  const { p75, people, values = people } = vital;
  return { counts: [{ count: values, people }], value: p75 };
}

function withRow(kept: Kept, figure: Figure, row: Row | undefined): Kept {
  const [all, some] = row?.counts ?? [];
  const withheld = kept.withheld + (toldOf(kept, figure) !== null && row === undefined ? 1 : 0);
  if (figure === 'conversion') {
    const conversion = all && some ? { people: all.people, converted: some.people } : null;
    return { ...kept, conversion, withheld };
  }
  const vital = row && all && { p75: row.value, people: all.people, values: all.count };
  return { ...kept, vitals: { ...kept.vitals, [figure]: vital }, withheld };
}
