import { afterEach, expect, test, vi } from 'vitest';
import { HushmapError } from '../../core/errors';
import { createParts, handOver, type PartExports } from './parts';

// Never called here: a test only asks which one comes.
const picking = (() => undefined) as unknown as PartExports['picking'];

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'hushmapOverlay:picking');
});

test('a part is asked for once, and whoever waits for it gets it, in their order', async () => {
  const fetch = vi.fn(async () => handOver('picking', picking));
  const parts = createParts(fetch, () => undefined);
  const order: number[] = [];
  await Promise.all([1, 2, 3].map((each) => parts.load('picking').then(() => order.push(each))));
  expect(order).toEqual([1, 2, 3]);
  expect(await parts.load('picking')).toBe(picking);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('one that does not come says so, and is asked for again', async () => {
  const refused = new HushmapError('message.lost');
  const fetch = vi.fn(async () => {
    if (fetch.mock.calls.length === 1) throw refused;
    handOver('picking', picking);
  });
  const parts = createParts(fetch, () => undefined);
  await expect(parts.load('picking')).rejects.toBe(refused);
  expect(await parts.load('picking')).toBe(picking);
});

test('one whose script has left nothing is not waited for for ever', async () => {
  const onFailure = vi.fn();
  const onReady = vi.fn();
  const parts = createParts(async () => undefined, onFailure);
  await expect(parts.load('picking')).rejects.toMatchObject({ code: 'page.gone' });
  expect(parts.get('picking', onReady)).toBeNull();
  await vi.waitFor(() => expect(onFailure).toHaveBeenCalled());
  expect(onReady).not.toHaveBeenCalled();
});
