import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../core/error-codes';
import { SCANNER_REQUESTS } from '../protocol/scanner-requests';
import { createAsk } from './asking';

describe('what a script in a page is answered', () => {
  const ask = createAsk(SCANNER_REQUESTS);
  const answered = (answer: unknown) => ask('scanner.changed', async () => answer);

  it.each(ERROR_CODES)('may be the error %s', async (code) => {
    const answer = { hushmap: 1, error: { code, params: [3, 'a'] } };
    await expect(answered(answer)).rejects.toMatchObject({ code, params: [3, 'a'] });
  });

  it.each([
    ['nothing', undefined],
    ['what is not of ours', { value: undefined }],
    ['an error without a code', { hushmap: 1, error: { params: [] } }],
    ['a text in place of a code', { hushmap: 1, error: { code: 'Sorry, no.', params: [] } }],
    ['an error with a document in it', { hushmap: 1, error: { code: 'page.gone', params: [{}] } }],
  ])('is no answer where it is %s', async (_, answer) => {
    await expect(answered(answer)).rejects.toMatchObject({ code: 'message.noHandler' });
  });

  it('is refused where it has not the form that was agreed', async () => {
    await expect(answered({ hushmap: 1, value: 'x' })).rejects.toMatchObject({
      code: 'message.invalid',
    });
    await expect(answered({ hushmap: 1 })).resolves.toBeUndefined();
  });
});
