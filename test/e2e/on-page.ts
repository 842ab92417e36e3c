import type { Page } from 'playwright';
import { waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';

/** Words that stand over the page, and where, CSS px of the viewport. */
export interface Words {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** What the overlay says, as its own world sees it: the page cannot. */
export async function wordsOn(hushmap: ExtensionBrowser, tab: Page): Promise<Words[]> {
  const tabId = await hushmap.tabId(tab);
  return hushmap.worker.evaluate(async (id) => {
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = [...document.querySelectorAll('html > [popover]')].at(-1);
        const root = host instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(host) : null;
        return [...(root?.querySelectorAll('div') ?? [])]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }))
          .filter(({ childElementCount, innerText }) => childElementCount === 0 && innerText !== '')
          .map((each) => {
            const { left, right, top } = each.getBoundingClientRect();
            return { text: each.innerText, left, right, top };
          });
      },
    });
    return frame?.result ?? [];
  }, tabId);
}

/** The same as one text. */
export const tips = async (hushmap: ExtensionBrowser, tab: Page): Promise<string> =>
  (await wordsOn(hushmap, tab)).map(({ text }) => text).join('\n');

/** What is said where the pointer is: it moves each time, since one that rests tells nothing. */
export async function tipsAt(
  hushmap: ExtensionBrowser,
  tab: Page,
  x: number,
  y: number,
): Promise<string> {
  await tab.mouse.move(x + 2, y + 2);
  await tab.mouse.move(x, y);
  return tips(hushmap, tab);
}

export interface Slider {
  readonly role: string;
  readonly name: string;
  readonly value: number;
  focus(): Promise<void>;
}

/** The handle as assistive technology finds it: it stands in a closed shadow root. */
export async function sliderOf(tab: Page): Promise<Slider> {
  const session = await tab.context().newCDPSession(tab);
  const read = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.find(({ role }) => role?.value === 'slider');
  };
  const node = await waitFor(read, (found) => found !== undefined, 'A slider');
  return {
    role: String(node?.role?.value),
    name: String(node?.name?.value),
    value: Number(node?.value?.value),
    focus: async () => {
      await session.send('DOM.focus', { backendNodeId: node?.backendDOMNodeId ?? 0 });
    },
  };
}
