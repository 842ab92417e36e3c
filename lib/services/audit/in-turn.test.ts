import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from './in-turn';

const PAUSE_MS = 700;

describe('inTurn', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('makes one run of all that is wanted in a pause', async () => {
    const run = vi.fn(async () => undefined);
    const want = inTurn(run, PAUSE_MS);
    want();
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(run).toHaveBeenCalledTimes(1);
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('never lets a slow run end after a newer one', async () => {
    let newest = 0;
    let written = 0;
    // The first one is lost twice on its way, and asked again.
    const slownesses = [PAUSE_MS * 4, 0];
    const want = inTurn(async () => {
      const mine = newest;
      await new Promise((done) => setTimeout(done, slownesses.shift()));
      written = mine;
    }, PAUSE_MS);
    newest = 1;
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    newest = 2;
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 10);
    expect(written).toBe(2);
  });

  it('goes on after a run that failed', async () => {
    const run = vi.fn(async () => {
      throw new Error('lost');
    });
    const want = inTurn(run, PAUSE_MS);
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    want();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
