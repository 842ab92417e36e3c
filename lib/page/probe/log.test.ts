import { describe, expect, it } from 'vitest';
import { MAX_ANSWER } from './handshake';
import { parseProbeLog } from './log';

const log = { startedAt: 1, fromStart: true, dropped: 0, tcfCmpId: 0, panelText: '', events: [] };
const parse = (change: object): unknown => parseProbeLog(JSON.stringify({ ...log, ...change }));

describe('parseProbeLog', () => {
  it('reads what the probe writes', () => {
    expect(parse({})).toEqual(log);
  });

  it.each([
    ['a decision, which only the relay sees', { events: [{ kind: 'choice', t: 1 }] }],
    [
      'a recorder that nobody knows',
      { events: [{ kind: 'recorder', t: 1, recorder: 'x', what: 'loaded' }] },
    ],
    [
      'more events than a tape holds',
      { events: Array(5_001).fill({ kind: 'recorder', t: 1, recorder: 'rrweb', what: 'loaded' }) },
    ],
    ['a text without end', { panelText: 'x'.repeat(30_000) }],
    ['numbers that are none', { startedAt: null }],
  ])('refuses %s', (_, change) => expect(parse(change)).toBeNull());

  it('refuses what is no JSON, and does not parse what is too long', () => {
    expect(parseProbeLog('{')).toBeNull();
    expect(parseProbeLog(`"${'x'.repeat(MAX_ANSWER)}"`)).toBeNull();
  });
});
