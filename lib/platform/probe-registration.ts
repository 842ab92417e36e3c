import { browser } from 'wxt/browser';
import { patternOf } from './grants';

/**
 * Has the probe and its relay start with every document of this origin, before the page's own
 * scripts, until they are taken away again. Never kept over a restart: an audit that nobody runs
 * leaves nothing behind.
 */
export async function registerProbe(url: string): Promise<void> {
  const ids = idsOf(url);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [ids.probe] });
  if (registered.length > 0) return;
  await browser.scripting.registerContentScripts([
    {
      ...everywhere(url),
      id: ids.relay,
      js: ['content-scripts/probe-relay.js'],
      world: 'ISOLATED',
    },
    { ...everywhere(url), id: ids.probe, js: ['content-scripts/probe.js'], world: 'MAIN' },
  ]);
}

export async function unregisterProbe(url: string): Promise<void> {
  const { probe, relay } = idsOf(url);
  // They may be gone already; then all is as it should be.
  await browser.scripting.unregisterContentScripts({ ids: [probe, relay] }).catch(() => undefined);
}

/** Has the taps of a proof start with every document of this origin, until they are taken away again. */
export async function registerTaps(url: string): Promise<void> {
  const id = tapsId(url);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered.length > 0) return;
  await browser.scripting.registerContentScripts([
    { ...everywhere(url), id, js: ['content-scripts/wire-taps.js'], world: 'MAIN' },
  ]);
}

export async function unregisterTaps(url: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [tapsId(url)] }).catch(() => undefined);
}

const tapsId = (url: string): string => `taps:${patternOf(url)}`;

/** Has pages of this origin see the Global Privacy Control, until it is taken away again. */
export async function registerGpc(url: string): Promise<void> {
  const id = gpcId(url);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (registered.length > 0) return;
  await browser.scripting.registerContentScripts([
    { ...everywhere(url), id, js: ['content-scripts/gpc.js'], world: 'MAIN' },
  ]);
}

export async function unregisterGpc(url: string): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [gpcId(url)] }).catch(() => undefined);
}

const gpcId = (url: string): string => `gpc:${patternOf(url)}`;

const everywhere = (url: string) => ({
  matches: [patternOf(url)],
  runAt: 'document_start' as const,
  allFrames: true,
  // Frames without an address of their own (srcdoc, about:blank) belong to who made them.
  matchOriginAsFallback: true,
  persistAcrossSessions: false,
});

function idsOf(url: string): { readonly probe: string; readonly relay: string } {
  const pattern = patternOf(url);
  return { probe: `probe:${pattern}`, relay: `relay:${pattern}` };
}
