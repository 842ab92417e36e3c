import type { Page } from 'playwright';
import type { ExtensionBrowser } from '../run/extension';

/** The words that the overlay shows, as its own world sees them: the page cannot. */
export async function tips(hushmap: ExtensionBrowser, tab: Page): Promise<string> {
  const tabId = await hushmap.tabId(tab);
  return hushmap.worker.evaluate(async (id) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = [...document.querySelectorAll('html > [popover]')].at(-1);
        const root = host instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(host) : null;
        const shown = [...(root?.querySelectorAll('div') ?? [])].filter((each) =>
          each.checkVisibility({ visibilityProperty: true }),
        );
        return shown.map(({ innerText }) => innerText).join('\n');
      },
    });
    return String(frame?.result ?? '');
  }, tabId);
}
