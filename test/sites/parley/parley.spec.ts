import { expect, type Frame, type Page, test } from 'playwright/test';
import {
  expected,
  PAGES,
  type Planted,
  pathOf,
  plantedIn,
  VARIANTS,
  type Variant,
} from './expected';
import { siteLayout } from './heat-plan';
import { VIEWPORTS } from './heat-targets';
import { measurePage, openForMeasuring } from './measure';
import { readChannel } from './read-channel';
import { decodedText, everythingSentFor } from './recorded';
import { type Parley, startParley, TOKENS } from './server';

let parley: Parley;

test.beforeAll(async () => {
  parley = await startParley({ heat: false });
});
test.afterAll(() => parley.close());
test.beforeEach(() => parley.posthog.reset());

for (const variant of VARIANTS) {
  for (const path of PAGES) {
    test(`posthog-js takes from ${variant} ${path} what expected.json says`, async ({ page }) => {
      const planted = plantedIn(variant).filter((entry) => entry.page === path);
      await open(page, variant, pathOf(path, variant));
      await enterValues(page, planted);
      await expectOnPage(page, planted);
      await expectRemoved(page, variant, path);
      await flush(page, variant);

      const sent = decodedText(parley.recording(variant));
      for (const entry of planted) {
        if (!entry.grep) {
          const values = everythingSentFor(parley.recording(variant), entry.selector.slice(1));
          expect(values.length, `${entry.id}: its node was recorded`).toBeGreaterThan(0);
          expect(values.join(''), entry.id).toMatch(/^\**$/);
          continue;
        }
        for (const value of entry.values) {
          const isPlain = entry.capture === 'plain';
          expect(sent.includes(value), `${entry.id}: "${value}" is ${entry.capture}`).toBe(isPlain);
          if (entry.capture === 'masked') expectStars(sent, entry, value);
        }
      }
    });
  }
}

test('decoys are on the pages that they are listed for', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(parley.origin + pathOf(path, 'default'));
    await settled(page);
    for (const decoy of expected.decoys.filter((entry) => entry.page === path)) {
      const shown = await readChannel(page.mainFrame(), decoy);
      for (const value of decoy.values) {
        expect(
          shown.some((text) => text.includes(value)),
          `${decoy.selector}: ${value}`,
        ).toBe(true);
      }
    }
  }
});

test('as planted, recording starts before a choice and goes on after a "no"', async ({ page }) => {
  await page.goto(parley.origin);
  await expect(page.locator('.cookie-notice')).toBeVisible();
  await actUntilRecorded(page, 'default');
  await flush(page, 'default');
  expect(await page.locator('.cookie-notice').innerText()).not.toMatch(/record|replay|heatmap/i);
  await page.getByRole('button', { name: 'Decline' }).click();
  await flush(page, 'default');
});

test('mended, nothing of PostHog is asked for before a "yes" or after a "no"', async ({ page }) => {
  const toPostHog: string[] = [];
  page.on('request', (request) => {
    if (/posthog|:\d+\/(?:s|e|flags|array)\//.test(request.url())) toPostHog.push(request.url());
  });
  await page.goto(`${parley.origin}/clean/`);
  const notice = page.locator('.cookie-notice');
  await expect(notice).toContainText('record sessions and draw heatmaps');
  await settled(page);
  expect(toPostHog).toEqual([]);
  await page.getByRole('button', { name: 'Decline' }).click();
  await page.goto(`${parley.origin}/clean/pricing`);
  await expect(page.locator('main[data-view=pricing]')).toBeVisible();
  await settled(page);
  expect(toPostHog).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('mended, a "no" after a "yes" stops the recording', async ({ page }) => {
  await open(page, 'clean', '/clean/');
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  const modal = page.locator('.cookie-modal');
  await modal.getByText('Session recording and heatmaps').first().click();
  await modal.getByRole('button', { name: 'Save my choice' }).click();
  // What was under way may still arrive; what happens from here on must not.
  await page.waitForTimeout(500);
  const token = await leaveMark(page);
  await page.waitForTimeout(4000);
  expect(decodedText(parley.recording('clean'))).not.toContain(token);
});

test('links change the page without loading it anew, and the way back leads back', async ({
  page,
}) => {
  await page.goto(parley.origin);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator('#see-pricing').click();
  await expect(page).toHaveURL(`${parley.origin}/pricing`);
  await expect(page).toHaveTitle('Pricing: Parley');
  await page.goBack();
  await expect(page.locator('#cta')).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('the pages fit every width from 320 px on', async ({ page }) => {
  for (const width of [320, ...VIEWPORTS.map((viewport) => viewport.width)]) {
    await page.setViewportSize({ width, height: 700 });
    for (const path of PAGES) {
      await page.goto(parley.origin + path);
      const [page_, view] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(page_, `${path} at ${width}`).toBeLessThanOrEqual(view ?? 0);
    }
  }
});

test('clicks were generated where the elements are', async ({ page }) => {
  const known = siteLayout();
  for (const path of PAGES) {
    for (const { width, height } of VIEWPORTS) {
      if (path !== '/' && width !== 1280) continue;
      await page.setViewportSize({ width, height });
      await openForMeasuring(page, parley.origin + path);
      const { boxes } = await measurePage(page, path);
      const written = known[path]?.[width]?.boxes ?? {};
      expect(Object.keys(boxes), `${path} at ${width}`).toEqual(Object.keys(written));
      for (const [selector, box] of Object.entries(boxes)) {
        box.forEach((side, i) => {
          const off = Math.abs(side - (written[selector]?.[i] ?? Number.NaN));
          // Half of the grid that positions are stored in.
          expect(off, `${path} at ${width}: ${selector}[${i}]`).toBeLessThanOrEqual(8);
        });
      }
    }
  }
});

/** Loads a page that is being recorded: mended, that takes a "yes" in the banner. */
async function open(page: Page, variant: Variant, path: string): Promise<void> {
  await page.goto(parley.origin + path);
  if (variant === 'clean') await page.getByRole('button', { name: 'Accept' }).click();
  await settled(page);
  await actUntilRecorded(page, variant);
}

/**
 * posthog-js records from the start, and uploads nothing before the visitor has done something. On
 * a slow machine it may come after the first of these and hear nothing of them.
 */
async function actUntilRecorded(page: Page, variant: Variant): Promise<void> {
  await expect
    .poll(async () => {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 240);
      await page.mouse.wheel(0, -240);
      return parley.recording(variant).some(({ type }) => type === 2);
    })
    .toBe(true);
}

/** Late content and the cards with a shadow root are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  if ((await page.locator('[data-late]').count()) > 0) await page.waitForSelector('.late-thread');
}

async function enterValues(page: Page, planted: readonly Planted[]): Promise<void> {
  for (const { selector, put, values } of planted) {
    const value = values[0] ?? '';
    const name = value;
    if (put === 'file') {
      await page
        .locator(selector)
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
    } else if (put === 'type') {
      const isInDialog = (await page.locator(`dialog ${selector}`).count()) > 0;
      if (isInDialog && !(await page.locator('#ask').isVisible()))
        await page.locator('.ask').click();
      await page.locator(selector).fill(value);
    }
  }
}

async function expectOnPage(page: Page, planted: readonly Planted[]): Promise<void> {
  for (const entry of planted) {
    const frame = entry.frame === '' ? page.mainFrame() : await childFrame(page, entry.frame);
    const shown = await readChannel(frame, entry);
    for (const value of entry.values) {
      const isThere = shown.some((text) => text.includes(value));
      expect(isThere, `${entry.id} is on the page: ${shown.join(' | ')}`).toBe(true);
    }
  }
}

async function childFrame(page: Page, selector: string): Promise<Frame> {
  const handle = await page.locator(selector).elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`${selector} is no frame.`);
  return frame;
}

async function expectRemoved(page: Page, variant: Variant, path: string): Promise<void> {
  if (variant !== 'clean') return;
  const markup = await page.content();
  for (const { id, clean, values } of expected.values.filter((entry) => entry.page === path)) {
    if (clean !== 'removed') continue;
    for (const value of values) expect(markup, id).not.toContain(value);
  }
}

/** PostHog's copy of rrweb writes a star for each character: of text, for those that are no space. */
function expectStars(sent: string, entry: Planted, value: string): void {
  const stars = entry.channel === 'text' ? value.replace(/\S/g, '*') : '*'.repeat(value.length);
  expect(sent, `${entry.id}: stars in its place`).toContain(stars);
}

let marks = 0;

/** Changes the page in a way that the recording shows. */
async function leaveMark(page: Page): Promise<string> {
  const token = `mark-${++marks}-of-${TOKENS.default}`;
  await page.evaluate((text) => {
    const note = document.createElement('i');
    note.hidden = true;
    note.textContent = text;
    document.body.append(note);
  }, token);
  return token;
}

/** Waits until all that happened so far has been sent. */
async function flush(page: Page, variant: Variant): Promise<void> {
  const token = await leaveMark(page);
  await expect.poll(() => decodedText(parley.recording(variant)).includes(token)).toBe(true);
}
