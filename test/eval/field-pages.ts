import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../run/browsers.mjs';
import type { Verdict } from './fields-in-page';

export interface LabelledPage {
  readonly id: string | number;
  readonly html: string;
}

export interface Outcome {
  readonly id: LabelledPage['id'];
  readonly verdicts: readonly Verdict[];
  /** The first line of what went wrong; null where nothing did. */
  readonly failure: string | null;
}

/** Pages that are open at a time; two cores are busy with three. */
const AT_A_TIME = 3;
/** Milliseconds after which a page counts as failed. */
const LIMIT = 20_000;
/** A tab that another page took down with it is no fault of this one. */
const TRIES = 2;

/**
 * Opens each page in Chromium and classifies its controls, a few pages at a time. Only those are in
 * memory. A page that hangs or crashes has no verdicts and says why; tab and browser are opened anew.
 */
export async function classifyPages(
  pages: AsyncIterable<LabelledPage>,
  onOutcome: (outcome: Outcome) => void,
  launch: () => Promise<Browser> = launchChromium,
): Promise<void> {
  const script = await bundle();
  const browser = keepBrowser(launch);
  const queue = pages[Symbol.asyncIterator]();
  const work = async () => {
    const tab = new Tab(browser.open, script);
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      onOutcome(await attempt(tab, next.value));
    }
    await tab.close();
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } finally {
    await browser.close();
  }
}

async function attempt(tab: Tab, { id, html }: LabelledPage): Promise<Outcome> {
  let failure = '';
  for (let count = 0; count < TRIES; count++) {
    try {
      return { id, verdicts: await withLimit(tab.classify(html)), failure: null };
    } catch (cause) {
      failure = String(cause).split('\n')[0]?.slice(0, 120) ?? '';
      await tab.close();
    }
  }
  return { id, verdicts: [], failure };
}

const ADDRESS = 'http://page.test/';
/** Nothing of the page runs or is loaded; what is put in over the debugger does run. */
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** One tab that shows page after page, opened when it is first needed. */
class Tab {
  readonly #browser: () => Promise<Browser>;
  readonly #script: string;
  #page: Promise<Page> | null = null;
  #html = '';

  constructor(browser: () => Promise<Browser>, script: string) {
    this.#browser = browser;
    this.#script = script;
  }

  async classify(html: string): Promise<Verdict[]> {
    this.#html = html;
    this.#page ??= this.#open();
    const page = await this.#page;
    await page.goto(ADDRESS, { waitUntil: 'domcontentloaded', timeout: LIMIT });
    return page.evaluate(`(() => { ${this.#script}; return hushmapEval.classifyPage(); })()`);
  }

  async close(): Promise<void> {
    const page = this.#page;
    this.#page = null;
    if (page === null) return;
    await withLimit(page.then((opened) => opened.context().close())).catch(() => undefined);
  }

  async #open(): Promise<Page> {
    const browser = await this.#browser();
    const context = await browser.newContext();
    await context.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: POLICY,
            body: this.#html,
          })
        : route.abort(),
    );
    return context.newPage();
  }
}

/** The browser that all tabs share, started again where it has died. */
function keepBrowser(launch: () => Promise<Browser>) {
  let current: Promise<Browser> | null = null;
  const open = async (): Promise<Browser> => {
    const known = await current?.catch(() => null);
    if (known?.isConnected()) return known;
    // While this one waited, another tab may have started it.
    const latest = await current?.catch(() => null);
    if (latest?.isConnected()) return latest;
    current = launch();
    return current;
  };
  const close = async () => (await current?.catch(() => null))?.close();
  return { open, close };
}

async function withLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page took too long.')), LIMIT);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath === null ? {} : { executablePath }),
  });
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'fields-in-page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'hushmapEval',
    target: 'chrome120',
  });
  return outputFiles[0]?.text ?? '';
}
