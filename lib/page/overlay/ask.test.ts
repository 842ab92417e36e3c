import { describe, expect, test } from 'vitest';
import { type ErrorCode, HushmapError } from '../../core/errors';
import { ask } from './ask';

function failing(codes: ErrorCode[]) {
  let tries = 0;
  return {
    question: async () => {
      const code = codes[tries++];
      if (code !== undefined) throw new HushmapError(code);
      return 'an answer';
    },
    tries: () => tries,
  };
}

const { signal } = new AbortController();
const noWait = async () => {};

describe('asking the background', () => {
  test('asks again while the worker is starting or has died', async () => {
    const worker = failing(['message.lost', 'message.noHandler', 'message.lost']);
    expect(await ask(worker.question, signal, noWait)).toBe('an answer');
    expect(worker.tries()).toBe(4);
  });

  test('waits longer each time, and no longer than five seconds', async () => {
    const waits: number[] = [];
    const worker = failing(Array<ErrorCode>(8).fill('message.lost'));
    await ask(worker.question, signal, async (ms) => {
      waits.push(ms);
    });
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  });

  test('gives up in the end', async () => {
    const worker = failing(Array<ErrorCode>(50).fill('message.lost'));
    await expect(ask(worker.question, signal, noWait)).rejects.toMatchObject({
      code: 'message.lost',
    });
    expect(worker.tries()).toBe(9);
  });

  test.each(['extension.reloaded', 'page.gone', 'message.invalid'] as const)(
    'does not ask again after %s',
    async (code) => {
      const worker = failing([code]);
      await expect(ask(worker.question, signal, noWait)).rejects.toMatchObject({ code });
      expect(worker.tries()).toBe(1);
    },
  );

  test('stops waiting when the overlay is stopped', async () => {
    const life = new AbortController();
    const worker = failing(Array<ErrorCode>(5).fill('message.lost'));
    const asking = ask(worker.question, life.signal);
    setTimeout(() => life.abort());
    await expect(asking).rejects.toThrow();
    expect(worker.tries()).toBe(1);
  });
});
