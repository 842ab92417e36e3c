import { expect, test } from 'playwright/test';
import { drawn, openPage } from '../overlay/open-page';

const HEAT = {
  cells: [{ x: 200, y: 120, size: 16, count: 400, people: 90, fixed: false }],
  settings: { ranks: true, hover: true },
  sample: true,
};

const HTML = `<button style="position:absolute;left:100px;top:80px;width:200px;height:80px">Buy</button>
  <div id="own"></div><script>
    document.querySelector('#own').attachShadow({ mode: 'closed' }).innerHTML = '<p>Closed words</p>';
  </script>`;

test('a page cannot find the numbers that the overlay says on it', async ({ browser }) => {
  const page = await openPage(browser, { html: HTML });
  await page.evaluate((heat) => window.overlayTest.start(heat), HEAT);
  await drawn(page);
  await page.mouse.move(190, 110);
  await page.mouse.move(200, 120);
  const said = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(window.overlayTest.root ?? document, 4);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
      return texts.filter((text) => text.trim() !== '');
    });
  await expect.poll(said).toContain('Sample data');
  // The rank and its share, and the tip beside the pointer.
  await expect
    .poll(async () => (await said()).filter((text) => /[0-9]/.test(text)).length)
    .toBeGreaterThan(1);
  // The element's name is the page's own word.
  const texts = (await said()).filter((text) => text !== 'Buy');

  const found = await page.evaluate(
    (tried) => {
      // Not in the DOM's types; https://developer.mozilla.org/docs/Web/API/Window/find
      const find: unknown = Reflect.get(window, 'find');
      return tried.filter((text) => {
        getSelection()?.removeAllRanges();
        return typeof find === 'function' && find.call(window, text, false, false, true);
      });
    },
    [...texts, 'Closed words', 'Buy'],
  );
  // It does look into closed roots: the page's own is found.
  expect(found).toEqual(['Closed words', 'Buy']);

  const selected = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.documentElement);
    const all = String(getSelection());
    document.execCommand('selectAll');
    return all + String(getSelection());
  });
  for (const text of texts) expect(selected).not.toContain(text);
  await page.context().close();
});
