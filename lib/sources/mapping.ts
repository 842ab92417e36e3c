import type { OriginMapping, SourceConfig } from '../protocol/sources';

type Scope = Pick<SourceConfig, 'origins' | 'mappings'>;

/** The sources that have data of a tab's page, in their order. */
export function sourcesFor<S extends Scope>(tabUrl: string, sources: readonly S[]): S[] {
  return sources.filter((source) => fits(tabUrl, source));
}

/**
 * The page as a source knows it: the origin mapped (staging, localhost → production), the rest of
 * the address as it is, normalised by `normalisePage`. The first mapping of an origin counts.
 */
export function pageForSource(tabUrl: string, source: Pick<Scope, 'mappings'>): string {
  const url = new URL(normalisePage(tabUrl));
  const to = mappingOf(url.origin, source.mappings)?.to;
  return to === undefined ? url.href : to + url.pathname + url.search;
}

/**
 * The address that identifies a page: no fragment, no user name or password. The query stays, since
 * it often chooses the page (`?id=7`), and so does a trailing slash: sources disagree about it
 * (current PostHog ignores it, older versions do not), so the source is asked with the page's own.
 */
export function normalisePage(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return origin + pathname + search;
}

/** Whether two addresses mean one page: normalised, and with or without a trailing slash alike. */
export function isSamePage(a: string, b: string): boolean {
  return pageKey(a) === pageKey(b);
}

/**
 * A page fits only where its origin is named, directly or as the target of a mapping. An empty list
 * fits nothing: a source must never learn the addresses of other sites.
 */
function fits(tabUrl: string, { origins, mappings }: Scope): boolean {
  if (!URL.canParse(tabUrl)) return false;
  const { origin, protocol } = new URL(tabUrl);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return origins.includes(origin) || mappingOf(origin, mappings) !== undefined;
}

function mappingOf(origin: string, mappings: readonly OriginMapping[]): OriginMapping | undefined {
  return mappings.find(({ from }) => from === origin);
}

/** An address by which two of one page are equal. */
export function pageKey(page: string): string {
  const url = new URL(normalisePage(page));
  return url.origin + url.pathname.replace(/\/+$/, '') + url.search;
}
