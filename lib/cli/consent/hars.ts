import type { Walk } from '../../protocol/walk/walk';
import type { HarRequest } from '../../report/har';
import type { WalkMaterial } from './drive';
import type { Exchange } from './traffic';

/**
 * Requests of each path by its name and how often it was walked before, as `reject-0`. A path without a
 * step has seen nothing.
 */
export function harsOf(
  { scenarios }: Walk,
  visits: WalkMaterial['visits'],
): ReadonlyMap<string, readonly HarRequest[]> {
  const hars = new Map<string, readonly HarRequest[]>();
  for (const { id, repeat, steps } of scenarios) {
    const [first] = steps;
    const exchanges = first && visits.get(first.startedAt)?.exchanges();
    if (exchanges?.length) hars.set(`${id}-${repeat}`, exchanges.map(harRequestOf));
  }
  return hars;
}

/** A request as it was, in the shape that a HAR is made from. Bodies were never kept. */
function harRequestOf(exchange: Exchange): HarRequest {
  const { startedAt, method, url, status, mime } = exchange;
  return {
    startedAt,
    method,
    url,
    status,
    mime,
    requestHeaders: listOf(exchange.requestHeaders),
    responseHeaders: listOf(exchange.responseHeaders),
    timings: exchange.timings,
    size: sizeOf(exchange.responseHeaders),
  };
}

const listOf = (headers: Exchange['requestHeaders']) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function sizeOf(headers: Exchange['responseHeaders']): number | null {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return Number.isInteger(length) && length >= 0 ? length : null;
}
