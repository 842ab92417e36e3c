import { expect, test } from 'playwright/test';
import { waitFor } from '../run/drive';
import { page, pick, SECRET, useProbe } from './probe-visit';

const { bench, visit, told } = useProbe();

type Asked = Parameters<typeof pick>[0];

/** Whether a request to such an address is known; a picture's is when its answer has come. */
const hasAsked = (timeline: Asked, path: string): boolean =>
  pick(timeline, 'request').some(({ url }) => url.includes(path));

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
    const timeline = await told(tab, (now) => hasAsked(now, '/collect/g'), 'The picture');
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
    const timeline = await told(tab, (now) => hasAsked(now, '/collect/object'), 'The object');
    const calls = pick(timeline, 'request').filter(({ via }) => via === 'fetch');
    expect(calls.map(({ url }) => url)).toEqual([
      `${bench().origin}/collect/relative?q`,
      `${bench().origin}/collect/users/‹email›`,
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
    const timeline = await bench().timeline(tab);
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
    const inFrame = await waitFor(
      () => bench().frames(tab),
      (all) => all.some((one) => hasAsked(one, '/collect/in-frame')),
      'The request of the frame',
    );
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
    const stored = pick(await bench().timeline(tab), 'storage').map(
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
    const hasFresh = async () =>
      (await bench().frames(tab)).some((one) => hasAsked(one, '/collect/fresh'));
    await expect.poll(hasFresh).toBe(true);
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
    const hears = ({ signal }: { signal: string }) => signal === 'tcf';
    await told(tab, (now) => pick(now, 'signal').some(hears), 'TCF');
    await tab.evaluate('decide()');
    const timeline = await bench().timeline(tab);
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
    const timeline = await bench().timeline(tab);
    expect(timeline?.events.length).toBeLessThanOrEqual(5_000);
    expect(timeline?.dropped).toBe(5_000);
    // What happens rarely has a place of its own.
    expect(pick(timeline, 'signal').map(({ note }) => note)).toContain('default');
    await tab.close();
  });
});
