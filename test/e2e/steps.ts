import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { AuditResult } from '../../lib/protocol/findings';
import type { HeatState } from '../../lib/protocol/heat';
import { ask, auditState, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import type { Parley } from '../sites/parley/server';

/** The tab number in a side panel's address. */
export const tabIdOf = (panel: Page): number =>
  Number(new URL(panel.url()).searchParams.get('tab'));

/** An own page of the extension, to speak the protocol from. */
export async function openWorkspace(hushmap: ExtensionBrowser): Promise<Page> {
  const page = await hushmap.context.newPage();
  await page.goto(`chrome-extension://${hushmap.id}/options.html`);
  return page;
}

/** Every element of the page with its attributes: what a view or a try must leave as it was. */
export const markup = (tab: Page): Promise<string> =>
  tab.evaluate(() => document.documentElement.outerHTML.replace(/\s+/g, ' '));

/** Waits until heat is on the page. */
export function shown(panel: Page, limitMs = 30_000): Promise<HeatState> {
  const read = () => heatState(panel, tabIdOf(panel));
  return waitFor(read, ({ status }) => status === 'shown', 'Heat', limitMs);
}

/** The viewport's width once it stays as it is: a side panel that opens takes its room from it. */
export async function widthAtRest(tab: Page): Promise<number> {
  let width = 0;
  let reads = 0;
  const read = async () => {
    const now = await tab.evaluate(() => window.innerWidth);
    reads = now === width ? reads + 1 : 1;
    width = now;
    return reads;
  };
  await waitFor(read, (alike) => alike === 20, 'A width that stays');
  return width;
}

/** Presses the button, opens a heat file in the side panel, and waits until its heat is shown. */
export async function openFile(hushmap: ExtensionBrowser, tab: Page, file: string): Promise<Page> {
  const panel = await hushmap.openSidePanel(tab);
  await shown(panel);
  await panel.getByTestId('heat-file').setInputFiles(file);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ status, summary }) => status === 'shown' && summary?.provenance.kind === 'file',
    'The heat of the file',
  );
  return panel;
}

/** Sets up the demo site's PostHog as a source, with the production page's data on localhost. */
export async function addSource(hushmap: ExtensionBrowser, parley: Parley): Promise<void> {
  const workspace = await openWorkspace(hushmap);
  await ask(workspace, 'sources.save', {
    config: {
      kind: 'posthog',
      id: 'parley',
      name: 'PostHog EU',
      host: parley.posthog.origin,
      projectId: parley.posthog.projectId,
      origins: [parley.dataOrigin],
      mappings: [{ from: parley.origin, to: parley.dataOrigin }],
    },
    secret: parley.posthog.apiKey,
  });
  await workspace.close();
}

/** Audits the page of a tab; with a reload, from its first moment. */
export async function audit(
  hushmap: ExtensionBrowser,
  tab: Page,
  reload = true,
): Promise<{ readonly own: Page; readonly tabId: number; readonly result: AuditResult }> {
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  await tab.bringToFront();
  await ask(own, 'audit.run', { tabId, reload });
  const { result, error } = await auditState(own, tabId);
  if (result === null) throw new Error(`No result: ${JSON.stringify(error)}`);
  return { own, tabId, result };
}

/** A file with this text, in a folder of its own. */
export function saved(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hushmap-')), 'heat.json');
  writeFileSync(path, text);
  return path;
}
