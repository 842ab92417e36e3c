import { expect, it, vi } from 'vitest';
import { EXCEPTIONS } from '../../../test/gallery/fixtures/audit';
import { HushmapError } from '../../core/errors';
import type { Exception } from '../../protocol/exceptions';
import { createExceptionsClient } from './exceptions-client';

const [exception] = EXCEPTIONS;
if (exception === undefined) throw new Error('The fixture has no exception.');

function client(answer: () => Promise<Exception[]>) {
  const calls = { onExceptions: vi.fn(), onError: vi.fn(), judgeAgain: vi.fn() };
  // What is asked for here is answered with exceptions, whatever its name.
  const ask = vi.fn(answer) as never;
  return { ...createExceptionsClient({ ask, ...calls }), ...calls };
}

it.each(['onExcept', 'onUnexcept'] as const)('%s says whether it was done', async (wish) => {
  const done = client(async () => [exception]);
  expect(await done[wish](exception)).toBe(true);
  expect(done.onError).toHaveBeenLastCalledWith(null);
  expect(done.judgeAgain).toHaveBeenCalledOnce();

  const refused = new HushmapError('message.lost');
  const failed = client(() => Promise.reject(refused));
  expect(await failed[wish](exception)).toBe(false);
  expect(failed.onError).toHaveBeenLastCalledWith(refused.sentence);
  expect(failed.judgeAgain).not.toHaveBeenCalled();
});
