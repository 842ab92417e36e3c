import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Frame, FrameLocator, Page, Worker } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from './browsers.mjs';

// DevTools windows become pages only where this is set before the browser starts.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const { chromium } = await import('playwright');

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** A profile to keep; without one a fresh profile is made and removed again. */
  readonly profile?: string;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly colorScheme?: 'light' | 'dark';
  readonly deviceScaleFactor?: number;
}

/** Chromium with the extension, driven as a person would: its toolbar button, its panels. */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'hushmap-profile-'));
  undockDevtools(profile);
  const path = findChromium();
  if (path === null)
    throw new Error('Chromium was not found. Install it, or set HUSHMAP_CHROMIUM.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: options.headless ?? true,
    viewport: options.viewport ?? null,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(options.deviceScaleFactor ? { deviceScaleFactor: options.deviceScaleFactor } : {}),
    args: [
      ...CHROMIUM_ARGS,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(options.args ?? []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await untilItListens(worker);
  const browser = context.browser();
  if (browser === null) throw new Error('A persistent context without a browser cannot be driven.');
  const cdp = await browser.newBrowserCDPSession();
  const removeProfile = options.profile === undefined;
  return new ExtensionBrowser(context, worker, cdp, profile, removeProfile);
}

export class ExtensionBrowser {
  readonly id: string;

  constructor(
    readonly context: BrowserContext,
    readonly worker: Worker,
    private readonly cdp: CDPSession,
    private readonly profile: string,
    private readonly removeProfile: boolean,
  ) {
    this.id = new URL(worker.url()).host;
  }

  /** Presses the extension's toolbar button on this page's tab. */
  async pressButton(page: Page): Promise<void> {
    const targetId = await this.tabTarget(page);
    // `Extensions.triggerAction` is younger than Playwright's list of commands.
    await this.send('Extensions.triggerAction', { id: this.id, targetId });
  }

  /** Presses the toolbar button and gives the side panel that opens. */
  async openSidePanel(page: Page): Promise<Page> {
    await this.pressButton(page);
    const panel = await this.waitForPage(isSidePanel, 'the side panel');
    await panel.waitForLoadState();
    return panel;
  }

  sidePanel(): Page | null {
    return this.context.pages().find(isSidePanel) ?? null;
  }

  /** Opens a real DevTools window for the page, and our panel in it. */
  async openAuditPanel(
    page: Page,
  ): Promise<{ readonly devtools: Page; readonly panel: FrameLocator }> {
    const targetId = await this.pageTarget(page);
    await this.send('Target.openDevTools', { targetId });
    const devtools = await this.waitForPage(isDevtools, 'the DevTools window');
    await devtools.getByRole('tab', { name: 'Hushmap', exact: true }).click();
    return { devtools, panel: devtools.frameLocator('iframe[src$="audit-panel.html"]') };
  }

  /**
   * Ends the service worker, as the browser does when it likes to. The next message wakes it. A panel
   * of the extension has to be open, which tells one worker from the next.
   */
  async killWorker(): Promise<void> {
    const worker = (await this.targets()).find(
      ({ type, url }) => type === 'service_worker' && url.includes(this.id),
    );
    if (worker === undefined) return;
    const { targetId } = worker;
    const page = this.ownFrame();
    const before = await workerIn(page);
    await this.send('Target.closeTarget', { targetId });
    // Whoever wakes the next worker at once gives it the target of this one, so that it is not the
    // target that tells whether this one has ended.
    for (let waited = 0; waited < OPEN_LIMIT_MS; waited += OPEN_STEP_MS) {
      if ((await workerIn(page)) !== before) return;
      await new Promise((done) => setTimeout(done, OPEN_STEP_MS));
    }
    throw new Error('The service worker did not end.');
  }

  /** The number that the extension knows this page's tab by. Call it before the worker is killed. */
  async tabId(page: Page): Promise<number> {
    const url = page.url();
    const found = await this.worker.evaluate(async (wanted) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id ?? null;
    }, url);
    if (found === null) throw new Error(`No tab shows ${url}`);
    return found;
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.removeProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A page's address is often not known yet when its event fires, so the list of pages is asked. */
  private async waitForPage(isWanted: (page: Page) => boolean, name: string): Promise<Page> {
    for (let waited = 0; waited < OPEN_LIMIT_MS; waited += OPEN_STEP_MS) {
      const found = this.context.pages().find(isWanted);
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, OPEN_STEP_MS));
    }
    const open = this.context.pages().map((page) => page.url());
    throw new Error(`${name} did not open. Open pages: ${open.join(', ')}`);
  }

  private ownFrame(): Frame {
    const frames = this.context.pages().flatMap((page) => page.frames());
    const own = frames.find((frame) => frame.url().startsWith(`chrome-extension://${this.id}/`));
    if (own === undefined) throw new Error('No page of the extension is open.');
    return own;
  }

  private async pageTarget(page: Page): Promise<string> {
    const session = await this.context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId;
  }

  /** A tab is a target of its own; it shares its URL with the page in it, so each one is told apart by a mark. */
  private async tabTarget(page: Page): Promise<string> {
    const url = page.url();
    const tabs = (await this.targets()).filter((target) => target.type === 'tab');
    const matching = tabs.filter((target) => target.url === url);
    const [only] = matching;
    if (only === undefined || matching.length > 1) {
      throw new Error(`${matching.length} tabs show ${url}; one is needed to press the button on.`);
    }
    return only.targetId;
  }

  private async targets(): Promise<Target[]> {
    const { targetInfos } = await this.cdp.send('Target.getTargets', { filter: [{}] });
    return targetInfos;
  }

  private send(method: string, params: object): Promise<unknown> {
    // The command is not in Playwright's list of the protocol; its arguments are plain JSON.
    const send = this.cdp.send.bind(this.cdp) as (m: string, p: object) => Promise<unknown>;
    return send(method, params);
  }
}

interface Target {
  readonly type: string;
  readonly url: string;
  readonly targetId: string;
}

/** The running worker, by what the browser calls it; null where none runs. Asking wakes none. */
function workerIn(frame: Frame): Promise<string | null> {
  return frame.evaluate(async () => {
    const [worker] = await chrome.runtime.getContexts({
      contextTypes: [chrome.runtime.ContextType.BACKGROUND],
    });
    return worker?.contextId ?? null;
  });
}

/** The worker is seen before its script has run; until then, a press would be heard by nobody. */
async function untilItListens(worker: Worker): Promise<void> {
  for (let waited = 0; waited < OPEN_LIMIT_MS; waited += OPEN_STEP_MS) {
    const listens = await worker.evaluate(() => chrome.action?.onClicked.hasListeners() === true);
    if (listens) return;
    await new Promise((done) => setTimeout(done, OPEN_STEP_MS));
  }
  throw new Error('The service worker did not begin to listen.');
}

const OPEN_LIMIT_MS = 60_000;
const OPEN_STEP_MS = 50;

const isDevtools = (page: Page): boolean =>
  page.url().startsWith('devtools://devtools/bundled/devtools_app.html');

const isSidePanel = (page: Page): boolean => page.url().includes('/sidepanel.html');

/** A docked DevTools is no page of its own, and a narrow one hides our tab in a menu. */
function undockDevtools(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  const preferences = {
    devtools: { preferences: { currentDockState: '"undocked"' } },
    browser: {
      app_window_placement: {
        DevToolsApp: { left: 0, top: 0, right: 1280, bottom: 800, maximized: false },
      },
    },
  };
  writeFileSync(file, JSON.stringify(preferences));
}
