import { type Message, message } from '../../core/message';
import { roundCount } from '../../heatmap/rounding';
import type { ElementBox, HeatState } from '../../protocol/heat';
import type { HeatFilters } from '../../protocol/heat-kinds';
import type { Response } from '../../protocol/messages';
import type { TakenAway, TakingFilter } from '../../protocol/noise-messages';
import { type ByElement, type Counts, countsByBox, countsBySelectors } from './counts-by-element';
import type { createMapKeeper } from './map-keeper';
import type { Asked, HeatPorts, StoredMap } from './ports';

interface World {
  readonly ports: Pick<HeatPorts, 'asked' | 'page'>;
  readonly find: ReturnType<typeof createMapKeeper>['find'];
  readonly read: (tabId: number) => Promise<HeatState>;
}

type Answer = Response<'heat.takenAway'>;

/**
 * What a filter takes away from the map that a tab shows: the same map with it and without, each asked
 * for and held to k like any other. Only elements that both maps show are compared: of another one, what
 * k has hidden would look like what the filter took.
 */
export async function takenAway(
  { ports, find, read }: World,
  tabId: number,
  filter: TakingFilter,
): Promise<Answer> {
  const state = await read(tabId);
  const asked = await ports.asked.read(tabId);
  const { summary, settings, sources } = state;
  if (!state.on || summary === null || asked === null) return none(message('heat.taken.noMap'));
  const source = sources.find(({ id }) => id === summary.provenance.sourceId);
  if (source?.abilities?.filters.includes(filter) !== true) {
    return none(message(`heat.note.cannotFilter.${filter}`));
  }
  if (summary.bands !== null) return none(message('heat.taken.bands'));
  const ask = (on: boolean) => {
    const filters = { ...settings.filters, [FIELDS[filter]]: on };
    return find(tabId, { ...asked, settings: { ...settings, sourceId: source.id, filters } });
  };
  const all = await ask(false);
  // An older copy, shown because the source did not answer, is of another time.
  if (all.map === null || all.reason !== null) return none(all.reason);
  const rest = await ask(true);
  if (rest.map === null || rest.reason !== null) return none(rest.reason);

  const total = totalOf(all.map);
  const taken = total - totalOf(rest.map);
  if (!(total > 0)) return none(message('heat.taken.nothing'));
  const counted = await countBoth(all.map, rest.map, state.elements, asked);
  const most = mostTaken(counted, filter, summary.k);
  const elements = await named(most, tabId, ports);
  const listed = most.reduce((sum, { before, after }) => sum + before.clicks - after.clicks, 0);
  return {
    taken: {
      filter,
      share: percent(Math.max(0, taken / total)),
      elements,
      elsewhere: taken > 0 ? percent(Math.min(1, Math.max(0, 1 - listed / taken))) : 0,
      k: summary.k,
    },
    reason: null,
  };
}

const FIELDS: { readonly [K in TakingFilter]: keyof HeatFilters } = {
  noise: 'withoutNoise',
  testAccounts: 'withoutTestAccounts',
};

const none = (reason: Message | null): Answer => ({
  taken: null,
  reason: reason ?? message('heat.taken.nothing'),
});

const percent = (share: number): number => Math.round(share * 100) / 100;

/** All clicks, also those that k has hidden, as far as they are known. */
function totalOf({ cells, anchored, summary: { dropped } }: StoredMap): number {
  const { count, length } = anchored === null ? cells : anchored.cells;
  let shown = 0;
  for (let i = 0; i < length; i++) shown += count[i] ?? 0;
  return dropped < 1 ? shown / (1 - dropped) : 0;
}

interface Both {
  readonly element: ByElement;
  readonly before: Counts;
  readonly after: Counts;
}

async function countBoth(
  all: StoredMap,
  rest: StoredMap,
  boxes: readonly ElementBox[],
  { viewportWidth }: Asked,
): Promise<Both[]> {
  const countsOf = async (map: StoredMap) =>
    map.anchored === null
      ? await countsByBox(map, boxes, viewportWidth)
      : countsBySelectors(map.anchored);
  const after = await countsOf(rest);
  return [...(await countsOf(all))].flatMap(([key, { element, counts }]) => {
    const kept = after.get(key);
    return kept === undefined ? [] : [{ element, before: counts, after: kept.counts }];
  });
}

/** Where most of it went; of a team's own visits, only where at least k people were taken away. */
function mostTaken(counted: readonly Both[], filter: TakingFilter, k: number): Both[] {
  const takenOf = ({ before, after }: Both) => before.clicks - after.clicks;
  return counted
    .filter(({ before, after }) => filter === 'noise' || before.people - after.people >= k)
    .filter((each) => takenOf(each) >= k)
    .sort((a, b) => takenOf(b) - takenOf(a))
    .slice(0, MOST_LISTED);
}

const MOST_LISTED = 8;

async function named(
  most: readonly Both[],
  tabId: number,
  { page }: World['ports'],
): Promise<TakenAway['elements']> {
  const unnamed = most.flatMap(({ element }) =>
    'selectors' in element ? [element.selectors] : [],
  );
  const located =
    unnamed.length === 0
      ? null
      : await page
          .send(tabId, 'overlay.locate', { anchors: unnamed.map((each) => [...each]) })
          .catch(() => null);
  return most.flatMap(({ element, before, after }) => {
    const clicks = before.clicks - after.clicks;
    const figures = { share: percent(clicks / before.clicks), count: roundCount(clicks) };
    if ('ref' in element) {
      const { ref, label, role } = element;
      return [{ ref, label, role, ...figures }];
    }
    const found = located?.found.find(({ anchor }) => unnamed[anchor] === element.selectors);
    if (found === undefined) return [];
    return [{ ref: found.ref, label: found.label, role: found.role, ...figures }];
  });
}
