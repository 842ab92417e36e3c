// @vitest-environment node
import type { Browser } from 'playwright';
import { describe, expect, it } from 'vitest';
import { readConsentOptions } from './options';
import { askStatus } from './outside';
import { vantageOf } from './vantage';

/** A browser that notes how its contexts were made, and is set to German. */
function setUp() {
  const made: object[] = [];
  const context = {
    newPage: async () => ({
      evaluate: async () => ({ locale: 'de-DE', timezone: 'Europe/Berlin' }),
    }),
    request: { get: async () => ({ status: () => 200 }) },
    close: async () => undefined,
  };
  const browser = {
    version: () => '156.0',
    newContext: async (options: object) => {
      made.push(options);
      return context;
    },
  };
  // What is asked of a browser here, and no more.
  return { browser: browser as unknown as Browser, made };
}

const url = 'https://shop.example/';
const asked = { ...readConsentOptions([url]), url };

describe('where a walk is made from', () => {
  it('is told by the browser where nobody has said it', async () => {
    const { browser } = setUp();
    expect(await vantageOf(browser, asked)).toMatchObject({
      locale: 'de-DE',
      timezone: 'Europe/Berlin',
      version: '156.0',
    });
    expect((await vantageOf(browser, asked)).limits).toBeUndefined();
  });

  it('is no clean state where a file is brought along, which is not asked with outside the visits', async () => {
    const { browser, made } = setUp();
    const given = { ...asked, page: { ...asked.page, storageState: 'state.json' } };
    expect((await vantageOf(browser, given)).limits).toEqual(['storage-state']);
    expect(await askStatus(browser, given, `${url}privacy`)).toBe(200);
    expect(JSON.stringify(made)).not.toContain('state.json');
  });
});
