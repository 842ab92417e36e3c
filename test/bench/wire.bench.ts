import { gzipSync } from 'node:zlib';
import { planCanaries } from '../../lib/wire/canaries';
import type { CanaryField, WireRequest } from '../../lib/wire/contract';
import { openSearch } from '../../lib/wire/match';
import { recordingEvents } from './recording-events';

const ROUNDS = 5;
const MB = 1_000_000;

/** Thirty canaries and their shams, sought in 10 MB as recorders and trackers send it. */
export function benchWire(): Record<string, number> {
  const requests = traffic();
  const { canaries, shams } = planCanaries('bench', FIELDS);
  const rounds: number[] = [];
  const openings: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const search = openSearch({ canaries, shams });
    const opened = performance.now();
    for (const request of requests) search.read(request);
    const report = search.report();
    rounds.push((performance.now() - opened) / 1000);
    openings.push(opened - start);
    if (report.void !== null || report.hits.length > 0)
      throw new Error('found what was not planted');
  }
  return { 'wire.seconds_10mb': median(rounds), 'wire.open_ms': median(openings) };
}

const FIELDS: readonly CanaryField[] = Array.from({ length: 30 }, (_, index) => ({
  key: `#field-${index}`,
  pii: (['email', 'phone', 'card.number', 'name.full', 'message'] as const)[index % 5] ?? 'email',
}));

/** 4 MB of JSON, 2 MB of forms, 3 MB of base64 and 1 MB of gzip, in bodies of about 250 KB. */
function traffic(): WireRequest[] {
  const json = (bytes: number, seed: number): string => recordingEvents(bytes, seed);
  const bodies: (string | Uint8Array)[] = [];
  for (let at = 0; at < 16; at++) bodies.push(json(MB / 4, at));
  for (let at = 0; at < 8; at++)
    bodies.push(`v=1&data=${encodeURIComponent(json(MB / 6, 20 + at))}`.slice(0, MB / 4));
  for (let at = 0; at < 12; at++)
    bodies.push(Buffer.from(json((MB * 3) / 16, 40 + at)).toString('base64'));
  for (let size = 0, at = 60; size < MB; at++) {
    const packed = gzipSync(json(MB, at));
    size += packed.length;
    bodies.push(packed);
  }
  return bodies.map((body, index) => ({ id: `r${index}`, url: 'https://collect.test/v1', body }));
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
