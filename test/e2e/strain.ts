import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { ExtensionBrowser } from '../run/extension';

/** What a piece of work costs a page: its longest wait, and the growth of its renderers' memory. */
export interface Strain {
  /** Longest time between two of the page's own tasks, in milliseconds. */
  readonly gap: number;
  /** Most memory of any renderer above what it had before, in megabytes; null: can't be measured here. */
  readonly growth: number | null;
}

export async function strainOf(
  { context }: ExtensionBrowser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Strain> {
  const renderers = await rendererIds(context.browser());
  const before = new Map(renderers.map((id) => [id, memoryOf(id, true)]));
  await page.evaluate(startHeartbeat);
  await work();
  const gap = await page.evaluate(() => Number(Reflect.get(globalThis, 'heartGap')));
  const grown = [...before].flatMap(([id, had]) => {
    const most = memoryOf(id, false);
    return had === null || most === null ? [] : [most - had];
  });
  return { gap, growth: grown.length === 0 ? null : Math.max(...grown) };
}

function startHeartbeat(): void {
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  Reflect.set(globalThis, 'heartGap', 0);
  port1.onmessage = () => {
    const now = performance.now();
    const longest = Math.max(Number(Reflect.get(globalThis, 'heartGap')), now - last);
    Reflect.set(globalThis, 'heartGap', longest);
    last = now;
    setTimeout(() => port2.postMessage(null), 5);
  };
  port2.postMessage(null);
}

async function rendererIds(browser: ReturnType<ExtensionBrowser['context']['browser']>) {
  if (browser === null || process.platform !== 'linux') return [];
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Megabytes that a process has now (and counts from anew), or the most that it had since. */
function memoryOf(id: number, anew: boolean): number | null {
  try {
    if (anew) writeFileSync(`/proc/${id}/clear_refs`, '5');
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const found = (anew ? /VmRSS:\s+(\d+)/ : /VmHWM:\s+(\d+)/).exec(status);
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    // It has ended, or this system keeps no such book.
    return null;
  }
}
