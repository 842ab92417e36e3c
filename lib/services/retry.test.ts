import { describe, expect, it } from 'vitest';
import { HushmapError } from '../core/errors';
import { askAgainIfLost } from './retry';

describe('asking again', () => {
  it('happens where the worker died under the question', async () => {
    let asked = 0;
    const answer = await askAgainIfLost(async () => {
      asked += 1;
      if (asked < 3) throw new HushmapError('message.lost');
      return 'answer';
    });
    expect([answer, asked]).toEqual(['answer', 3]);
  });

  it('does not happen where the answer was no', async () => {
    let asked = 0;
    const answer = askAgainIfLost(async () => {
      asked += 1;
      throw new HushmapError('source.unauthorized');
    });
    await expect(answer).rejects.toMatchObject({ code: 'source.unauthorized' });
    expect(asked).toBe(1);
  });
});
