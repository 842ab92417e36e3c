import type { PiiClass } from '../../../lib/protocol/pii-classes';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';

export interface Sightings {
  /** Most sightings first. */
  readonly lanes: readonly Lane[];
  /** The first and the last moment, milliseconds since 1970; null: no time is known. */
  readonly between: readonly [number, number] | null;
}

export interface Lane {
  readonly class: PiiClass;
  readonly sightings: number;
  readonly marks: readonly SightingMark[];
}

/** What was first seen in one narrow column of the picture. */
export interface SightingMark {
  /** Percent of the width, of the column's middle. */
  readonly at: number;
  readonly count: number;
  readonly time: number;
  /** 0 to 1, by the logarithm of the count beside the largest of the picture. */
  readonly strength: number;
}

const COLUMNS = 120;

/** Where every sighting stands. A hundred thousand rows become a few hundred marks. */
export function layOutSightings(timeline: AutopsyReport['timeline']): Sightings {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const times = timeline.map(({ time }) => (time === null ? Number.NaN : Date.parse(time)));
  for (const time of times) {
    if (Number.isNaN(time)) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const span = Math.max(1, last - first);
  const lanes = new Map<PiiClass, { sightings: number; columns: Map<number, Column> }>();
  timeline.forEach(({ class: pii, count }, i) => {
    const lane = lanes.get(pii) ?? { sightings: 0, columns: new Map<number, Column>() };
    lanes.set(pii, lane);
    lane.sightings += count;
    const time = times[i] ?? Number.NaN;
    if (Number.isNaN(time)) return;
    const at = Math.min(COLUMNS - 1, Math.floor(((time - first) / span) * COLUMNS));
    const column = lane.columns.get(at);
    lane.columns.set(at, {
      count: (column?.count ?? 0) + count,
      time: Math.min(column?.time ?? time, time),
    });
  });
  const most = Math.max(
    1,
    ...[...lanes.values()].flatMap(({ columns }) => [...columns.values()].map((c) => c.count)),
  );
  return {
    between: first <= last ? [first, last] : null,
    lanes: [...lanes]
      .map(([pii, { sightings, columns }]) => ({
        class: pii,
        sightings,
        marks: [...columns].map(([at, { count, time }]) => ({
          ...{ at: ((at + 0.5) / COLUMNS) * 100, count, time },
          strength: Math.log1p(count) / Math.log1p(most),
        })),
      }))
      .sort((a, b) => b.sightings - a.sightings),
  };
}

interface Column {
  readonly count: number;
  readonly time: number;
}
