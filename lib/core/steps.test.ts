import { describe, expect, it } from 'vitest';
import { atOnce, byRows, inTurns, ROWS_A_STEP, SLICE_MS, type Steps } from './steps';

function* counting(steps: number): Steps<number> {
  for (let i = 0; i < steps; i++) yield;
  return steps;
}

/** A clock on which every look takes so many milliseconds. */
function ticking(ms: number) {
  let at = 0;
  let turns = 0;
  return {
    now: () => {
      at += ms;
      return at;
    },
    nextTurn: async () => {
      turns += 1;
    },
    get turns() {
      return turns;
    },
  };
}

describe('long work in steps', () => {
  it('gives the same at once and in turns', async () => {
    expect(atOnce(counting(20))).toBe(20);
    expect(await inTurns(counting(20))).toBe(20);
  });

  it('gives others a turn whenever a slice is used up, and not before', async () => {
    const slow = ticking(SLICE_MS);
    await inTurns(counting(20), slow);
    expect(slow.turns).toBe(20);
    const quick = ticking(0);
    await inTurns(counting(20), quick);
    expect(quick.turns).toBe(0);
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    const ports = { ...ticking(SLICE_MS), signal: stop.signal };
    let done = 0;
    function* work(): Steps<void> {
      for (; done < 100; done++) {
        if (done === 3) stop.abort();
        yield;
      }
    }
    await expect(inTurns(work(), ports)).rejects.toThrow();
    expect(done).toBe(3);
  });

  it('goes through every row once, in bounded pieces', () => {
    const length = 2 * ROWS_A_STEP + 1;
    const pieces: [number, number][] = [];
    atOnce(byRows(length, (from, to) => pieces.push([from, to])));
    expect(pieces).toEqual([
      [0, ROWS_A_STEP],
      [ROWS_A_STEP, 2 * ROWS_A_STEP],
      [2 * ROWS_A_STEP, length],
    ]);
  });

  it('goes through fewer rows at once where each is more work', () => {
    const pieces: [number, number][] = [];
    atOnce(byRows(5, (from, to) => pieces.push([from, to]), 2));
    expect(pieces).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
  });
});
