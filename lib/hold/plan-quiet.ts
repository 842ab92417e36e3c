import type { PageFacts } from '../protocol/audit';
import type { BlockRule } from '../protocol/hold';
import { RECORDER_IDS } from '../protocol/recorders';
import { hostsOf } from '../recorders/endpoints';
import { recorderName } from '../recorders/names';
import { atPlace, atVendors, onOwnPaths } from './block-rules';
import { placesOf } from './places';
import { patternsOf } from './plan-hold';

export interface PlannedQuiet {
  readonly patterns: readonly string[];
  /** Names of whom nothing is sent to. */
  readonly receivers: readonly string[];
  readonly rules: readonly Omit<BlockRule, 'id'>[];
}

/**
 * What it takes to keep one tab's visit out of the site's analytics: every recorder that Hushmap
 * knows, the back ends that heat is read from, and analytics that record nothing but count.
 *
 * @param page address of the page that the tab shows, http or https
 * @param sources hosts of the back ends that are set up for heat
 */
export function planQuiet(
  page: string,
  tabId: number,
  facts: PageFacts,
  sources: readonly string[],
): PlannedQuiet {
  const { hostname, protocol } = new URL(page);
  const scope = { tabIds: [tabId] };
  // Shared and service workers are in no tab: those of this site are quiet for its other tabs, too.
  const workers = { tabIds: [tabId, NO_TAB], initiatorDomains: [hostname] };
  const found = RECORDER_IDS.map((id) => [id, placesOf(id, facts, page)] as const);
  const isOnPage = new Set(Object.keys(facts.globals));
  // The page's own host is left alone: it would take the page with it.
  const others = [...sources, ...Object.keys(ANALYTICS)].filter((host) => host !== hostname);
  const places = found
    .flatMap(([, each]) => each.places)
    .filter((place) => place.hostname !== hostname || place.path !== '');
  const vendors = [...RECORDER_IDS.flatMap(hostsOf), ...others];
  return {
    patterns: patternsOf({ hostname, protocol }, vendors, places),
    receivers: [
      ...RECORDER_IDS.filter((id) => hostsOf(id).length > 0 || isOnPage.has(id)).map(recorderName),
      ...new Set(Object.values(ANALYTICS)),
      ...sources.filter((host) => host !== hostname),
    ],
    rules: [scope, workers].flatMap((who) => [
      ...atVendors(vendors, who),
      ...places.map((place) => atPlace(place, who)),
      ...found.filter(([id]) => isOnPage.has(id)).flatMap(([id]) => onOwnPaths(id, hostname, who)),
    ]),
  };
}

/** What declarativeNetRequest calls the tab of a request that comes from none. */
const NO_TAB = -1;

/**
 * Analytics without recordings, by the hosts that their documentation names for a content security
 * policy. Tag managers are left alone: sites load more than analytics through them.
 */
const ANALYTICS: Readonly<Record<string, string>> = {
  'google-analytics.com': 'Google Analytics',
  'analytics.google.com': 'Google Analytics',
  'plausible.io': 'Plausible',
  'cloudflareinsights.com': 'Cloudflare Web Analytics',
  'api.segment.io': 'Segment',
  'omtrdc.net': 'Adobe Analytics',
  'scorecardresearch.com': 'Comscore',
  'matomo.cloud': 'Matomo Cloud',
};
