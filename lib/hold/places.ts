import type { PageFacts } from '../protocol/audit';
import type { RecorderId } from '../protocol/recorders';
import { classifyRequest, hostsOf } from '../recorders/endpoints';

/** Where a recorder sends by the site's own choice: a proxy, a tunnel, a service of its own. */
export interface Place {
  /** With its port, where that is not the scheme's own. */
  readonly host: string;
  readonly hostname: string;
  /** Everything beneath it; empty: the whole host. */
  readonly path: string;
}

export interface Places {
  readonly places: readonly Place[];
  /** It was told a place that cannot be read: a function of the page's, or no address. */
  readonly unreadable: boolean;
}

/**
 * The places of one recorder, from what the page told it and from what the page has requested. Facts
 * come from the page, so an address may be anything: only http(s) and WebSocket ones count.
 */
export function placesOf(id: RecorderId, facts: PageFacts, page: string): Places {
  const told = addressesTold(facts, id);
  const read = told.map((address) => (typeof address === 'string' ? placeOf(address, page) : null));
  const requested = facts.resources
    .filter((url) => isSendingOf(url, id))
    .map((url) => placeOf(url, page));
  const all = [...read, ...requested].filter((place) => place !== null);
  const own = all.filter((place) => !isVendors(id, place.hostname));
  return { places: distinct(own), unreadable: read.includes(null) };
}

/** Whether a host is the vendor's own, or beneath one that is. */
export const isVendors = (id: RecorderId, hostname: string): boolean =>
  hostsOf(id).some((host) => hostname === host || hostname.endsWith(`.${host}`));

function addressesTold(facts: PageFacts, id: RecorderId): readonly unknown[] {
  const globals = Object.hasOwn(facts.globals, id) ? facts.globals[id] : null;
  if (typeof globals !== 'object' || globals === null || !('addresses' in globals)) return [];
  return Array.isArray(globals.addresses) ? globals.addresses.slice(0, MOST) : [];
}

/** Addresses of one recorder that are looked at. */
const MOST = 20;

function isSendingOf(url: string, id: RecorderId): boolean {
  const request = classifyRequest(url, [id]);
  return request?.recorder === id && request.purpose !== 'asset';
}

function placeOf(address: string, page: string): Place | null {
  // New Relic's beacons are hosts without a scheme.
  const url = parse(
    /^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(address) ? `https://${address}` : address,
    page,
  );
  if (!url) return null;
  if (!/^(https?|wss?):$/.test(url.protocol)) return null;
  return {
    host: url.host,
    hostname: url.hostname,
    // The number in a Sentry DSN names a project, and what is beneath it is not where that sends.
    path: url.username === '' ? url.pathname.replace(/\/+$/, '') : '',
  };
}

function parse(address: string, page: string): URL | null {
  try {
    return new URL(address, page);
  } catch {
    return null;
  }
}

/** One of each; a place beneath another is in that one already. */
function distinct(places: readonly Place[]): Place[] {
  const isWithin = (inner: Place, outer: Place) =>
    inner.host === outer.host &&
    (inner.path === outer.path || inner.path.startsWith(`${outer.path}/`));
  return places.filter(
    (place, index) =>
      !places.some((other, at) =>
        at < index
          ? isWithin(place, other)
          : at > index && isWithin(place, other) && !isWithin(other, place),
      ),
  );
}
