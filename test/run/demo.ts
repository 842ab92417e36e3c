/**
 * `npm run demo`: the extension in Chromium on the demo site (or any page), with the heat on and
 * the audit run. With no display it writes pictures and `audit.json` instead of opening a window.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { createTranslator } from '../../lib/core/translator';
import { toAuditFile } from '../../lib/report/audit-file';
import { startParley } from '../sites/parley/server';
import { type DemoOptions, readOptions, USAGE } from './demo-options';
import { ask, auditState, heatState, waitFor } from './drive';
import { type ExtensionBrowser, launchWithExtension } from './extension';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(ROOT, '.output/chrome-mv3-testing');
const translate = createTranslator();
/** Widths of the demo's desktop visitors. */
const DESKTOPS = { min: 1152, max: 1408 };
/** A heat file that is not of the page that it is shown on. */
const OF_OTHER = new Set<string>(['heat.note.fileOfOtherPage', 'heat.note.fileOfOtherSite']);

try {
  await demo(parse());
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exit(1);
}

function parse(): DemoOptions {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(USAGE);
    process.exit(0);
  }
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  try {
    return readOptions(args, hasDisplay || process.platform !== 'linux');
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n\n${USAGE}`);
  }
}

async function demo(options: DemoOptions): Promise<void> {
  console.error('Building the extension…');
  execFileSync(join(ROOT, 'node_modules/.bin/wxt'), ['build', '--mode', 'testing'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const site = options.url === null ? await startParley({}) : null;
  const browser = await launchWithExtension({
    extension: BUILD,
    headless: options.headless,
    viewport: options.headless ? options.viewport : null,
    // Wide enough for the page at a width that the demo has data of, with the side panel beside it.
    args: options.headless ? [] : ['--window-size=1680,980'],
  });
  try {
    const page = await openPage(browser, options, options.url ?? `${site?.origin}/`);
    const panel = await showHeat(browser, page, options, site);
    if (options.headless) await takePictures(browser, page, panel, options);
    else await stayOpen(browser, page, panel);
  } finally {
    await browser.close();
    await site?.close();
  }
}

async function openPage(
  browser: ExtensionBrowser,
  options: DemoOptions,
  url: string,
): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  try {
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  } catch {
    throw new Error(
      `${url} could not be opened. Check the address, and that its server is running.`,
    );
  }
  // Late content belongs to the picture; a page that never falls silent is taken as it is.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), options.scroll);
  return page;
}

/** The toolbar button, then the side panel: the way that a person takes. */
async function showHeat(
  browser: ExtensionBrowser,
  page: Page,
  options: DemoOptions,
  site: Awaited<ReturnType<typeof startParley>> | null,
): Promise<Page> {
  if (site !== null && options.heat === null) await addDemoSource(browser, site);
  const panel = await browser.openSidePanel(page);
  const tabId = Number(new URL(panel.url()).searchParams.get('tab'));
  if (options.heat !== null) {
    await panel.getByTestId('heat-file').setInputFiles(resolve(options.heat));
  }
  const { style, palette, opacity } = options;
  // In a window the side panel takes what it likes of the width; the demo shows desktops all the same.
  const band = site !== null && !options.headless ? { band: DESKTOPS } : {};
  await ask(panel, 'heat.set', { tabId, settings: { style, palette, opacity, ...band } });
  const wanted = options.heat === null ? null : 'file';
  const state = await waitFor(
    () => heatState(panel, tabId),
    ({ status, summary, settings }) =>
      (status === 'shown' && (wanted === null || summary?.provenance.kind === wanted)) ||
      (status === 'empty' && settings.band === null) ||
      status === 'failed',
    'Heat on the page',
    120_000,
  );
  if (state.status !== 'shown') {
    const said = state.reason === null ? '' : translate(state.reason.id, state.reason.params);
    throw new Error(said || 'There is no heat for this page.');
  }
  for (const { id, params } of state.notes.filter(({ id }) => OF_OTHER.has(id))) {
    console.log(`Note: ${translate(id, params)}`);
  }
  return panel;
}

async function addDemoSource(
  browser: ExtensionBrowser,
  site: Awaited<ReturnType<typeof startParley>>,
): Promise<void> {
  const workspace = await browser.context.newPage();
  await workspace.goto(`chrome-extension://${browser.id}/options.html`);
  await ask(workspace, 'sources.save', {
    config: {
      kind: 'posthog',
      id: 'demo',
      name: 'PostHog (demo)',
      host: site.posthog.origin,
      projectId: site.posthog.projectId,
      origins: [site.dataOrigin],
      mappings: [{ from: site.origin, to: site.dataOrigin }],
    },
    secret: site.posthog.apiKey,
  });
  await workspace.close();
}

/** A new browser profile is shown the tour first; the picture is of what is there after it. */
async function leaveTour(panel: Page): Promise<void> {
  const tour = panel.getByTestId('tour');
  if ((await tour.count()) > 0) await tour.press('Escape');
}

async function takePictures(
  browser: ExtensionBrowser,
  page: Page,
  panel: Page,
  options: DemoOptions,
): Promise<void> {
  const file = (name: string) => join(resolve(options.out), name);
  mkdirSync(resolve(options.out), { recursive: true });
  const tabId = Number(new URL(panel.url()).searchParams.get('tab'));
  await page.bringToFront();
  await settled(page);
  await page.screenshot({ path: file('overlay.png') });
  await panel.setViewportSize({ width: 360, height: 800 });
  await waitFor(
    () => heatState(panel, tabId),
    ({ elements }) => elements.length > 0,
    'Elements',
    5_000,
  )
    // A page without any element to name still has its picture.
    .catch(() => undefined);
  await leaveTour(panel);
  await panel.screenshot({ path: file('sidepanel.png') });

  const { devtools, panel: audit } = await browser.openAuditPanel(page);
  await ask(panel, 'audit.run', { tabId, reload: true });
  const state = await waitFor(
    () => auditState(panel, tabId),
    ({ status }) => status === 'done' || status === 'failed',
    'The audit',
    120_000,
  );
  if (state.result === null) {
    const said = state.error === null ? '' : translate(state.error.id, state.error.params);
    throw new Error(said || 'The audit did not end.');
  }
  await audit.getByTestId('verdict').waitFor();
  await settled(devtools);
  await devtools.screenshot({ path: file('audit-panel.png') });
  const report = toAuditFile(state.result, translate);
  writeFileSync(file('audit.json'), `${JSON.stringify(report, null, 2)}\n`);
  printVerdict(report, options.out);
}

/** Two frames: what was asked for has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.waitForTimeout(500);
}

function printVerdict(report: ReturnType<typeof toAuditFile>, out: string): void {
  const open = report.findings.filter(({ outcome }) => outcome !== 'pass');
  console.log(`Verdict: ${report.verdict} (${report.url})`);
  for (const { outcome, severity, text, target } of open) {
    const where = target.selector === '' ? '' : ` (${target.selector})`;
    console.log(`  ${outcome} [${severity}] ${text}${where}`);
  }
  console.log(
    `Written: ${['overlay.png', 'sidepanel.png', 'audit-panel.png', 'audit.json'].map((name) => join(out, name)).join(', ')}`,
  );
}

async function stayOpen(browser: ExtensionBrowser, page: Page, panel: Page): Promise<void> {
  await browser.openAuditPanel(page);
  const tabId = Number(new URL(panel.url()).searchParams.get('tab'));
  await ask(panel, 'audit.run', { tabId, reload: true });
  console.log('The heat is on. Look at the side panel and at the Hushmap tab of DevTools.');
  console.log('Close the browser to end the demo.');
  await new Promise((done) => browser.context.on('close', done));
}
