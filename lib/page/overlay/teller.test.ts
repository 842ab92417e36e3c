import { expect, test } from 'vitest';
import { createTeller } from './teller';

function make() {
  const teller = createTeller();
  const arrived: unknown[] = [];
  const tell = (what: unknown) =>
    teller.tell(what, async () => {
      arrived.push(what);
      return 'heard';
    });
  return { teller, arrived, tell };
}

test('what is known is not told again', async () => {
  const { arrived, tell } = make();
  expect(await tell({ a: 1 })).toBe('heard');
  expect(await tell({ a: 1 })).toBeNull();
  expect(await tell({ a: 2 })).toBe('heard');
  expect(arrived).toEqual([{ a: 1 }, { a: 2 }]);
});

test('what did not arrive is told again', async () => {
  const { teller, arrived, tell } = make();
  const lost = teller.tell({ a: 1 }, () => Promise.reject(new Error('lost')));
  await expect(lost).rejects.toThrow('lost');
  expect(await tell({ a: 1 })).toBe('heard');
  expect(arrived).toEqual([{ a: 1 }]);
});

test('what is forgotten while it is told is told again', async () => {
  const { teller, tell } = make();
  await teller.tell({ a: 1 }, async () => teller.forget());
  expect(await tell({ a: 1 })).toBe('heard');
});
