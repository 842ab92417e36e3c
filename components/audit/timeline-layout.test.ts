import { describe, expect, it } from 'vitest';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import { layOut } from './timeline-layout';

const START = 1_000_000;

const request = (t: number): TimelineEvent => ({
  kind: 'request',
  t: START + t,
  method: 'GET',
  url: 'https://acme.test/a.js',
  via: 'script',
  recorder: null,
  purpose: 'other',
  bytes: null,
});

const timeline = (events: TimelineEvent[]): Timeline => ({
  startedAt: START,
  fromStart: true,
  events,
  dropped: 0,
});

describe('layOut', () => {
  it('keeps every event, and draws thousands as few marks', () => {
    const { lanes } = layOut(timeline(Array.from({ length: 5_000 }, (_, i) => request(i * 3))), []);
    expect(lanes.requests.length).toBeLessThanOrEqual(160);
    expect(lanes.requests.reduce((sum, { count }) => sum + count, 0)).toBe(5_000);
  });

  it('stands in the picture even where all happened at once, or before the start', () => {
    const { lanes, length } = layOut(timeline([request(0), request(-400)]), []);
    expect(length).toBeGreaterThanOrEqual(1_000);
    for (const { at } of lanes.requests) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(100);
    }
  });

  it('has ticks at round times, in sight', () => {
    for (const last of [300, 4_000, 61_000, 1_900_000]) {
      const { ticks } = layOut(timeline([request(last)]), []);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.every(({ at }) => at <= 100)).toBe(true);
    }
  });

  it('marks what a failing finding is about, and nothing else', () => {
    const { result } = AUDIT_STATES.blocked;
    if (result === null) throw new Error('The fixture has a result.');
    const consent = result.findings.filter(({ half }) => half === 'consent');
    const { lanes, choices } = layOut(result.timeline, consent);
    expect(lanes.requests.filter(({ tone }) => tone === 'blocks')).toHaveLength(1);
    expect(lanes.storage.filter(({ tone }) => tone === 'blocks')).toHaveLength(0);
    expect(choices).toHaveLength(1);
  });
});
