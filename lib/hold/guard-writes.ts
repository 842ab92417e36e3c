import type { PageFacts } from '../protocol/audit';
import type { BlockRule } from '../protocol/hold';
import type { RecorderId } from '../protocol/recorders';
import { atPlace, HOLDS, onOwnPaths } from './block-rules';
import { placesOf } from './places';

type Rule = Omit<BlockRule, 'id'>;

export interface GuardedWrites {
  readonly rules: readonly Rule[];
  /** The page's own host, and those that its recorders were told or seen to send to. */
  readonly ownHosts: readonly string[];
  /** Places of the site's own that stay open, since recordings go there: `shop.example/ingest`. */
  readonly open: readonly string[];
}

/**
 * What keeps a page from writing to its own site while canaries stand in its fields: drafts that save
 * themselves, look-ups, forms. Recorders that send through the site go on, or there would be nothing
 * to prove. Reading (GET) goes on as well.
 *
 * @param page address of the page that the tab shows
 * @param recorders those that were found on it
 */
export function guardWrites(
  page: string,
  tabId: number,
  recorders: readonly RecorderId[],
  facts: PageFacts,
): GuardedWrites {
  const { hostname } = new URL(page);
  const scope = { tabIds: [tabId] };
  const found = recorders.flatMap((id) => placesOf(id, facts, page).places);
  const places = found
    // The whole of the page's own host would be every write.
    .filter((place) => place.hostname !== hostname || place.path !== '');
  const open = [
    ...places.map((place) => atPlace(place, scope)),
    ...recorders.flatMap((id) => onOwnPaths(id, hostname, scope)),
  ];
  return {
    rules: [
      {
        priority: GUARDS,
        action: { type: 'block' },
        condition: {
          ...scope,
          domainType: 'firstParty',
          requestMethods: ['post', 'put', 'patch', 'delete'],
          // The browser leaves navigations of the tab out where they are not named.
          resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'],
        },
      },
      ...open.map((rule): Rule => ({ ...rule, priority: OPENS, action: { type: 'allow' } })),
    ],
    ownHosts: [...new Set([hostname, ...found.map((place) => place.hostname)])].slice(0, 100),
    open: [...new Set(places.map(({ host, path }) => host + path))],
  };
}

/** Of a tab, in session storage: told from those of a quiet view by how little they weigh. */
export const isGuard = ({ priority }: Pick<BlockRule, 'priority'>): boolean =>
  (priority ?? 0) < HOLDS;

const GUARDS = 1;
const OPENS = 2;
