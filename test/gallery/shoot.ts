import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { violations } from './axe';
import { SCREENS, THEMES } from './screen-list';
import { openScreen, serveGallery } from './serve';

/**
 * `npx tsx test/gallery/shoot.ts OUTDIR [part of a name]`: a picture of every screen in light and
 * dark, with what axe-core finds and what the console says. Exits 1 where either says anything.
 */
const [outDir = 'test-output/gallery', wanted = ''] = process.argv.slice(2);
await mkdir(outDir, { recursive: true });
const gallery = await serveGallery();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const page = await browser.newPage();
const said: string[] = [];
page.on('console', (entry) => {
  if (entry.type() === 'error' || entry.type() === 'warning') said.push(entry.text());
});
page.on('pageerror', (error) => said.push(String(error)));

let pictures = 0;
let troubles = 0;
for (const screen of SCREENS.filter(({ name }) => name.includes(wanted))) {
  for (const theme of THEMES) {
    said.length = 0;
    await openScreen(page, gallery.url, screen, theme);
    const file = `${screen.name.replaceAll(/[/@]/g, '-')}-${theme}.png`;
    await page.screenshot({ path: join(outDir, file) });
    pictures++;
    for (const trouble of [...(await violations(page)), ...said]) {
      troubles++;
      console.log(`${screen.name} ${theme}: ${trouble}`);
    }
  }
}
await browser.close();
await gallery.close();
console.log(`${pictures} pictures in ${outDir}, ${troubles} troubles`);
process.exitCode = troubles === 0 && pictures > 0 ? 0 : 1;
