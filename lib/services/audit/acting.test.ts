import { expect, it, vi } from 'vitest';
import { AUDIT_STATES } from '../../../test/gallery/fixtures/audit';
import { HushmapError } from '../../core/errors';
import { createActing } from './acting';

function acting() {
  const calls = { show: vi.fn(), onError: vi.fn() };
  return { ...createActing(calls), ...calls };
}

it('says that a wish was done, and shows its answer', async () => {
  const { act, show } = acting();
  expect(await act(async () => AUDIT_STATES.clear)).toBe(true);
  expect(show).toHaveBeenCalledExactlyOnceWith(AUDIT_STATES.clear);
});

it('says that a wish was not done, and why', async () => {
  const { act, show, onError } = acting();
  const refused = new HushmapError('message.lost');
  expect(await act(() => Promise.reject(refused))).toBe(false);
  expect(onError).toHaveBeenLastCalledWith(refused.sentence);
  expect(show).not.toHaveBeenCalled();
});

it('does not show an answer over what was told meanwhile', async () => {
  const { act, onTold, show } = acting();
  const work = async () => {
    onTold(AUDIT_STATES.clear);
    return AUDIT_STATES.rescanning;
  };
  expect(await act(work)).toBe(true);
  expect(show).toHaveBeenCalledExactlyOnceWith(AUDIT_STATES.clear);
});
