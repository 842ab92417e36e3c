import type { EventTable, HeatPlan } from './events';

export interface Clicks {
  readonly table: EventTable;
  readonly plan: HeatPlan;
}

export interface EventRange {
  readonly pages: (page: string) => boolean;
  readonly widthMin: number;
  readonly widthMax: number;
  /** Days before the last day, both inclusive; `oldest` ≥ `newest`. */
  readonly oldest: number;
  readonly newest: number;
}

/** Rows of the clicks that a range holds and that are of a kind, as PostHog calls kinds. */
export function selectEvents({ table, plan }: Clicks, range: EventRange, type: string): number[] {
  const groups = plan.groups.map(
    ({ page, width }) => range.pages(page) && width >= range.widthMin && width <= range.widthMax,
  );
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const day = table.day[row] ?? 0;
    if (day < range.newest || day > range.oldest || !groups[table.group[row] ?? 0]) continue;
    if (isOfKind(table, plan, row, type)) rows.push(row);
  }
  return rows;
}

/**
 * Other kinds are made out of the clicks, always the same ones: people rage at every seventh element,
 * click in vain where there is none, rest their pointers where half of the clicks are; every click
 * tells of a scroll as well.
 */
function isOfKind(table: EventTable, plan: HeatPlan, row: number, type: string): boolean {
  const cluster = table.cluster[row] ?? 0;
  const kind = plan.groups[table.group[row] ?? 0]?.clusters[cluster]?.kind;
  if (type === 'rageclick') return kind === 'box' && cluster % 7 === 3 && row % 4 === 0;
  if (type === 'deadclick') return kind === 'tail' || (cluster % 7 === 5 && row % 5 === 0);
  if (type === 'mousemove') return kind !== 'zero' && row % 2 === 0;
  return true;
}

/** Counts rows and distinct visitors by key, the most counted first. */
export function countBy<K>(
  { table }: Clicks,
  rows: readonly number[],
  keyOf: (row: number) => K,
): { readonly key: K; readonly count: number; readonly people: number }[] {
  const found = new Map<K, { count: number; readonly visitors: Set<number> }>();
  for (const row of rows) {
    const key = keyOf(row);
    const one = found.get(key) ?? { count: 0, visitors: new Set<number>() };
    found.set(key, one);
    one.count += 1;
    one.visitors.add(table.visitor[row] ?? 0);
  }
  return [...found]
    .map(([key, { count, visitors }]) => ({ key, count, people: visitors.size }))
    .sort((a, b) => b.count - a.count);
}
