/** What a site says of the Global Privacy Control at `/.well-known/gpc.json`. */
export interface GpcFile {
  /** True: the site abides by the signal. */
  readonly gpc: boolean;
  /** `2026-02-28`, the day on which the statement was made; null where it is not given. */
  readonly lastUpdate: string | null;
}

/**
 * Reads the text of a site's GPC support resource (https://www.w3.org/TR/gpc/#gpc-support-resource);
 * null for what is none, which says nothing of the site. Of a date only the day is kept.
 */
export function parseGpcFile(text: string): GpcFile | null {
  if (text.length > MAX_LENGTH) return null;
  const found = parseJson(text);
  if (typeof found !== 'object' || found === null || !('gpc' in found)) return null;
  if (typeof found.gpc !== 'boolean') return null;
  return { gpc: found.gpc, lastUpdate: 'lastUpdate' in found ? dayOf(found.lastUpdate) : null };
}

const MAX_LENGTH = 10_000;
const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

function dayOf(stated: unknown): string | null {
  const day = typeof stated === 'string' ? DAY.exec(stated)?.[0] : undefined;
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, and common in files that are written by hand.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
