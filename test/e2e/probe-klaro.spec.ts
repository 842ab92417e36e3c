import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import { pick, useProbe } from './probe-visit';

const { bench, visit, told } = useProbe();

type Told = Parameters<typeof pick>[0];

const klaroOf = (timeline: Told) =>
  pick(timeline, 'signal').filter(({ signal }) => signal === 'klaro');

/** The choice is kept, and the banner gone. */
const isOver = (timeline: Told): boolean =>
  klaroOf(timeline).at(-1)?.note === 'saved' && pick(timeline, 'banner').at(-1)?.visible === false;

test.describe('klaro, the real one', () => {
  const KLARO = readFileSync('node_modules/klaro/dist/klaro.js');
  const config = (purpose: string): string => `window.klaroConfig = {
    version: 1, elementID: 'klaro', storageMethod: 'cookie', cookieName: 'klaro', lang: 'en', mustConsent: false, acceptAll: true,
    translations: { en: { posthog: { title: 'PostHog', description: '${purpose}' }, purposes: { analytics: 'Analytics' } } },
    services: [{ name: 'posthog', purposes: ['analytics'], callback: (consent) => { if (consent) fetch('/s/?ip=1', { method: 'POST', body: 'x' }); } },
               { name: 'session', required: true, purposes: ['functional'] }] };`;
  const banner = (purpose: string, path: string) => {
    bench().serve('/klaro.js', { body: KLARO, type: 'text/javascript' });
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
    const timeline = await told(tab, isOver, 'The choice');
    expect(pick(timeline, 'choice')).toMatchObject([
      { choice: 'accept', by: 'click', trusted: true },
    ]);
    const klaro = klaroOf(timeline);
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
    const timeline = await told(tab, isOver, 'The choice');
    expect(pick(timeline, 'choice')).toMatchObject([
      { choice: 'reject', by: 'click', trusted: true },
    ]);
    const klaro = klaroOf(timeline);
    expect(klaro.at(-1)).toMatchObject({ states: { posthog: 'denied' }, note: 'saved' });
    expect(pick(timeline, 'banner')[0]).toMatchObject({
      namesRecording: false,
      allPurposesRead: true,
    });

    await tab.reload();
    const again = await told(tab, (now) => klaroOf(now).length > 0, 'What is stored');
    expect(klaroOf(again)).toMatchObject([{ states: { posthog: 'denied' }, note: 'stored' }]);
    await tab.context().clearCookies();
    await tab.close();
  });

  test('a synthetic click is told from a person', async () => {
    const tab = await banner('Statistics', '/watched/klaro-synthetic');
    await tab.waitForSelector('.cn-decline');
    await tab.evaluate(() => document.querySelector<HTMLElement>('.cn-decline')?.click());
    expect(pick(await bench().timeline(tab), 'choice')).toMatchObject([
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
  const timeline = await bench().timeline(tab);
  expect(pick(timeline, 'banner')[0]).toMatchObject({
    cmp: 'generic',
    visible: true,
    namesRecording: true,
    lang: 'de',
  });
  expect(pick(timeline, 'choice')).toEqual([]);
  await tab.close();
});
