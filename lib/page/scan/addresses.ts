import { recogniseUrl } from '../../pii';
import { natives } from '../natives';
import { ElementView } from '../node-view';
import type { Collector } from './collector';
import { LIMITS } from './contract';
import { NO_SURROUNDINGS, Place } from './place';
import type { OnValue } from './sight';

/** Looks at the addresses of a document: its own, and those that it has loaded from. */
export function scanAddresses(
  document: Document,
  href: string,
  outer: Place | null,
  collector: Collector,
  onValue?: OnValue,
): void {
  const root = natives.documentElement(document);
  if (!root || !/^(https?|file):/.test(href)) return;
  const place = new Place(new ElementView(root, 0), 'child', outer, NO_SURROUNDINGS, null);
  lookAt(place, 'page-url', href, collector, onValue);
  const loaded = resourcesOf(document);
  collector.truncated += Math.max(0, loaded.length - LIMITS.resources);
  for (const url of loaded.slice(0, LIMITS.resources)) {
    lookAt(place, 'resource-url', url, collector, onValue);
  }
}

function lookAt(
  place: Place,
  channel: 'page-url' | 'resource-url',
  url: string,
  collector: Collector,
  onValue?: OnValue,
): void {
  collector.values += 1;
  const matches = recogniseUrl(url);
  onValue?.({ place, channel, attribute: '', value: url, pii: matches[0]?.pii ?? null });
  for (const match of matches) {
    collector.add({
      place,
      channel,
      // The fragment is one to recorders, whatever is in it.
      attribute: url.slice(0, match.start).includes('#') ? '#' : match.parameter,
      match,
      value: url.slice(match.start, match.end),
      whole: url,
      location: PAGE,
    });
  }
}

function resourcesOf(document: Document): string[] {
  const entries = natives.window(document)?.performance?.getEntriesByType?.('resource') ?? [];
  const urls = entries.map(({ name }) => name).filter((name) => /^(https?|wss?):/.test(name));
  return [...new Set(urls)].filter((url) => url.length <= LIMITS.attribute);
}

const PAGE = { selector: ':root', template: ':root' };
