import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** A value per tab that outlives the worker and ends with the browser's session. */
export interface TabStore<T> {
  read(tabId: number): Promise<T | null>;
  write(tabId: number, value: T): Promise<void>;
  remove(tabId: number): Promise<void>;
}

/** Session storage is ours alone, yet what it gives back may be of an older version: it is parsed. */
export function tabStore<S extends v.GenericSchema>(
  name: string,
  schema: S,
): TabStore<v.InferOutput<S>> {
  const keyOf = (tabId: number) => `${name}:${tabId}`;
  return {
    async read(tabId) {
      const key = keyOf(tabId);
      const parsed = v.safeParse(schema, (await browser.storage.session.get(key))[key]);
      return parsed.success ? parsed.output : null;
    },
    async write(tabId, value) {
      await browser.storage.session.set({ [keyOf(tabId)]: value });
    },
    async remove(tabId) {
      await browser.storage.session.remove(keyOf(tabId));
    },
  };
}

/** Tells one of our pages when the value of its tab has changed. */
export function watchTab<S extends v.GenericSchema>(
  name: string,
  schema: S,
  tabId: number,
  onValue: (value: v.InferOutput<S>) => void,
  signal: AbortSignal,
): void {
  const key = `${name}:${tabId}`;
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area !== 'session' || change?.newValue === undefined) return;
    const parsed = v.safeParse(schema, change.newValue);
    if (parsed.success) onValue(parsed.output);
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
