import { openAutopsy } from '../../lib/wire/autopsy/autopsy';
import { recordingEvents } from './recording-events';

const ROUNDS = 5;
const MB = 1_000_000;

/** Recordings of 2 MB of JSON each, from bytes to the report. */
export function benchAutopsy(): Record<string, number> {
  const files = Array.from({ length: 3 }, (_, i) =>
    new TextEncoder().encode(recordingEvents(2 * MB, i)),
  );
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const autopsy = openAutopsy();
    for (const [index, file] of files.entries()) autopsy.read(`recording-${index}.json`, file);
    const { files: read } = autopsy.report();
    rates.push(bytes / MB / ((performance.now() - start) / 1000));
    if (read.some(({ kind }) => kind !== 'rrweb')) throw new Error('a recording was not read');
  }
  return { 'autopsy.mb_per_s': [...rates].sort((a, b) => a - b)[rates.length >> 1] ?? 0 };
}
