/** Clears what a page's own script can of its origin: cookies but HttpOnly ones, storages, databases, caches, workers. */
export async function clearOrigin(win: Window): Promise<void> {
  clearAtOnce(win);
  // What the page writes on its way out goes as well: this listener is the last of them.
  win.addEventListener('pagehide', () => clearAtOnce(win), { once: true });
  await Promise.allSettled([clearDatabases(win), clearCaches(), unregisterWorkers(win)]);
}

function clearAtOnce(win: Window): void {
  for (const area of ['localStorage', 'sessionStorage'] as const) {
    attempt(() => win[area].clear());
  }
  attempt(() => clearCookies(win.document));
}

/** A cookie is gone under the domain and the path that it was set for, which a script isn't told. */
function clearCookies(document: Document): void {
  const { hostname, pathname } = document.location;
  const labels = hostname.split('.');
  const domains = ['', ...labels.map((_, index) => `;domain=.${labels.slice(index).join('.')}`)];
  const parts = pathname.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/') || '/');
  for (const name of cookieNames(document)) {
    for (const domain of domains) {
      for (const path of new Set(['/', ...paths])) {
        document.cookie = `${name}=;expires=Thu, 01 Jan 1970 00:00:00 GMT;path=${path}${domain}`;
      }
    }
  }
}

/** Names of the cookies that a script can see. */
export const cookieNames = (document: Document): string[] =>
  document.cookie
    .split('; ')
    .map((pair) => pair.split('=')[0] ?? '')
    .filter((name) => name !== '');

async function clearDatabases(win: Window): Promise<void> {
  for (const { name } of await win.indexedDB.databases()) {
    // One that the page holds open goes when the page does.
    if (name !== undefined) win.indexedDB.deleteDatabase(name);
  }
}

async function clearCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function unregisterWorkers(win: Window): Promise<void> {
  for (const one of await win.navigator.serviceWorker.getRegistrations()) await one.unregister();
}

/** A frame that may not use a store has nothing in it. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Then there was nothing to clear.
  }
}
