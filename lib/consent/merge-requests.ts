import type { RequestEvent } from '../protocol/timeline';

/**
 * One request, seen by up to three witnesses: the page's own call, the browser's resource timing
 * (`via: 'resource'`) and DevTools' network log (`via: 'network'`). Each witness of a kind stands
 * for one request, so that two equal requests stay two; witnesses of different kinds within
 * {@link SAME_REQUEST_MS} are joined, earliest first. The call names the method, size and moment.
 */
export function mergeRequests(requests: readonly RequestEvent[]): RequestEvent[] {
  const merged: Joined[] = [];
  const open = new Map<string, Joined[]>();
  for (const request of requests.toSorted((a, b) => a.t - b.t || rank(a) - rank(b))) {
    const key = placeOf(request.url);
    const candidates = open.get(key) ?? [];
    const same = candidates.find((joined) => fits(joined, request));
    if (same === undefined) {
      const joined = { request, witnesses: new Set([witnessOf(request)]) };
      merged.push(joined);
      open.set(key, [
        ...candidates.filter(({ request: { t } }) => request.t - t <= SAME_REQUEST_MS),
        joined,
      ]);
    } else {
      same.request = join(same.request, request);
      same.witnesses.add(witnessOf(request));
    }
  }
  return merged.map(({ request }) => request);
}

/** A request may wait behind others (six per host) or for a preflight before the network has it. */
const SAME_REQUEST_MS = 3_000;

interface Joined {
  request: RequestEvent;
  readonly witnesses: Set<Witness>;
}

type Witness = 'page' | 'timing' | 'network';

/** Images and scripts have no call that is tapped: the timing is their first witness. */
function witnessOf({ via }: RequestEvent): Witness {
  if (via === 'network') return 'network';
  return via === 'resource' || via === 'image' || via === 'script' ? 'timing' : 'page';
}

const RANK: Readonly<Record<Witness, number>> = { page: 0, timing: 1, network: 2 };
const rank = (request: RequestEvent): number => RANK[witnessOf(request)];

function fits({ request, witnesses }: Joined, next: RequestEvent): boolean {
  return (
    !witnesses.has(witnessOf(next)) &&
    next.t - request.t <= SAME_REQUEST_MS &&
    (request.method === '' || next.method === '' || request.method === next.method)
  );
}

function join(a: RequestEvent, b: RequestEvent): RequestEvent {
  const [best, other] = rank(a) <= rank(b) ? [a, b] : [b, a];
  return {
    ...best,
    t: Math.min(a.t, b.t),
    method: best.method === '' ? other.method : best.method,
    bytes: best.bytes ?? other.bytes,
    ...(best.recorder === null ? { recorder: other.recorder, purpose: other.purpose } : {}),
  };
}

/** Origin and path: witnesses write the rest of an address in their own ways. */
const placeOf = (url: string): string => url.split(/[?#]/)[0] ?? url;
