import { storageNames } from '../probe/isolated/presence';

export interface StoredName {
  readonly area: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cache' | 'serviceWorker';
  readonly name: string;
}

const MAX_NAMES = 400;

/** Names of what this origin keeps beside cookies. A frame that may not use a store has nothing in it. */
export async function namesStored(win: Window): Promise<StoredName[]> {
  const of = (area: StoredName['area'], names: readonly string[]): StoredName[] =>
    names.slice(0, MAX_NAMES).map((name) => ({ area, name: name.slice(0, 300) }));
  return [
    ...of('localStorage', storageNames(win, 'localStorage')),
    ...of('sessionStorage', storageNames(win, 'sessionStorage')),
    ...of(
      'indexedDB',
      await names(async () => (await win.indexedDB.databases()).map((one) => one.name ?? '')),
    ),
    ...of('cache', await names(() => caches.keys())),
    ...of('serviceWorker', await names(() => workersOf(win))),
  ];
}

async function workersOf(win: Window): Promise<string[]> {
  const registered = await win.navigator.serviceWorker.getRegistrations();
  return registered.map(({ scope }) => (URL.canParse(scope) ? new URL(scope).pathname : scope));
}

async function names(read: () => Promise<string[]>): Promise<string[]> {
  try {
    return (await read()).filter((name) => name !== '');
  } catch {
    return [];
  }
}
