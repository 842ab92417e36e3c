import type { PiiClass } from '../../protocol/pii-classes';
import type { AutopsyChannel, AutopsyReport } from './report-schema';

/** Where a value was seen. */
export interface Place {
  readonly file: string;
  readonly recording: string;
  /** Milliseconds since 1970; null: not known. */
  readonly time: number | null;
  readonly channel: AutopsyChannel;
  readonly where: string;
}

interface Row extends Place {
  readonly pii: PiiClass;
  first: number | null;
  last: number | null;
  count: number;
}

const MOST_ROWS = 100_000;

/** Sightings as rows: the same class in the same place of the same recording is one row. */
export class Timeline {
  readonly #rows = new Map<string, Row>();
  #more = 0;

  add(pii: PiiClass, place: Place): void {
    const { file, recording, channel, where, time } = place;
    const key = [file, recording, channel, where, pii].join('\n');
    const row = this.#rows.get(key);
    if (row) {
      row.count++;
      if (time !== null) {
        row.first = Math.min(row.first ?? time, time);
        row.last = Math.max(row.last ?? time, time);
      }
    } else if (this.#rows.size < MOST_ROWS) {
      this.#rows.set(key, { ...place, pii, first: time, last: time, count: 1 });
    } else this.#more++;
  }

  report(): Pick<AutopsyReport, 'timeline' | 'more' | 'affected'> {
    const rows = [...this.#rows.values()].sort(
      (a, b) => (a.first ?? Number.POSITIVE_INFINITY) - (b.first ?? Number.POSITIVE_INFINITY) || 0,
    );
    return {
      timeline: rows.map(({ first, last, count, pii, channel, where, recording, file }) => ({
        time: iso(first),
        last: iso(last),
        count,
        class: pii,
        channel,
        where,
        recording,
        file,
      })),
      more: this.#more,
      affected: affectedOf(rows),
    };
  }
}

function affectedOf(rows: readonly Row[]): AutopsyReport['affected'] {
  const byRecording = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.file}\n${row.recording}`;
    const same = byRecording.get(key);
    if (same) same.push(row);
    else byRecording.set(key, [row]);
  }
  return [...byRecording.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    return {
      recording: first.recording,
      file: first.file,
      classes: [...new Set(same.map(({ pii }) => pii))].sort(),
      sightings: same.reduce((sum, { count }) => sum + count, 0),
      first: iso(first.first),
    };
  });
}

/** The largest time that a date can hold (ECMA-262, 21.4.1.1). */
const LATEST = 8.64e15;

const iso = (time: number | null): string | null =>
  time === null || Math.abs(time) > LATEST ? null : new Date(time).toISOString();
