import { browser } from 'wxt/browser';

/** The match pattern of one origin; ports are no part of patterns. */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

export const ALL_SITES = ['http://*/*', 'https://*/*'];

/** Whether an extension may be let onto a page at all: `chrome://`, stores and files are closed. */
export function isAuditable(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

export async function hasGrant(url: string): Promise<boolean> {
  return isAuditable(url) && browser.permissions.contains({ origins: [patternOf(url)] });
}

export async function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: ALL_SITES });
}

/**
 * Asks the person for this origin alone. Call it straight from a click on one of our pages, before
 * any `await`: the browser refuses to ask otherwise. False: the person said no.
 */
export function askForOrigin(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(url)] });
}

/** Asks for every site, which third-party frames and traffic need. The same rule applies. */
export function askForAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: ALL_SITES });
}

/** Asks for several sites in one question. The same rule applies. */
export function askForPatterns(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** What clearing a site takes: optional, asked for when a walk is begun. */
const SITE_DATA = ['browsingData', 'cookies'] as const;

/** Asks to see and clear what a whole site keeps here, HttpOnly cookies too. The same rule applies. */
export function askForSiteData(site: string): Promise<boolean> {
  return browser.permissions.request({
    permissions: [...SITE_DATA],
    origins: [/^[\d.]+$|^\[/.test(site) ? `*://${site}/*` : `*://*.${site}/*`],
  });
}

export const hasSiteData = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: [...SITE_DATA] });

/** Those of the patterns that the browser does not allow. */
export async function notGranted(patterns: readonly string[]): Promise<string[]> {
  const granted = await Promise.all(
    patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return patterns.filter((_, index) => !granted[index]);
}

/** Tells when the browser has been allowed more or less than before. */
export function onGrantsChanged(listener: () => void, signal: AbortSignal): void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
  for (const event of events) event.addListener(listener);
  signal.addEventListener('abort', () => {
    for (const event of events) event.removeListener(listener);
  });
}
