import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSharedLoads } from './shared-loads';
import { BURST, createTurns, REFILL_MS, type Turn } from './turns-of-tab';

const TAB = 7;

/** Work that ends when it is told to, or with its signal. */
function setUp() {
  const started: string[] = [];
  const aborted: string[] = [];
  const ends = new Map<string, () => void>();
  const turns = createTurns(() => Date.now());
  const turn = (question: string, asker: Turn['asker'] = 'page'): Turn => ({
    question,
    asker,
    work: (signal) => {
      started.push(question);
      signal.addEventListener('abort', () => aborted.push(question));
      return new Promise((resolve) => ends.set(question, resolve));
    },
  });
  return {
    ...{ turns, started, aborted, turn },
    end: (question: string) => ends.get(question)?.(),
    ask: (question: string, asker?: Turn['asker']) => turns.take(TAB, turn(question, asker)),
  };
}

describe('turns of a tab', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('loads one thing at a time: what is newer ends what was before', async () => {
    const { ask, started, aborted, end } = setUp();
    const first = ask('a');
    const second = ask('b');
    await first;
    expect(started).toEqual(['a', 'b']);
    expect(aborted).toEqual(['a']);
    end('b');
    await second;
  });

  it('loads once what a page asks twice, and anew what a person asks for', async () => {
    const { ask, started, aborted } = setUp();
    void ask('a');
    void ask('a');
    expect(started).toEqual(['a']);
    void ask('a', 'person');
    expect(started).toEqual(['a', 'a']);
    expect(aborted).toEqual(['a']);
    void ask('a');
    expect(started).toHaveLength(2);
  });

  it('lets a page begin a few, then one a second, of which the latest wins', async () => {
    const { ask, started } = setUp();
    for (let i = 0; i < 100; i++) void ask(`page ${i}`);
    expect(started).toHaveLength(BURST);
    await vi.advanceTimersByTimeAsync(REFILL_MS);
    expect(started.slice(BURST)).toEqual(['page 99']);
    // A page that never rests gets its answers at the pace of the budget.
    for (let i = 0; i < 100; i++) {
      void ask(`later ${i}`);
      await vi.advanceTimersByTimeAsync(REFILL_MS / 10);
    }
    expect(started.length).toBeLessThanOrEqual(BURST + 1 + 10);
    expect(started.length).toBeGreaterThan(BURST + 5);
  });

  it('never keeps a person waiting, nor a page that has rested', async () => {
    const { ask, started } = setUp();
    for (let i = 0; i < 100; i++) void ask(`page ${i}`);
    void ask('mine', 'person');
    expect(started.at(-1)).toBe('mine');
    await vi.advanceTimersByTimeAsync(BURST * REFILL_MS);
    const before = started.length;
    for (let i = 0; i < BURST; i++) void ask(`rested ${i}`);
    expect(started).toHaveLength(before + BURST);
  });

  it('keeps tabs apart, and forgets those that are closed', async () => {
    const { ask, turns, turn, started, aborted } = setUp();
    for (let i = 0; i < 100; i++) void ask(`page ${i}`);
    const before = started.length;
    void turns.take(8, turn('other'));
    expect(started).toHaveLength(before + 1);
    turns.forget(8);
    expect(aborted).toContain('other');
  });

  it('goes on where heat was switched off and on again', async () => {
    const { ask, turns, started } = setUp();
    void ask('a');
    turns.stop(TAB);
    void ask('a');
    expect(started).toEqual(['a', 'a']);
  });

  it('passes on what the work rejects with', async () => {
    const { turns } = setUp();
    const work = () => Promise.reject(new Error('full'));
    await expect(turns.take(TAB, { question: 'a', asker: 'page', work })).rejects.toThrow('full');
  });
});

describe('shared loads', () => {
  it('are aborted when the last asker has left, and not before', async () => {
    const signals: AbortSignal[] = [];
    const share = createSharedLoads<string>();
    const load = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => undefined);
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const first = share('key', load, one.signal);
    const second = share('key', load, two.signal);
    one.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    two.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    void share('key', load);
    expect(signals).toHaveLength(2);
  });

  it('of one key are one, and end for everybody', async () => {
    const share = createSharedLoads<number>();
    let loads = 0;
    const load = async () => ++loads;
    expect(await Promise.all([share('key', load), share('key', load)])).toEqual([1, 1]);
    expect(await share('key', load, new AbortController().signal)).toBe(2);
  });
});
