import type { StorageArea } from '../../../protocol/timeline';
import { dictionary, getterOf, indexOf, lower, now, ownValue, slice, trim } from './natives';
import { requestPath } from './request-url';
import type { Tape } from './tape';
import { wrapMethod, wrapSetter } from './wrap';

/**
 * Witnesses of what a page's script keeps: cookies, both storages, databases, caches and service workers. Names alone. A name
 * that is written again and again is noted once until it is removed.
 */
export function tapStorage(win: Window & typeof globalThis, tape: Tape): void {
  const last = dictionary<string>();
  const note: Note = (area, name, action) => {
    const short = slice(name, 0, MAX_NAME);
    const key = `${area} ${short}`;
    if (last[key] === action) return;
    last[key] = action;
    tape.traffic('storage', now(), { area, name: short, action, recorder: null });
  };

  wrapSetter(win.Document.prototype, 'cookie', (_, args) => {
    if (typeof args[0] !== 'string') return;
    const name = cookieName(args[0]);
    if (name !== '') note('cookie', name, removesCookie(args[0]) ? 'removed' : 'set');
  });
  if ('CookieStore' in win) tapCookieStore(win.CookieStore.prototype, note);

  const areaOf = (self: unknown): 'localStorage' | 'sessionStorage' | null => {
    if (self === storageOf(win, 'localStorage')) return 'localStorage';
    return self === storageOf(win, 'sessionStorage') ? 'sessionStorage' : null;
  };
  const tapArea = (method: string, action: 'set' | 'removed'): void =>
    wrapMethod(win.Storage.prototype, method, (self, args) => {
      const area = areaOf(self);
      const name = args[0];
      if (area !== null && (typeof name === 'string' || typeof name === 'number')) {
        note(area, `${name}`, action);
      }
    });
  tapArea('setItem', 'set');
  tapArea('removeItem', 'removed');

  wrapMethod(win.IDBFactory.prototype, 'open', (_, args) => {
    if (typeof args[0] === 'string') note('indexedDB', args[0], 'set');
  });
  // Both are there in secure contexts alone.
  if ('CacheStorage' in win) tapCaches(win.CacheStorage.prototype, note);
  if ('ServiceWorkerContainer' in win) tapServiceWorkers(win, note);
}

type Note = (area: StorageArea, name: string, action: 'set' | 'removed') => void;

function tapCaches(prototype: object, note: Note): void {
  const tap = (method: string, action: 'set' | 'removed'): void =>
    wrapMethod(prototype, method, (_, args) => {
      if (typeof args[0] === 'string') note('cache', args[0], action);
    });
  tap('open', 'set');
  tap('delete', 'removed');
}

/** A worker is named by the path of its script. */
function tapServiceWorkers(win: Window & typeof globalThis, note: Note): void {
  wrapMethod(win.ServiceWorkerContainer.prototype, 'register', (_, args) => {
    const path = requestPath(args[0]);
    if (path !== '') note('serviceWorker', path, 'set');
  });
  const active = getterOf<object | null>(win.ServiceWorkerRegistration.prototype, 'active');
  const script = getterOf<string>(win.ServiceWorker.prototype, 'scriptURL');
  wrapMethod(win.ServiceWorkerRegistration.prototype, 'unregister', (self) => {
    // The getter throws on what is no registration.
    const worker = active?.(self as object) ?? null;
    const path = worker === null ? '' : requestPath(script?.(worker));
    if (path !== '') note('serviceWorker', path, 'removed');
  });
}

const MAX_NAME = 300;

function tapCookieStore(prototype: object, note: Note): void {
  const tap = (method: string, action: 'set' | 'removed'): void =>
    wrapMethod(prototype, method, (_, args) => {
      const name = typeof args[0] === 'string' ? args[0] : ownValue(args[0], 'name');
      if (typeof name === 'string' && name !== '') note('cookie', name, action);
    });
  tap('set', 'set');
  tap('delete', 'removed');
}

/** `ph_x=1; Path=/` is named `ph_x`; a cookie without a name has its value alone, so no name. */
function cookieName(cookie: string): string {
  const semicolon = indexOf(cookie, ';');
  const pair = semicolon === -1 ? cookie : slice(cookie, 0, semicolon);
  const equals = indexOf(pair, '=');
  return equals === -1 ? '' : trim(slice(pair, 0, equals));
}

/** The two usual ways to delete a cookie: no age left, or an expiry at the epoch. */
function removesCookie(cookie: string): boolean {
  const attributes = lower(slice(cookie, indexOf(cookie, ';') + 1));
  return (
    indexOf(cookie, ';') !== -1 &&
    (indexOf(attributes, 'max-age=0') !== -1 ||
      indexOf(attributes, 'max-age=-') !== -1 ||
      indexOf(attributes, '1970') !== -1)
  );
}

/** A sandboxed frame throws on the mere reading of its storage. */
function storageOf(win: Window, name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return win[name];
  } catch {
    return null;
  }
}
