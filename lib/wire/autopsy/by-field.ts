import type { PiiClass } from '../../protocol/pii-classes';
import type { AutopsyChannel, AutopsyReport } from './report-schema';

/** The same class in the same field, over all recordings. */
export interface FieldRow {
  readonly id: string;
  readonly class: PiiClass;
  readonly channel: AutopsyChannel;
  /** The element, the keys that lead to the value, or the request; empty: not known. */
  readonly where: string;
  readonly sightings: number;
  readonly recordings: number;
  /** UTC; null: not known. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What to mend on the page: most recordings first. */
export function byField({ timeline }: Pick<AutopsyReport, 'timeline'>): FieldRow[] {
  const rows = new Map<string, FieldRow & { readonly seen: Set<string> }>();
  for (const row of timeline) {
    const { class: pii, channel, where, count, time, last } = row;
    const id = [pii, channel, where].join('\n');
    const old = rows.get(id);
    const seen = (old?.seen ?? new Set()).add(`${row.file}\n${row.recording}`);
    rows.set(id, {
      ...{ id, class: pii, channel, where, seen, recordings: seen.size },
      sightings: (old?.sightings ?? 0) + count,
      first: earlier(old?.first ?? null, time),
      last: later(old?.last ?? null, last),
    });
  }
  return [...rows.values()]
    .map(({ seen, ...row }) => row)
    .sort((a, b) => b.recordings - a.recordings || b.sightings - a.sightings);
}

// Times of one form and zone are in the order of their letters.
const earlier = (a: string | null, b: string | null) =>
  a !== null && (b === null || a < b) ? a : b;
const later = (a: string | null, b: string | null) => (a !== null && (b === null || a > b) ? a : b);
