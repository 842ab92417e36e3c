import type { Browser } from 'playwright';
import type { Vantage } from '../../protocol/walk/walk';
import { contextOptions } from './context-options';
import type { WalkRequest } from './options';

/** Where a walk is made from: what was asked for, and what the browser is set to where nothing was. */
export async function vantageOf(browser: Browser, request: WalkRequest): Promise<Vantage> {
  const context = await browser.newContext(contextOptions(request, { gpc: false }));
  try {
    const page = await context.newPage();
    const { locale, timezone } = await page.evaluate(() => ({
      locale: navigator.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }));
    return {
      driver: 'cli',
      browser: 'Chromium',
      version: browser.version().slice(0, 40),
      country: request.country,
      proxy: request.proxy !== null,
      locale: locale.slice(0, 35),
      timezone: timezone.slice(0, 60),
      viewport: { ...request.page.viewport },
      waits: { ...request.waits },
      ...(request.page.storageState === null ? {} : { limits: ['storage-state'] }),
    };
  } finally {
    await context.close();
  }
}
