import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { page, pick, SECRET, useProbe } from './probe-visit';

const { bench, visit } = useProbe();

/** Stubs with the form that each platform documents; nobody has decided yet. */
const PLATFORMS = `
  window.decided = false;
  window.OnetrustActiveGroups = ',C0001,';
  window.OneTrust = { IsAlertBoxClosed: () => decided };
  window.Cookiebot = { consent: { preferences: false, statistics: false, marketing: false }, get hasResponse() { throw new Error('getter'); } };
  window.Didomi = { getCurrentUserStatus: () => ({ user_id: '${SECRET}', purposes: { ads: { enabled: decided } } }), shouldUserStatusBeCollected: () => !decided };
  window.UC_UI = { isInitialized: () => true, getServicesBaseInfo: () => [{ name: 'Ads', consent: { status: decided, history: [{ type: decided ? 'explicit' : 'implicit' }] } }] };
  window.Shopify = { customerPrivacy: { currentVisitorConsent: () => ({ marketing: decided ? 'yes' : '' }), marketingAllowed: () => true } };
  window.uetq = ['consent', 'default', { ad_storage: 'denied' }];
  window.__gpp = (command, hear) => command === 'ping' && hear({ signalStatus: 'ready', gppString: '${SECRET}', parsedSections: { usca: { SaleOptOut: 2 } } }, true);
  window.consentManagerConfig = { implyConsentOnInteraction: true, writeKey: '${SECRET}' };
  window.dataLayer = [];
  function gtag() { dataLayer.push(arguments); }
  gtag('config', 'G-1', { user_id: 'alice@acme.test' });
  gtag('consent', 'default', { ad_storage: 'denied' });
`;

test('reads every platform, before and after a decision', async () => {
  const tab = await visit('/watched/platforms', page(PLATFORMS));
  await tab.waitForTimeout(100);
  const asked = await bench().timeline(tab);
  const last = (timeline: typeof asked, name: string) =>
    pick(timeline, 'signal').findLast(({ signal }) => signal === name);
  for (const name of ['onetrust', 'cookiebot', 'didomi', 'usercentrics', 'shopify', 'segment']) {
    expect(last(asked, name), name).toMatchObject({ note: 'asking' });
    expect(Object.values(last(asked, name)?.states ?? {}), name).not.toContain('denied');
  }
  expect(last(asked, 'uet')).toMatchObject({ states: { ad_storage: 'denied' }, note: 'default' });
  expect(last(asked, 'gpp')).toMatchObject({ states: { 'usca SaleOptOut': 'granted' } });
  expect(last(asked, 'segment')?.details).toEqual({ implyConsentOnInteraction: true });
  expect(last(asked, 'consent-mode')?.details).toEqual({ setLate: true });
  expect(pick(asked, 'call')).toMatchObject([
    { what: 'identify', detail: 'email-as-id', by: 'gtag.config' },
  ]);

  await tab.evaluate(() => Object.assign(window, { decided: true }));
  const saved = await bench().timeline(tab);
  for (const name of ['onetrust', 'didomi', 'usercentrics', 'shopify']) {
    expect(last(saved, name), name).toMatchObject({ note: 'saved' });
  }
  expect(JSON.stringify(saved)).not.toContain(SECRET);
  expect(JSON.stringify(saved)).not.toContain('alice@');
  await tab.close();
});

test('a page whose every global throws is neither harmed nor believed', async () => {
  const errors: string[] = [];
  const names = `__tcfapi __gpp __ucCmp Shopify OneTrust OnetrustActiveGroups Cookiebot CookieConsent
    Didomi UC_UI tarteaucitron uetq clarity consentManagerConfig analytics dataLayer google_tag_data
    posthog mixpanel amplitude FS LogRocket hj heap Sentry DD_RUM pendo klaro`;
  const url = bench().serve(
    '/watched/hostile-signals',
    page(`
      const boom = () => { throw new Error('boom'); };
      const trap = new Proxy(function () {}, new Proxy({}, { get: () => boom }));
      const names = \`${names}\`.split(/\\s+/);
      for (const [i, name] of names.entries()) {
        if (i % 2) Object.defineProperty(window, name, { get: boom, configurable: true });
        else window[name] = trap;
      }
      const many = {};
      for (let i = 0; i < 100000; i++) many['p' + i] = true;
      Object.defineProperty(window, 'OnetrustActiveGroups', { value: ',C0001,'.repeat(100000) });
      Object.defineProperty(window, 'Didomi', { value: { getCurrentUserStatus: () => ({ purposes: many }), shouldConsentBeCollected: () => false } });
      Object.defineProperty(window, 'uetq', { value: new Proxy([], { get: (_, name) => (name === 'length' ? 1e9 : undefined) }) });
      Error.prepareStackTrace = () => { document.title = 'ran'; return '${SECRET}'; };
      Error.stackTraceLimit = 0;
      const canvas = document.createElement('canvas');
      canvas.getContext('2d').fillText('x', 1, 1);
      canvas.toDataURL();
      window.done = true;
    `),
  );
  const tab = await bench().context.newPage();
  tab.on('pageerror', (error) => errors.push(String(error)));
  await tab.goto(url);
  await tab.waitForTimeout(100);
  const timeline = await bench().timeline(tab);
  expect(timeline?.fromStart).toBe(true);
  expect(await tab.evaluate('window.done')).toBe(true);
  expect(await tab.title()).toBe('t');
  expect(errors).toEqual([]);
  expect(pick(timeline, 'call')).toMatchObject([{ detail: 'canvas', by: url }]);
  expect(JSON.stringify(timeline)).not.toContain(SECRET);
  await tab.close();
});

test('notes once for each script what it reads to tell browsers apart', async () => {
  bench().serve('/recorder.js', {
    type: 'text/javascript',
    body: `window.shoot = () => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      context.fillText('Cwm fjordbank glyphs', 2, 15);
      for (let i = 0; i < 100; i++) canvas.toDataURL();
      context.getImageData(0, 0, 100, 100);
      for (let i = 0; i < 60; i++) { context.font = '12px "Font ' + i + '"'; context.measureText('m'); }
      document.createElement('canvas').getContext('webgl')?.getParameter(0x9246);
      const audio = new OfflineAudioContext(1, 5000, 44100);
      audio.createOscillator().connect(audio.createDynamicsCompressor());
      return audio.startRendering();
    };`,
  });
  const tab = await visit(
    '/watched/fingerprint',
    page(
      `const small = document.createElement('canvas');
       small.width = small.height = 16;
       small.getContext('2d').fillText('x', 1, 1);
       small.toDataURL();
       const drawing = document.createElement('canvas');
       drawing.getContext('2d').fillRect(0, 0, 9, 9);
       drawing.toDataURL();`,
      `<script src="/recorder.js?key=${SECRET}"></script><script>shoot()</script>`,
    ),
  );
  await tab.waitForTimeout(100);
  const timeline = await bench().timeline(tab);
  const calls = pick(timeline, 'call').map(({ detail, by }) => [detail, by]);
  const by = `${bench().origin}/recorder.js?key`;
  expect(calls).toEqual(
    expect.arrayContaining([
      ['canvas', by],
      ['fonts', by],
      ['audio', by],
    ]),
  );
  expect(new Set(calls.map(String)).size).toBe(calls.length);
  expect(JSON.stringify(timeline)).not.toContain(SECRET);
  await tab.close();
});

test('caches and service workers are kept things too', async () => {
  bench().serve('/watched/sw.js', { body: '', type: 'text/javascript' });
  const tab = await visit('/watched/caches', page(''));
  await tab.evaluate(async () => {
    await caches.open('pages-v1');
    await navigator.serviceWorker.register('/watched/sw.js?x=1');
  });
  const kept = async () =>
    pick(await bench().timeline(tab), 'storage').map(
      ({ area, name, action }) => `${action} ${area} ${name}`,
    );
  const both = (action: string) =>
    expect.arrayContaining([`${action} cache pages-v1`, `${action} serviceWorker /watched/sw.js`]);
  await expect.poll(kept).toEqual(both('set'));
  await tab.reload();
  await expect.poll(kept).toEqual(both('present'));
  await tab.evaluate(async () => {
    await caches.delete('pages-v1');
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  });
  await tab.close();
});

test('vanilla-cookieconsent, the real one: asked, refused, and stored', async () => {
  const path = 'node_modules/vanilla-cookieconsent/dist/cookieconsent.umd.js';
  bench().serve('/vanilla.js', { body: readFileSync(path), type: 'text/javascript' });
  const run = `CookieConsent.run({ hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
    language: { default: 'en', translations: { en: { consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' }, preferencesModal: { sections: [] } } } } });`;
  const tab = await visit(
    '/watched/vanilla',
    page('', `<script src="/vanilla.js"></script><script>${run}</script>`),
  );
  await tab.getByRole('button', { name: 'Reject all' }).click();
  const notes = async () =>
    pick(await bench().timeline(tab), 'signal')
      .filter(({ signal }) => signal === 'vanilla-cookieconsent')
      .map(({ states, note }) => ({ states, note }));
  await expect.poll(notes).toEqual([
    { states: {}, note: 'asking' },
    { states: { analytics: 'denied' }, note: 'saved' },
  ]);
  await tab.reload();
  await expect.poll(notes).toEqual([{ states: { analytics: 'denied' }, note: 'stored' }]);
  await tab.context().clearCookies();
  await tab.close();
});
