import { expect, test } from 'playwright/test';
import { page, pick, SECRET, useProbe } from './probe-visit';

const { bench, visit } = useProbe();

test.describe('the page', () => {
  const SHAPE = `(() => {
    const shape = (it) => [it.name, it.length, String(it), Object.getOwnPropertyNames(it).sort(), 'prototype' in it];
    const descriptor = (holder, name) => {
      const { value, get, set, ...rest } = Object.getOwnPropertyDescriptor(holder, name);
      return { ...rest, value: value && shape(value), get: get && shape(get), set: set && shape(set) };
    };
    const fails = (work) => { try { work(); return null; } catch (error) { return [error.constructor === TypeError, error.message]; } };
    class Sub extends WebSocket {}
    return JSON.stringify({
      fetch: descriptor(window, 'fetch'),
      open: descriptor(XMLHttpRequest.prototype, 'open'),
      send: descriptor(XMLHttpRequest.prototype, 'send'),
      beacon: descriptor(Navigator.prototype, 'sendBeacon'),
      cookie: descriptor(Document.prototype, 'cookie'),
      setItem: descriptor(Storage.prototype, 'setItem'),
      idb: descriptor(IDBFactory.prototype, 'open'),
      socket: descriptor(window, 'WebSocket'),
      toString: descriptor(Function.prototype, 'toString'),
      globals: Object.getOwnPropertyNames(window).filter((name) => /hushmap|probe/i.test(name)),
      socketWorks: [WebSocket.prototype.constructor === WebSocket, WebSocket.OPEN, Sub.prototype instanceof WebSocket, new Sub('ws://127.0.0.1:9/') instanceof Sub, new WebSocket('ws://127.0.0.1:9/') instanceof WebSocket],
      errors: [
        fails(() => new fetch('/')), fails(() => fetch.call({})), fails(() => WebSocket('ws://a')),
        fails(() => new WebSocket('nonsense:')), fails(() => navigator.sendBeacon.call({}, '/')),
        fails(() => localStorage.setItem('x')), fails(() => XMLHttpRequest.prototype.send.call({})),
        fails(() => Function.prototype.toString.call({})), fails(() => new XMLHttpRequest().open('GET')),
      ],
      mine: String(function mine() { return 1; }),
    });
  })()`;

  test('finds its functions as they are without us', async () => {
    const watched = await visit('/watched/shape', page(''));
    const plain = await visit('/unwatched/shape', page(''));
    expect(await watched.evaluate(SHAPE)).toBe(await plain.evaluate(SHAPE));
    await watched.close();
    await plain.close();
  });

  test('gets its responses, rejections and receivers untouched', async () => {
    bench().serve('/watched/data.json', { body: '{"a":1}', type: 'application/json' });
    const tab = await visit('/watched/answers', page(''));
    const got = await tab.evaluate(async () => {
      const response = await fetch('/watched/data.json');
      const rejected = await fetch('http://[').then(String, String);
      let reads = 0;
      const init = {
        get method() {
          reads += 1;
          return 'POST';
        },
      };
      await fetch('/collect/getter', init);
      // biome-ignore lint/suspicious/noDocumentCookie: the setter is what is tested.
      document.cookie = 'kept=1';
      localStorage.setItem('kept', '2');
      const answer = {
        used: response.bodyUsed,
        data: await response.json(),
        rejected: rejected.startsWith('TypeError'),
        reads,
        cookie: document.cookie.includes('kept=1'),
        item: localStorage.getItem('kept'),
      };
      localStorage.removeItem('kept');
      return answer;
    });
    expect(got).toEqual({
      used: false,
      data: { a: 1 },
      rejected: true,
      reads: 1,
      cookie: true,
      item: '2',
    });
    await tab.close();
  });

  test('may forbid everything by CSP and Trusted Types: the probe still watches', async () => {
    const errors: string[] = [];
    const url = bench().serve('/watched/strict', {
      body: `<!doctype html><html><body><p>strict</p></body></html>`,
      headers: {
        'content-security-policy':
          "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
    const tab = await bench().context.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await tab.goto(url);
    await tab.evaluate(() => fetch('/collect/strict'));
    const timeline = await bench().timeline(tab);
    expect(pick(timeline, 'request').some(({ url: at }) => at.endsWith('/collect/strict'))).toBe(
      true,
    );
    expect(timeline?.fromStart).toBe(true);
    // The browser asks for an icon by itself, which this policy refuses.
    expect(errors.filter((text) => !text.includes('favicon'))).toEqual([]);
    await tab.close();
  });

  test('that rewrites prototypes neither breaks the probe nor is broken by it', async () => {
    const tab = await visit(
      '/watched/hostile',
      page(`
        const boom = () => { throw new Error('boom'); };
        for (const holder of [Array.prototype, String.prototype, WeakMap.prototype, Map.prototype, RegExp.prototype]) {
          for (const name of Object.getOwnPropertyNames(holder)) {
            if (name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(holder, name).value === 'function') holder[name] = boom;
          }
        }
        Array.prototype[Symbol.iterator] = boom;
        Object.prototype.toJSON = () => 'forged';
        Object.prototype.extra = '${SECRET}';
        Object.defineProperty(Object.prototype, 'get', { get: boom, configurable: true });
        JSON.stringify = JSON.parse = () => 'forged';
        Reflect.apply = Function.prototype.call = Function.prototype.apply = boom;
        Date.now = () => 0;
        EventTarget.prototype.dispatchEvent = EventTarget.prototype.addEventListener = boom;
        window.CustomEvent = boom; window.URL = boom;
        fetch('/collect/hostile', { method: 'POST', body: 'abc' }).then((it) => { document.title = 'status ' + it.status; });
        document.cookie = 'hostile=1; path=/watched/hostile';
      `),
    );
    // Read from outside of the page's world, where nothing is left to read it with.
    await expect(tab).toHaveTitle('status 204');
    const timeline = await bench().timeline(tab);
    const request = pick(timeline, 'request').find(({ via }) => via === 'fetch');
    expect(request).toMatchObject({ method: 'POST', bytes: 3 });
    expect(request?.t).toBeGreaterThan(1e12);
    expect(pick(timeline, 'storage').some(({ name }) => name === 'hostile')).toBe(true);
    expect(JSON.stringify(timeline)).not.toContain(SECRET);
    expect(timeline?.fromStart).toBe(true);
    await tab.close();
  });

  test('whose consent globals are traps is not harmed', async () => {
    const errors: string[] = [];
    const url = bench().serve(
      '/watched/traps',
      page(`
        const trap = new Proxy(function () {}, { get() { throw new Error('trap'); }, apply() { throw new Error('trap'); } });
        window.__tcfapi = trap; window.klaro = trap; window.google_tag_data = trap;
        window.dataLayer = Object.freeze([['consent', 'default', { ad_storage: 'denied' }]]);
        window.posthog = trap; window.rrweb = trap;
      `),
    );
    const tab = await bench().context.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(url);
    const timeline = await bench().timeline(tab);
    expect(timeline?.fromStart).toBe(true);
    expect(errors).toEqual([]);
    await tab.close();
  });
});
