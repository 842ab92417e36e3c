import type { StorageArea, TimelineEvent } from '../../../protocol/timeline';

type StorageEvent = Extract<TimelineEvent, { kind: 'storage' }>;

const LIMIT = 1_000;
const MAX_NAMES = 500;

export interface PresenceWitness {
  /** Looks again, and notes the names that were not there at the last look. */
  look(): Promise<void>;
  events(): readonly StorageEvent[];
  dropped(): number;
}

/**
 * Which cookies (without HttpOnly ones), storage keys, databases, caches and service workers are there. What is there at the
 * first look was left by an earlier visit and is dated to the document's beginning; what turns up
 * later without a witness of its writing (`localStorage.x = 1`, a response's Set-Cookie) is dated to
 * the look that found it.
 */
export function watchPresence(win: Window, now: () => number): PresenceWitness {
  const seen = new Set<string>();
  const events: StorageEvent[] = [];
  let dropped = 0;
  let first = true;

  const note = (area: StorageArea, names: readonly string[], t: number): void => {
    for (const name of names.slice(0, MAX_NAMES)) {
      const short = name.slice(0, 300);
      const key = `${area} ${short}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (events.length >= LIMIT) dropped++;
      else
        events.push({ kind: 'storage', t, area, name: short, action: 'present', recorder: null });
    }
  };

  return {
    events: () => events,
    dropped: () => dropped,
    async look() {
      const t = first ? win.performance.timeOrigin : now();
      first = false;
      note('cookie', cookieNames(win.document), t);
      note('localStorage', storageNames(win, 'localStorage'), t);
      note('sessionStorage', storageNames(win, 'sessionStorage'), t);
      note('indexedDB', await databaseNames(win), t);
      note('cache', await cacheNames(win), t);
      note('serviceWorker', await workerPaths(win), t);
    },
  };
}

/** Names of the cookies that scripts may read. Empty where the document has no cookies. */
export function cookieNames(document: Document): string[] {
  try {
    return document.cookie
      .split(';')
      .filter((pair) => pair.includes('='))
      .map((pair) => pair.slice(0, pair.indexOf('=')).trim())
      .filter((name) => name !== '');
  } catch {
    return [];
  }
}

/** Keys of one storage area. Empty where the frame may not use it. */
export function storageNames(win: Window, area: 'localStorage' | 'sessionStorage'): string[] {
  try {
    return Object.keys(win[area]);
  } catch {
    return [];
  }
}

async function databaseNames(win: Window): Promise<string[]> {
  try {
    const found = await win.indexedDB.databases();
    return found.map(({ name }) => name ?? '').filter((name) => name !== '');
  } catch {
    return [];
  }
}

/** Names of the caches. There are some in secure contexts alone. */
async function cacheNames(win: Window): Promise<string[]> {
  try {
    return await win.caches.keys();
  } catch {
    return [];
  }
}

/** Paths of the service workers' scripts. */
async function workerPaths(win: Window): Promise<string[]> {
  try {
    const found = await win.navigator.serviceWorker.getRegistrations();
    const workers = found.map((one) => one.active ?? one.waiting ?? one.installing);
    return workers.flatMap((worker) =>
      worker === null ? [] : [new URL(worker.scriptURL).pathname],
    );
  } catch {
    return [];
  }
}
