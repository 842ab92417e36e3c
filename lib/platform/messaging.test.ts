import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HushmapError } from '../core/errors';
import { listen, send } from './messaging';

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;

/** What the listener answers, or undefined where it leaves the message to others. */
let hear: (message: unknown, sender: object) => Promise<unknown> | undefined;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener: unknown) => {
    // The fake's listener type is the browser's; the test calls it as the browser would.
    const ask = listener as Listener;
    hear = (message, sender) => {
      let respond: (answer: unknown) => void = () => undefined;
      const answer = new Promise((resolve) => {
        respond = resolve;
      });
      return ask(message, sender, respond) === true ? answer : undefined;
    };
  });
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path: string) => `${OWN}${path}`);
});

const OWN = 'chrome-extension://hushmap/';
const own = { id: browser.runtime.id, url: `${OWN}sidepanel.html` };
const inPage = { id: browser.runtime.id, url: 'https://acme.test/', tab: { id: 4 }, frameId: 0 };

describe('messages between contexts', () => {
  it('reach their handler parsed, with the sender that the browser names', async () => {
    const seen: unknown[] = [];
    listen({
      'overlay.tile': (request, from) => {
        seen.push(request, from.tabId);
        return { ...request, data: '' };
      },
    });
    const request = { mapId: 'map_1', index: 2 };
    const answer = await hear({ hushmap: 1, name: 'overlay.tile', request }, inPage);
    expect(answer).toMatchObject({ value: { mapId: 'map_1', index: 2 } });
    expect(seen).toEqual([request, 4]);
  });

  it('are refused where a script in a page speaks as one of our pages', async () => {
    const seen: unknown[] = [];
    listen({ 'sources.list': () => void seen.push('asked') as never });
    const answer = await hear({ hushmap: 1, name: 'sources.list' }, inPage);
    expect(answer).toMatchObject({ error: { code: 'message.refused' } });
    expect(seen).toEqual([]);
  });

  it('are refused from another extension', async () => {
    listen({ 'heat.off': () => undefined as never });
    const other = { ...own, id: 'another-extension' };
    const call = { hushmap: 1, name: 'heat.off', request: { tabId: 1 } };
    expect(await hear(call, other)).toMatchObject({ error: { code: 'message.refused' } });
  });

  it('are refused where their form is wrong, and nothing of them is repeated', async () => {
    listen({ 'heat.off': () => undefined as never });
    const request = { tabId: 'anna@acme.test' };
    const answer = await hear({ hushmap: 1, name: 'heat.off', request }, own);
    expect(answer).toEqual({
      hushmap: 1,
      error: { code: 'message.invalid', params: ['heat.off'] },
    });
  });

  it('that are not ours, or named like an inherited property, are left to others', () => {
    listen({ 'heat.off': () => undefined as never });
    for (const message of ['hello', null, { name: 'heat.off' }, { hushmap: 1, name: 'toString' }]) {
      expect(hear(message, own)).toBeUndefined();
    }
  });

  it('carry a coded error, and of a bug nothing but that it was one', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    listen({
      'heat.off': () => {
        throw new HushmapError('page.gone');
      },
      'heat.on': () => {
        throw new Error('https://acme.test/?email=anna@acme.test');
      },
    });
    const ask = (name: string) => hear({ hushmap: 1, name, request: { tabId: 1 } }, own);
    expect(await ask('heat.off')).toMatchObject({ error: { code: 'page.gone' } });
    expect(await ask('heat.on')).toEqual({ hushmap: 1, error: { code: 'unexpected', params: [] } });
    expect(JSON.stringify(silent.mock.calls)).not.toContain('anna');
  });

  it('that nobody answered, or that broke off, end in a code that says so', async () => {
    const answer = vi.spyOn(browser.runtime, 'sendMessage');
    answer.mockResolvedValueOnce(undefined as never);
    await expect(send('policy.read', undefined)).rejects.toMatchObject({
      code: 'message.noHandler',
    });
    answer.mockRejectedValueOnce(
      new Error('The message port closed before a response was received.'),
    );
    await expect(send('policy.read', undefined)).rejects.toMatchObject({
      code: 'message.noHandler',
    });
    answer.mockRejectedValueOnce(new Error('The message channel closed'));
    await expect(send('policy.read', undefined)).rejects.toMatchObject({ code: 'message.lost' });
    answer.mockRejectedValueOnce(new Error('Extension context invalidated.'));
    await expect(send('policy.read', undefined)).rejects.toMatchObject({
      code: 'extension.reloaded',
    });
  });
});
