import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { step, walkOf } from '../../consent/testing/walk';
import type { WalkScenario } from '../../protocol/walk/walk';
import { LatestWalk } from './latest-walk';
import { walkLimit } from './limit';
import { stopOnSignals, withGrace } from './stop';

afterEach(() => void vi.restoreAllMocks());

describe('Ctrl+C', () => {
  it('stops with what was seen, and leaves at once the second time', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const from = new EventEmitter();
    const leave = vi.fn();
    // An emitter is all that is asked of the process here.
    const stop = stopOnSignals(from as unknown as NodeJS.Process, leave);
    expect(stop.signal.aborted).toBe(false);
    from.emit('SIGINT');
    expect(stop.signal.aborted).toBe(true);
    expect(said).toHaveBeenCalledOnce();
    expect(leave).not.toHaveBeenCalled();
    from.emit('SIGTERM');
    expect(leave).toHaveBeenCalledOnce();
    stop.done();
    expect(from.listenerCount('SIGINT') + from.listenerCount('SIGTERM')).toBe(0);
  });

  it('gives work that goes on a little time, and no more', async () => {
    const stop = new AbortController();
    const never = new Promise<never>(() => undefined);
    const given = withGrace(never, stop.signal, 5);
    stop.abort();
    await expect(given).rejects.toThrow('did not let go');
    await expect(withGrace(Promise.resolve(1), stop.signal, 5_000)).resolves.toBe(1);
  });
});

describe('the limit of a walk', () => {
  const asked = {
    scenarios: null,
    waits: { banner: 12_000, before: 5_000, after: 5_000 },
    concurrency: 3,
    page: { timeout: 30_000 },
  };

  it('leaves room for every wait of every path', () => {
    const patient = { ...asked, waits: { banner: 120_000, before: 120_000, after: 120_000 } };
    // Seven paths, three at a time, six steps each.
    expect(walkLimit(patient, 1)).toBeGreaterThanOrEqual(3 * 6 * 240_000);
    expect(walkLimit(patient, 1)).toBeGreaterThan(walkLimit(asked, 1));
  });

  it('grows with paths and the time for repeats, and shrinks with those walked at once', () => {
    expect(walkLimit({ ...asked, scenarios: ['accept'] }, 1)).toBeLessThan(walkLimit(asked, 1));
    // The last of the repeats begins before its end, and goes on.
    expect(walkLimit(asked, 7_200_000)).toBeGreaterThan(7_200_000);
    expect(walkLimit({ ...asked, concurrency: 1 }, 1)).toBeGreaterThan(walkLimit(asked, 1));
  });
});

describe('a walk that never ends', () => {
  const path = (id: WalkScenario['id'], steps: WalkScenario['steps']): WalkScenario => ({
    id,
    repeat: 0,
    state: 'walked',
    obstacle: null,
    steps,
    clicks: null,
  });
  const asked = ['untouched', 'reject', 'accept', 'gpc'] as const;

  it('is told as far as it came, each path with whether it was ended', () => {
    const latest = new LatestWalk();
    const [first, second] = [path('untouched', [step('before')]), path('reject', [step('before')])];
    const third = path('accept', []);
    const note = (
      scenario: WalkScenario['id'],
      now: 'before' | 'after' | null,
      scenarios: WalkScenario[],
    ) => latest.note({ scenario, repeat: 0, step: now, walk: walkOf(scenarios) });
    note('reject', 'after', [second]);
    note('untouched', null, [first]);
    note('accept', 'before', [first, third]);
    const told = latest.stopped(asked, 99);
    expect(told?.endedAt).toBe(99);
    expect(
      told?.scenarios.map(({ id, state, obstacle, steps }) => [id, state, obstacle, steps.length]),
    ).toEqual([
      ['untouched', 'walked', null, 1],
      ['reject', 'partly', 'interrupted', 1],
      ['accept', 'not-walked', 'interrupted', 0],
      ['gpc', 'not-walked', 'interrupted', 0],
    ]);
  });

  it('is none where nothing was seen', () => {
    const latest = new LatestWalk();
    expect(latest.stopped(asked, 99)).toBeNull();
    latest.note({
      scenario: 'accept',
      repeat: 0,
      step: 'before',
      walk: walkOf([path('accept', [])]),
    });
    expect(latest.stopped(asked, 99)).toBeNull();
  });
});
