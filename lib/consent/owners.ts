import { getEntity, getRootDomain } from 'third-party-web/nostats-subset';

export interface Owner {
  /** Empty: not known. */
  readonly owner: string;
  /** `ad`, `analytics`, `tag-manager`, `consent-provider` …; empty: not known. */
  readonly category: string;
}

/**
 * Who a host belongs to, and what for.
 *
 * @see third-party-web (MIT), made from HTTP Archive's crawls
 */
export function ownerOf(url: string): Owner {
  const entity = URL.canParse(url) ? getEntity(url) : undefined;
  return { owner: entity?.name ?? '', category: entity?.categories[0] ?? '' };
}

/** Whether a request or a cookie is of the page's own registrable domain. */
export function partyOf(page: string, other: string): 'first' | 'third' {
  return domainOf(page) === domainOf(other) ? 'first' : 'third';
}

const domainOf = (url: string): string | null => getRootDomain(url) ?? null;

/** The registrable domain of an address, or its host where there is none. */
export const siteOf = (url: string): string => domainOf(url) ?? new URL(url).hostname;
