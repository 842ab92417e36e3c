import type { Tap, WitnessReport } from '../protocol/proof';
import type { RecorderId } from '../protocol/recorders';
import { byWeight } from './witness';

/** What several witnesses have seen, as one report. A void of one is a void of all. */
export function mergeReports(reports: readonly WitnessReport[]): WitnessReport {
  const hits = reports.flatMap((report) => report.hits);
  const requests = new Map<Tap, { before: number; after: number }>();
  const recordings = new Map<RecorderId, { requests: number; last: number }>();
  for (const report of reports) {
    for (const { tap, before, after } of report.requests) {
      const sum = requests.get(tap) ?? { before: 0, after: 0 };
      requests.set(tap, { before: sum.before + before, after: sum.after + after });
    }
    for (const { recorder, requests: count, last } of report.recordings) {
      const before = recordings.get(recorder) ?? { requests: 0, last: 0 };
      // Two taps see the same request: the one that saw most saw all that the others did.
      recordings.set(recorder, {
        requests: Math.max(before.requests, count),
        last: Math.max(before.last, last),
      });
    }
  }
  const voids = reports.map((report) => report.void);
  return {
    hits: hits.slice(0, MOST_HITS),
    more: sum(reports.map(({ more }) => more)) + Math.max(0, hits.length - MOST_HITS),
    opaque: byWeight(reports.flatMap(({ opaque }) => opaque)).slice(0, MOST_OPAQUE),
    requests: [...requests].map(([tap, count]) => ({ tap, ...count })),
    recordings: [...recordings].map(([recorder, sum]) => ({ recorder, ...sum })),
    bytes: sum(reports.map(({ bytes }) => bytes)),
    void: voids.includes('sham') ? 'sham' : voids.includes('absence') ? 'absence' : null,
    shams: Math.max(0, ...reports.map(({ shams }) => shams)),
  };
}

const MOST_HITS = 5_000;
const MOST_OPAQUE = 500;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
