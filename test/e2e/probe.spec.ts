import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { PageFactsSchema } from '../../lib/protocol/audit';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import { type Bench, bundle, openBench } from './probe-bench';

let bench: Bench;
test.beforeAll(async () => {
  bench = await openBench();
});
test.afterAll(async () => bench.close());

const SECRET = 'sekret-7f3a91c2';

type Of<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;
const pick = <K extends TimelineEvent['kind']>(timeline: Timeline | null, kind: K): Of<K>[] =>
  (timeline?.events ?? []).filter((event): event is Of<K> => event.kind === kind);

async function visit(path: string, html: string, headers: Record<string, string> = {}) {
  const url = bench.serve(path, { body: html, headers });
  const page = await bench.context.newPage();
  await page.goto(url);
  return page;
}

const page = (script: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>t</title><script>${script}</script></head><body>${body}</body></html>`;

test.describe('evidence', () => {
  test('sees every way of sending, with method, place and size, and no value', async () => {
    const tab = await visit(
      '/watched/send',
      page(`
        const body = '${SECRET}'.repeat(10);
        fetch('/collect/a?token=${SECRET}&ip=1#${SECRET}', { method: 'POST', body });
        fetch(new URL('/collect/b', location.href));
        fetch(new Request('/collect/c', { method: 'PUT', body: '1' }));
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/collect/d?user=${SECRET}');
        xhr.send(new Blob([body]));
        navigator.sendBeacon('/collect/e', new Uint8Array(7));
        try { new WebSocket('ws://' + location.host + '/collect/f?key=${SECRET}'); } catch {}
        new Image().src = '/collect/g.png?${SECRET}';
      `),
    );
    await tab.waitForTimeout(300);
    const timeline = await bench.timeline(tab);
    const at = (path: string) =>
      pick(timeline, 'request')
        .filter(({ url, via }) => url.includes(path) && via !== 'resource')
        .map(({ method, via, bytes }) => ({ method, via, bytes }));
    expect(at('/collect/a')).toEqual([{ method: 'POST', via: 'fetch', bytes: 150 }]);
    expect(at('/collect/b')).toEqual([{ method: 'GET', via: 'fetch', bytes: 0 }]);
    expect(at('/collect/c')).toEqual([{ method: 'PUT', via: 'fetch', bytes: 0 }]);
    expect(at('/collect/d')).toEqual([{ method: 'POST', via: 'xhr', bytes: 150 }]);
    expect(at('/collect/e')).toEqual([{ method: 'POST', via: 'beacon', bytes: 7 }]);
    expect(at('/collect/f')).toEqual([{ method: 'GET', via: 'websocket', bytes: null }]);
    expect(at('/collect/g')).toEqual([{ method: 'GET', via: 'image', bytes: null }]);
    expect(
      pick(timeline, 'request').find(({ url }) => url.endsWith('/collect/a?token&ip')),
    ).toBeTruthy();
    expect(JSON.stringify(timeline)).not.toContain(SECRET);
    expect(timeline?.fromStart).toBe(true);
    await tab.close();
  });

  test('keeps no address of what is sent to nobody, and runs no code of the page to read one', async () => {
    const tab = await visit(
      '/watched/addresses',
      page(`
        window.read = 0;
        fetch('data:text/plain,${SECRET}');
        fetch(URL.createObjectURL(new Blob(['${SECRET}'])));
        fetch({ toString() { read++; return '/collect/object'; } });
        fetch('../collect/relative?q=1');
        fetch('/collect/users/alice@acme.test');
      `),
    );
    await tab.waitForTimeout(200);
    const timeline = await bench.timeline(tab);
    const calls = pick(timeline, 'request').filter(({ via }) => via === 'fetch');
    expect(calls.map(({ url }) => url)).toEqual([
      `${bench.origin}/collect/relative?q`,
      `${bench.origin}/collect/users/‹email›`,
    ]);
    // Its own reading by the browser is the only one; the second witness has the address.
    expect(await tab.evaluate('read')).toBe(1);
    expect(pick(timeline, 'request').some(({ url }) => url.endsWith('/collect/object'))).toBe(true);
    expect(JSON.stringify(timeline)).not.toContain(SECRET);
    await tab.close();
  });

  test('says whose a request is before it hides the key that tells it', async () => {
    const key = 'phc_a1B2c3D4e5F6g7H8i9J0k1L2m3N4';
    const tab = await visit(
      '/watched/attributed',
      page(`
        fetch('/collect/array/${key}/config?ip=1');
        fetch('/collect/s/?compression=gzip-js', { method: 'POST', body: 'x' });
        fetch('/collect/browser/blobs?type=SessionReplay&app=1', { method: 'POST', body: 'x' });
        localStorage.setItem('ph_${key}_posthog', '{}');
      `),
    );
    const timeline = await bench.timeline(tab);
    const calls = pick(timeline, 'request').filter(({ via }) => via === 'fetch');
    expect(calls.map(({ recorder, purpose }) => [recorder, purpose])).toEqual([
      ['posthog', 'config'],
      ['posthog', 'ingest'],
      ['newrelic', 'ingest'],
    ]);
    expect(pick(timeline, 'storage').map(({ recorder }) => recorder)).toContain('posthog');
    expect(JSON.stringify(timeline)).not.toContain(key);
    await tab.evaluate(() => localStorage.clear());
    await tab.close();
  });

  test('sees what frames of the page do, made from text too', async () => {
    const tab = await visit(
      '/watched/frames',
      page(
        '',
        `<iframe srcdoc="<script>fetch('/collect/in-frame'); document.cookie = 'framed=1'</script>"></iframe>`,
      ),
    );
    await tab.waitForTimeout(300);
    const inFrame = await bench.frames(tab);
    expect(inFrame.length).toBe(2);
    const urls = inFrame.flatMap((timeline) => pick(timeline, 'request')).map(({ url }) => url);
    expect(urls.filter((url) => url.endsWith('/collect/in-frame')).length).toBeGreaterThan(0);
    expect(inFrame.every((timeline) => timeline?.fromStart)).toBe(true);
    await tab.close();
  });

  test('sees every place of keeping, by name alone', async () => {
    const tab = await visit(
      '/watched/keep',
      page(`
        document.cookie = 'made=${SECRET}; path=/watched/keep';
        document.cookie = 'made=; path=/watched/keep; max-age=0';
        localStorage.setItem('local', '${SECRET}');
        localStorage.direct = '${SECRET}';
        sessionStorage.setItem('session', '${SECRET}');
        sessionStorage.removeItem('session');
        indexedDB.open('base');
        localStorage.setItem('user:alice@acme.test', '1');
      `),
      { 'set-cookie': 'fromServer=1; Path=/watched/keep' },
    );
    const stored = pick(await bench.timeline(tab), 'storage').map(
      ({ area, name, action }) => `${action} ${area} ${name}`,
    );
    expect(stored).toEqual(
      expect.arrayContaining([
        'set cookie made',
        'removed cookie made',
        'present cookie fromServer',
        'set localStorage local',
        'present localStorage direct',
        'set sessionStorage session',
        'removed sessionStorage session',
        'set indexedDB base',
      ]),
    );
    expect(JSON.stringify(stored)).not.toContain(SECRET);
    expect(JSON.stringify(stored)).not.toContain('alice@acme.test');
    await tab.evaluate(() => localStorage.clear());
    await tab.close();
  });

  test('sees requests of functions taken from a fresh frame through the second witness', async () => {
    const tab = await visit(
      '/watched/fresh',
      page(
        '',
        `<script>
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.contentWindow.fetch.call(window, '/collect/fresh');
        </script>`,
      ),
    );
    await tab.waitForTimeout(300);
    const frames = await bench.frames(tab);
    const urls = frames.flatMap((one) => pick(one, 'request')).map(({ url }) => url);
    expect(urls.some((url) => url.includes('/collect/fresh'))).toBe(true);
    await tab.close();
  });

  test('reads TCF, Consent Mode and GPC as they change', async () => {
    const tab = await visit(
      '/watched/signals',
      page(`
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
        let listener;
        window.__tcfapi = (command, version, callback) => {
          listener = callback;
          callback({ eventStatus: 'cmpuishown', cmpId: 31, purpose: { consents: { 1: false, 8: false } }, tcString: '${SECRET}' }, true);
        };
        window.dataLayer = [];
        function gtag() { dataLayer.push(arguments); }
        gtag('consent', 'default', { analytics_storage: 'denied', wait_for_update: 500 });
        window.decide = () => {
          gtag('consent', 'update', { analytics_storage: 'granted' });
          listener({ eventStatus: 'useractioncomplete', cmpId: 31, purpose: { consents: { 1: true, 8: true } } }, true);
        };
      `),
    );
    await tab.waitForTimeout(100);
    await tab.evaluate('decide()');
    const timeline = await bench.timeline(tab);
    const signals = pick(timeline, 'signal').map(({ signal, states, note }) => ({
      signal,
      states,
      note,
    }));
    expect(signals).toEqual(
      expect.arrayContaining([
        {
          signal: 'tcf',
          states: { 'purpose 1': 'unset', 'purpose 8': 'unset' },
          note: 'cmpuishown',
        },
        { signal: 'consent-mode', states: { analytics_storage: 'denied' }, note: 'default' },
        { signal: 'consent-mode', states: { analytics_storage: 'granted' }, note: 'update' },
        {
          signal: 'tcf',
          states: { 'purpose 1': 'granted', 'purpose 8': 'granted' },
          note: 'useractioncomplete',
        },
        { signal: 'gpc', states: { 'sale-or-sharing': 'denied' }, note: 'on' },
      ]),
    );
    expect(JSON.stringify(timeline)).not.toContain(SECRET);
    await tab.close();
  });

  test('keeps a bounded tape and says what it dropped', async () => {
    const tab = await visit(
      '/watched/flood',
      page(`
        for (let i = 0; i < 9000; i++) localStorage.setItem('k' + i, '');
        localStorage.clear();
        window.dataLayer = [['consent', 'default', { ad_storage: 'denied' }]];
      `),
    );
    const timeline = await bench.timeline(tab);
    expect(timeline?.events.length).toBeLessThanOrEqual(5_000);
    expect(timeline?.dropped).toBe(5_000);
    // What happens rarely has a place of its own.
    expect(pick(timeline, 'signal').map(({ note }) => note)).toContain('default');
    await tab.close();
  });
});

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
    bench.serve('/watched/data.json', { body: '{"a":1}', type: 'application/json' });
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
    const url = bench.serve('/watched/strict', {
      body: `<!doctype html><html><body><p>strict</p></body></html>`,
      headers: {
        'content-security-policy':
          "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    });
    const tab = await bench.context.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await tab.goto(url);
    await tab.evaluate(() => fetch('/collect/strict'));
    const timeline = await bench.timeline(tab);
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
    const timeline = await bench.timeline(tab);
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
    const url = bench.serve(
      '/watched/traps',
      page(`
        const trap = new Proxy(function () {}, { get() { throw new Error('trap'); }, apply() { throw new Error('trap'); } });
        window.__tcfapi = trap; window.klaro = trap; window.google_tag_data = trap;
        window.dataLayer = Object.freeze([['consent', 'default', { ad_storage: 'denied' }]]);
        window.posthog = trap; window.rrweb = trap;
      `),
    );
    const tab = await bench.context.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(url);
    const timeline = await bench.timeline(tab);
    expect(timeline?.fromStart).toBe(true);
    expect(errors).toEqual([]);
    await tab.close();
  });
});

test.describe('trust', () => {
  test('no probe: the relay has nothing to tell', async () => {
    const tab = await visit('/unwatched/none', page(''));
    expect(await bench.timeline(tab)).toBeNull();
    await tab.close();
  });

  test('a page that poses as the probe is not believed to have been watched', async () => {
    const tab = await visit(
      '/unwatched/forged',
      page(`
        addEventListener('hushmap-probe-ask', (event) => dispatchEvent(new CustomEvent(event.detail, { detail: JSON.stringify({
          startedAt: 1, fromStart: true, dropped: 0, tcfCmpId: 0, panelText: '', events: [] }) })), true);
        dispatchEvent(new CustomEvent('hushmap-probe-ready'));
      `),
    );
    expect((await bench.timeline(tab))?.fromStart).toBe(false);
    await tab.close();
  });

  test('nonsense and oversized answers are nothing', async () => {
    for (const detail of ['"{"', '"x".repeat(17e6)', '42', '"{\\"events\\":{}}"']) {
      const tab = await visit(
        '/unwatched/nonsense',
        page(`addEventListener('hushmap-probe-ask', (event) =>
          dispatchEvent(new CustomEvent(event.detail, { detail: ${detail} })), true);`),
      );
      expect(await bench.timeline(tab)).toBeNull();
      await tab.close();
    }
  });

  test('a page that listens for the question does not hear it where the probe is', async () => {
    const tab = await visit(
      '/watched/listens',
      page(`window.heard = 0; addEventListener('hushmap-probe-ask', () => heard++, true);`),
    );
    const timeline = await bench.timeline(tab);
    expect(timeline?.fromStart).toBe(true);
    expect(await tab.evaluate('heard')).toBe(0);
    await tab.close();
  });
});

test.describe('klaro, the real one', () => {
  const KLARO = readFileSync('node_modules/klaro/dist/klaro.js');
  const config = (purpose: string): string => `window.klaroConfig = {
    version: 1, elementID: 'klaro', storageMethod: 'cookie', cookieName: 'klaro', lang: 'en', mustConsent: false, acceptAll: true,
    translations: { en: { posthog: { title: 'PostHog', description: '${purpose}' }, purposes: { analytics: 'Analytics' } } },
    services: [{ name: 'posthog', purposes: ['analytics'], callback: (consent) => { if (consent) fetch('/s/?ip=1', { method: 'POST', body: 'x' }); } },
               { name: 'session', required: true, purposes: ['functional'] }] };`;
  const banner = (purpose: string, path: string) => {
    bench.serve('/klaro.js', { body: KLARO, type: 'text/javascript' });
    return visit(
      path,
      `<!doctype html><html lang="en"><head><script>${config(purpose)}</script><script defer src="/klaro.js"></script></head><body><h1>Parley</h1></body></html>`,
    );
  };

  test('accept: the click, the state before and after, and what it set off, in order', async () => {
    const tab = await banner('Session recordings to find defects', '/watched/klaro-accept');
    await tab
      .getByRole('button', { name: 'OK' })
      .or(tab.locator('.cm-btn-success'))
      .first()
      .click();
    await tab.waitForTimeout(300);
    const timeline = await bench.timeline(tab);
    expect(pick(timeline, 'choice')).toMatchObject([
      { choice: 'accept', by: 'click', trusted: true },
    ]);
    const klaro = pick(timeline, 'signal').filter(({ signal }) => signal === 'klaro');
    expect(klaro.map(({ states, note }) => ({ states, note }))).toEqual([
      { states: { posthog: 'unset' }, note: 'asking' },
      { states: { posthog: 'granted' }, note: 'saved' },
    ]);
    const banners = pick(timeline, 'banner');
    expect(banners[0]).toMatchObject({
      cmp: 'klaro',
      visible: true,
      namesRecording: true,
      lang: 'en',
      allPurposesRead: true,
    });
    expect(banners.at(-1)?.visible).toBe(false);
    const click = pick(timeline, 'choice')[0]?.t ?? Number.POSITIVE_INFINITY;
    const ingest = pick(timeline, 'request').find(
      ({ url, via }) => via === 'fetch' && url.includes('/s/'),
    );
    expect(ingest?.t).toBeGreaterThanOrEqual(click);
    await tab.context().clearCookies();
    await tab.close();
  });

  test('reject: a refusal, and a banner that names no recording', async () => {
    const tab = await banner('Statistics on visits', '/watched/klaro-reject');
    await tab.locator('.cn-decline').click();
    await tab.waitForTimeout(300);
    const timeline = await bench.timeline(tab);
    expect(pick(timeline, 'choice')).toMatchObject([
      { choice: 'reject', by: 'click', trusted: true },
    ]);
    const klaro = pick(timeline, 'signal').filter(({ signal }) => signal === 'klaro');
    expect(klaro.at(-1)).toMatchObject({ states: { posthog: 'denied' }, note: 'saved' });
    expect(pick(timeline, 'banner')[0]).toMatchObject({
      namesRecording: false,
      allPurposesRead: true,
    });

    await tab.reload();
    await tab.waitForTimeout(200);
    const again = await bench.timeline(tab);
    expect(pick(again, 'signal').filter(({ signal }) => signal === 'klaro')).toMatchObject([
      { states: { posthog: 'denied' }, note: 'stored' },
    ]);
    await tab.context().clearCookies();
    await tab.close();
  });

  test('a synthetic click is told from a person', async () => {
    const tab = await banner('Statistics', '/watched/klaro-synthetic');
    await tab.waitForSelector('.cn-decline');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.cn-decline')?.click());
    expect(pick(await bench.timeline(tab), 'choice')).toMatchObject([
      { choice: 'reject', trusted: false },
    ]);
    await tab.context().clearCookies();
    await tab.close();
  });
});

test('a banner that nobody knows is found by what it says, in a shadow root too', async () => {
  const box = (buttons: string) =>
    `<div style="position:fixed;bottom:0"><p>Wir verwenden Cookies, auch für Sitzungsaufzeichnungen.</p>${buttons}</div>`;
  const tab = await visit(
    '/watched/generic',
    `<!doctype html><html lang="de"><body><div id="host"></div><button>Alle akzeptieren</button><script>
      document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = \`${box('<button>Alle akzeptieren</button><button>Ablehnen</button>')}\`;
    </script></body></html>`,
  );
  await tab.waitForTimeout(400);
  // The button outside of any banner is no choice.
  await tab.getByRole('button', { name: 'Alle akzeptieren' }).click();
  const timeline = await bench.timeline(tab);
  expect(pick(timeline, 'banner')[0]).toMatchObject({
    cmp: 'generic',
    visible: true,
    namesRecording: true,
    lang: 'de',
  });
  expect(pick(timeline, 'choice')).toEqual([]);
  await tab.close();
});

test('the facts of a page come as JSON text from one expression', async () => {
  const source = await bundle('./entrypoints/recorder-facts', 'globalThis.__facts = entry.main();');
  const tab = await visit(
    '/watched/facts',
    page(
      `localStorage.setItem('k', '${SECRET}'); document.cookie = 'c=${SECRET}; path=/watched/facts'; window.rrweb = { record() {} };`,
      '<script src="/klaro.js?x=1#y"></script>',
    ),
  );
  await tab.addScriptTag({ content: source });
  const text: unknown = await tab.evaluate('globalThis.__facts');
  const facts = v.parse(PageFactsSchema, JSON.parse(String(text)));
  expect(facts.storageKeys).toContain('k');
  expect(facts.cookieNames).toContain('c');
  expect(facts.scripts).toContain(`${bench.origin}/klaro.js`);
  expect(Object.keys(facts.globals)).toContain('rrweb');
  expect(String(text)).not.toContain(SECRET);
  await tab.evaluate(() => localStorage.clear());
  await tab.close();
});
