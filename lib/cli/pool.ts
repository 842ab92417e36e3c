import type { Browser } from 'playwright';
import { launchBrowser } from './browser';
import { NotReached } from './visit';

/** Pages after which a browser is closed and a new one started, so that memory stays bounded. */
const PAGES_PER_BROWSER = 50;
/** Milliseconds that a browser gets to close before it is left to its fate. */
const CLOSE_MS = 5_000;

/**
 * Does one piece of work after another in a browser of its own: each is given a limit, and a page that
 * hangs or brings the browser down loses nothing but itself.
 */
export class BrowserWorker {
  #browser: Browser | null = null;
  #pages = 0;

  /** @param endsWithSignals As for {@link launchBrowser}. */
  constructor(private readonly endsWithSignals = true) {}

  /** @throws NotReached where the work takes longer than `limit` milliseconds, or its browser is gone. */
  async run<T>(limit: number, work: (browser: Browser) => Promise<T>): Promise<T> {
    if (this.#pages >= PAGES_PER_BROWSER) await this.close();
    this.#browser ??= await launchBrowser(this.endsWithSignals);
    const browser = this.#browser;
    this.#pages += 1;
    try {
      return await withLimit(work(browser), limit);
    } catch (cause) {
      if (cause instanceof NotReached && !(cause instanceof TooLong)) throw cause;
      // Whatever went wrong, the next page gets a browser that it did not go wrong in.
      await this.close();
      throw cause;
    } finally {
      await closeContexts(browser);
    }
  }

  async close(): Promise<void> {
    const browser = this.#browser;
    this.#browser = null;
    this.#pages = 0;
    if (browser) await settled(browser.close());
  }
}

class TooLong extends NotReached {}

async function closeContexts(browser: Browser): Promise<void> {
  if (!browser.isConnected()) return;
  await settled(Promise.all(browser.contexts().map((context) => context.close())));
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return withLimit(work, CLOSE_MS).catch(() => undefined);
}

async function withLimit<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooLong(`The page took longer than ${Math.round(limit / 1000)} s.`));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
