import type { Canary } from '../../wire/contract';
import { createLocator } from '../locator';
import type { OnValue } from '../scan/sight';
import { bareText } from './bare-text';

/** Where on the page canaries stand, by selector: a field made anew, a text that repeats another. */
export async function canariesShown(
  canaries: readonly Canary[],
  scan: (onValue: OnValue) => Promise<unknown>,
): Promise<string[]> {
  if (canaries.length === 0) return [];
  const sought = canaries.map(({ value }) => bareText(value));
  const locate = createLocator();
  const found = new Set<string>();
  await scan(({ place, channel, value }) => {
    // Where the page has loaded from is over.
    if (channel === 'resource-url' || value.length < SHORTEST || found.size >= MOST) return;
    const text = bareText(value);
    if (sought.some((each) => text.includes(each))) found.add(locate(place.view.element).selector);
  }).catch(() => undefined);
  return [...found];
}

/** No canary has fewer characters. */
const SHORTEST = 8;
const MOST = 100;
