import type { Browser, Page } from 'playwright';
import { bundleForPage } from './bundle';

export interface PlainPage {
  readonly html?: string;
  readonly headers?: Record<string, string>;
  readonly dpr?: number;
  readonly width?: number;
  readonly height?: number;
}

const TALL = '<div style="height:6000px"></div>';

/** A page of our own with the overlay's test script in it, and nothing on the network. */
export async function openPage(browser: Browser, plain: PlainPage = {}): Promise<Page> {
  const { html = TALL, headers = {}, dpr = 1, width = 1280, height = 800 } = plain;
  const context = await browser.newContext({
    deviceScaleFactor: dpr,
    viewport: { width, height },
  });
  await context.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers,
      body: `<!doctype html><meta charset="utf-8"><title>Plain</title><body style="margin:0">${html}`,
    }),
  );
  const page = await context.newPage();
  await page.addInitScript({ content: await bundleForPage('page-side.ts') });
  await page.goto('https://overlay.test/');
  return page;
}

/** Two frames: what was asked for has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resume) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resume())),
      ),
  );
}

/** Waits until the overlay has drawn the cells that lie near the viewport. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => window.overlayTest.canvases().length > 0);
  await page.waitForTimeout(60);
  await settled(page);
}
