import type { PerTab } from '../heat/ports';

/** A value per tab in memory, cloned at the door as the browser's storage does. */
export function perTab<T>(): PerTab<T> {
  const values = new Map<number, T>();
  return {
    read: async (tabId) => structuredClone(values.get(tabId) ?? null),
    write: async (tabId, value) => {
      values.set(tabId, structuredClone(value));
    },
    remove: async (tabId) => {
      values.delete(tabId);
    },
  };
}
