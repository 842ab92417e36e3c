import { apply, defineProperty, isArray, setPrototypeOf } from './natives';

/** Hears one entry of the queue: a command (`['consent', 'default', {…}]`) or an event's object. */
export type HearEntry = (entry: unknown) => void;

/**
 * Google's queue of commands and events, `dataLayer`
 * (https://developers.google.com/tag-platform/devguides/datalayer): what is in it when it is found,
 * and what is pushed on it from then on. Looks again for a queue that takes the name later.
 */
export function tapDataLayer(
  globals: { readonly dataLayer?: unknown },
  hear: HearEntry,
): () => void {
  let tapped: unknown;
  return () => {
    const queue = globals.dataLayer;
    if (!isArray(queue) || queue === tapped) return;
    tapped = queue;
    for (let i = 0; i < queue.length && i < MAX_QUEUE; i++) quietly(hear, queue[i]);
    const { push } = queue;
    const wrapper = {
      push(this: unknown, ...entries: unknown[]): unknown {
        for (let i = 0; i < entries.length; i++) quietly(hear, entries[i]);
        return apply(push, this, entries);
      },
    }.push;
    const descriptor = { value: wrapper, writable: true, configurable: true, enumerable: false };
    setPrototypeOf(descriptor, null);
    defineProperty(queue, 'push', descriptor);
  };
}

const MAX_QUEUE = 5_000;

function quietly(hear: HearEntry, entry: unknown): void {
  try {
    hear(entry);
  } catch {
    // Evidence is lost, the push is not.
  }
}
