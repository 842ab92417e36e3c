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
