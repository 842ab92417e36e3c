import { expect, it, vi } from 'vitest';
import { PINNED } from '../../../../test/gallery/fixtures/pins';
import { HushmapError } from '../../../core/errors';
import { createPinClient } from './pin-client';

it('says whether a note was saved, and why it was not', async () => {
  const ask = vi.fn();
  const [onPins, onError] = [vi.fn(), vi.fn()];
  const { signal } = new AbortController();
  const pins = PINNED.pins ?? [];
  ask.mockResolvedValue(pins);
  const client = createPinClient(1, { ask, onPins, onError }, signal);
  expect(await client.onAdd(3, 'Keep.')).toBe(true);
  expect(onPins).toHaveBeenLastCalledWith(pins);
  const refused = new HushmapError('pin.noPlace');
  ask.mockRejectedValue(refused);
  expect(await client.onAdd(3, 'Keep.')).toBe(false);
  expect(await client.onEdit('pin_1', 'Keep.')).toBe(false);
  expect(onError).toHaveBeenLastCalledWith(refused.sentence);
});
