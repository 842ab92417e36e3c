import { browser } from 'wxt/browser';
import { patternOf } from './grants';

const PREFIX = 'probe:';

/**
 * Has the probe start with every document of this origin, before the page's own scripts, until it
 * is taken away again. Never kept over a restart: an audit that nobody runs leaves nothing behind.
 */
export async function registerProbe(url: string): Promise<void> {
  const id = PREFIX + patternOf(url);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered.length > 0) return;
  await browser.scripting.registerContentScripts([
    {
      id,
      matches: [patternOf(url)],
      js: ['content-scripts/probe.js'],
      world: 'MAIN',
      runAt: 'document_start',
      allFrames: true,
      persistAcrossSessions: false,
    },
  ]);
}

export async function unregisterProbe(url: string): Promise<void> {
  const id = PREFIX + patternOf(url);
  // It may be gone already; then all is as it should be.
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
}
