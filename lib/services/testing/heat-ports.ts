import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import type { HeatPorts, StoredMap } from '../heat/ports';
import { memoryOfScopes } from './memory-of-scopes';
import { perTab } from './per-tab';

/**
 * What the heat needs of browser, vault and network, in memory alone: no source, no policy, no snapshot,
 * and a page that has nothing to say. A test gives what it is about.
 *
 * @param url - Address of every tab.
 */
export function heatPorts(url: string, more: Partial<HeatPorts> = {}): HeatPorts {
  return {
    clock: { now: () => Date.parse('2026-11-22T12:00:00Z') },
    fetch: () => Promise.reject(new Error('Nothing is to be fetched.')),
    states: perTab(),
    asked: perTab(),
    comparisons: perTab(),
    tabs: async () => [],
    files: perTab(),
    preferences: { read: async () => DEFAULT_HEAT_SETTINGS, write: async () => undefined },
    policy: async () => ({}),
    sources: async () => [],
    secret: async () => null,
    maps: mapsIn(new Map()),
    shown: memoryOfScopes(),
    snapshots: { find: async () => [], get: async () => null },
    hasGrant: async () => true,
    page: quietPage(url),
    ...more,
  };
}

/** A page that answers nothing, and is told everything. */
export function quietPage(
  url: string,
  onSend: (name: string, request: unknown) => void = () => undefined,
): HeatPorts['page'] {
  return {
    url: async () => url,
    injectOverlay: async () => undefined,
    injectPart: async () => undefined,
    send: async (_tabId, name, request) => {
      onSend(name, request);
      // The overlay has nothing to say to what it is told.
      return undefined as never;
    },
  };
}

/** Maps that are saved in memory, where a test can look at them. */
export const mapsIn = (saved: Map<string, StoredMap>): HeatPorts['maps'] => ({
  get: async (id) => saved.get(id) ?? null,
  put: async (map) => void saved.set(map.summary.mapId, map),
});
