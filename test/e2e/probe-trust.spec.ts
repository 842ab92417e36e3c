import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { PageFactsSchema } from '../../lib/protocol/audit';
import { bundle } from './probe-bench';
import { page, SECRET, useProbe } from './probe-visit';

const { bench, visit } = useProbe();

test.describe('trust', () => {
  test('no probe: the relay has nothing to tell', async () => {
    const tab = await visit('/unwatched/none', page(''));
    expect(await bench().timeline(tab)).toBeNull();
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
    expect((await bench().timeline(tab))?.fromStart).toBe(false);
    await tab.close();
  });

  test('a document that was opened anew was not watched whole, whatever it answers then', async () => {
    const tab = await visit('/watched/anew', page(''));
    expect((await bench().timeline(tab))?.fromStart).toBe(true);
    await tab.evaluate(() => {
      document.open();
      document.write(`<script>
        addEventListener('hushmap-probe-ask', (event) => dispatchEvent(new CustomEvent(event.detail, { detail: JSON.stringify({
          startedAt: 0, fromStart: true, dropped: 0, tcfCmpId: 0, panelText: '', events: [] }) })), true);
      </script>`);
      document.close();
    });
    expect((await bench().timeline(tab))?.fromStart ?? false).toBe(false);
    await tab.close();
  });

  test('nonsense and oversized answers are nothing', async () => {
    for (const detail of ['"{"', '"x".repeat(17e6)', '42', '"{\\"events\\":{}}"']) {
      const tab = await visit(
        '/unwatched/nonsense',
        page(`addEventListener('hushmap-probe-ask', (event) =>
          dispatchEvent(new CustomEvent(event.detail, { detail: ${detail} })), true);`),
      );
      expect(await bench().timeline(tab)).toBeNull();
      await tab.close();
    }
  });

  test('a page that listens for the question does not hear it where the probe is', async () => {
    const tab = await visit(
      '/watched/listens',
      page(`window.heard = 0; addEventListener('hushmap-probe-ask', () => heard++, true);`),
    );
    const timeline = await bench().timeline(tab);
    expect(timeline?.fromStart).toBe(true);
    expect(await tab.evaluate('heard')).toBe(0);
    await tab.close();
  });
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
  expect(facts.scripts).toContain(`${bench().origin}/klaro.js`);
  expect(Object.keys(facts.globals)).toContain('rrweb');
  expect(String(text)).not.toContain(SECRET);
  await tab.evaluate(() => localStorage.clear());
  await tab.close();
});
