import type { Browser, Page, Response } from 'playwright';
import type { PageOptions } from './options';

/** A page that was reached, ready to be read. */
export interface Visit {
  readonly page: Page;
  /** What the page has written to its console so far. */
  readonly console: readonly string[];
}

/** Why a page could not be audited. Never taken for clear. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
}

/** Recorders start within their first second or two after the page's load event. */
const SETTLE_MS = 2_000;
const MOST_CONSOLE = 500;

/**
 * Opens a page in a context of its own and waits until it has settled.
 *
 * @throws NotReached where there is no page to audit: it does not load, is an error, or leads elsewhere.
 */
export async function visit(browser: Browser, url: string, options: PageOptions): Promise<Visit> {
  const { viewport, storageState, timeout } = options;
  const context = await browser.newContext({
    viewport: { ...viewport },
    ...(storageState ? { storageState } : {}),
  });
  const page = await context.newPage();
  await addHeaders(page, url, options.headers);
  const lines: string[] = [];
  page.on('console', (said) => {
    // What the browser itself writes there has no arguments, and no recorder hears it.
    if (lines.length < MOST_CONSOLE && said.args().length > 0) lines.push(said.text());
  });
  // A question would hold the page for ever.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined);
  });
  let status = 200;
  page.on('response', (answer) => {
    const request = answer.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame())
      status = answer.status();
  });
  const response = await page.goto(url, { waitUntil: 'load', timeout }).catch((cause) => {
    // An error without a page of its own ends as a failed load.
    throw new NotReached(status >= 400 ? answeredWith(status) : firstLine(cause));
  });
  requireArrival(url, page.url(), response);
  await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => undefined);
  return { page, console: lines };
}

/**
 * To the page's own origin alone, redirects in mind: a header may be a key. What Playwright's routing
 * adds to a request goes along with its redirects, wherever they lead.
 */
export async function addHeaders(
  page: Page,
  url: string,
  headers: PageOptions['headers'],
): Promise<void> {
  const own = Object.entries(headers).map(([name, value]) => ({ name, value }));
  if (own.length === 0) return;
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const { origin } = new URL(url);
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const others = Object.entries(request.headers)
      .map(([name, value]) => ({ name, value }))
      .filter(({ name }) => !names.has(name.toLowerCase()));
    const sent = originOf(request.url) === origin ? [...others, ...own] : others;
    // A request of a page that has gone meanwhile can't go on, and need not.
    session.send('Fetch.continueRequest', { requestId, headers: sent }).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function requireArrival(asked: string, arrived: string, response: Response | null): void {
  const status = response?.status() ?? 200;
  if (status >= 400) throw new NotReached(answeredWith(status));
  if (hostOf(asked) !== hostOf(arrived)) {
    throw new NotReached(
      `The page leads to another site (${originOf(arrived)}). Pass that address.`,
    );
  }
  const type = response?.headers()['content-type'] ?? 'text/html';
  if (!/html|xml/i.test(type)) throw new NotReached(`The address is no page (${type}).`);
}

const answeredWith = (status: number): string => `The server answered with status ${status}.`;

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'nowhere');

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.replace(/^page\.goto: /, '').split('\n')[0] ?? 'It failed.';
}
