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
  return keyedStore<S, number>(name, schema);
}

/** A value per key of any kind, such as an origin. `local` is kept over restarts. */
export function keyedStore<S extends v.GenericSchema, K extends string | number>(
  name: string,
  schema: S,
  area: 'session' | 'local' = 'session',
) {
  const nameOf = (key: K) => `${name}:${key}`;
  return {
    async read(key: K): Promise<v.InferOutput<S> | null> {
      const named = nameOf(key);
      const parsed = v.safeParse(schema, (await browser.storage[area].get(named))[named]);
      return parsed.success ? parsed.output : null;
    },
    async write(key: K, value: v.InferOutput<S>): Promise<void> {
      await browser.storage[area].set({ [nameOf(key)]: value });
    },
    async remove(key: K): Promise<void> {
      await browser.storage[area].remove(nameOf(key));
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
