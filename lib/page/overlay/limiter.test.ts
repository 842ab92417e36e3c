import { describe, expect, test } from 'vitest';
import { createLimiter } from './limiter';

function clock() {
  let time = 0;
  let waiting: { act: () => void; at: number }[] = [];
  return {
    now: () => time,
    later: (act: () => void, ms: number) => waiting.push({ act, at: time + ms }),
    pass(ms: number) {
      time += ms;
      const due = waiting.filter(({ at }) => at <= time);
      waiting = waiting.filter(({ at }) => at > time);
      for (const { act } of due) act();
    },
    waiting: () => waiting.length,
  };
}

describe('a limit', () => {
  test('lets everything through until it is reached', () => {
    const limited = createLimiter(3, 1000, clock());
    let times = 0;
    for (let i = 0; i < 10; i++) limited(() => times++);
    expect(times).toBe(3);
  });

  test('tries what was refused once more when the window has passed', () => {
    const time = clock();
    const limited = createLimiter(2, 1000, time);
    let times = 0;
    for (let i = 0; i < 10; i++) limited(() => times++);
    expect(time.waiting()).toBe(1);
    time.pass(1000);
    expect(times).toBe(3);
    expect(time.waiting()).toBe(0);
  });

  test('forgets what is long past', () => {
    const time = clock();
    const limited = createLimiter(1, 1000, time);
    let times = 0;
    for (let i = 0; i < 5; i++) {
      limited(() => times++);
      time.pass(1001);
    }
    expect(times).toBe(5);
  });
});
