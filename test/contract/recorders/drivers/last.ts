import type { Page } from 'playwright/test';
import type { RecordedEvent } from '../recording';

/** What a driver waits for: it is the last that happens on the page, so all has arrived once it has. */
export const LAST = 'the-contract-ends-here';

/** In CSS px; no fixture is shown that wide. */
const LAST_WIDTH = 1017;

/**
 * Resizes the page, for recorders of the rrweb family: they send that in order with all other events
 * and ask no selector about it. (A change of the page would not do: it is lost where an option's
 * selector is invalid.)
 */
export async function resizeOnceMore(page: Page): Promise<void> {
  await page.evaluate(`window.resizedOnceMore = new Promise((resolve) => {
    addEventListener('resize', () => setTimeout(resolve, 0), { once: true });
  }); 0`);
  await page.setViewportSize({ width: LAST_WIDTH, height: 717 });
  await page.evaluate('window.resizedOnceMore');
}

export const holdsLastResize = (events: readonly RecordedEvent[]): boolean =>
  events.some(({ data }) => data.source === VIEWPORT_RESIZE && data.width === LAST_WIDTH);

/** rrweb's `IncrementalSource`. */
const VIEWPORT_RESIZE = 4;
