import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { SourceAbilities } from '../../protocol/heat';
import type { HeatQuery } from '../../protocol/sources';
import type { HeatSource, SourceHeat } from '../contract';
import { widthsOf } from '../device-widths';
import { type Call, HTTP_LIMITS, type HttpLimits, withCall } from '../http';
import { MAX_CELLS } from '../limits';
import { settled } from '../settled';
import { refuseBeyond } from '../within-abilities';
import { fetchElements } from './elements';
import { askElements } from './hogql-elements';
import { askPages } from './hogql-pages';
import { askPlaces } from './hogql-places';
import { askScroll } from './hogql-scroll';
import { askMeasures } from './measures/ask';
import { fetchPlaces } from './places';
import { ELEMENT_EVENTS, eventCounted, HEATMAP_TYPES, type PostHogConfig } from './question';
import { fetchScroll } from './scroll';
import { tryOut } from './try-out';
import { unitsOf, widthsIn } from './width-units';

export interface PostHogLimits extends HttpLimits {
  readonly cells: number;
  /** Rows of element statistics: the ways in which elements were clicked. */
  readonly elements: number;
}

/**
 * PostHog (posthog.com/docs/api/heatmaps), asked with a personal API key: places and depths from its
 * heatmaps (`heatmap:read`), elements from the statistics of its clickmap (`element:read`). Where the
 * key may run queries (`query:read`, `config.hogql`), all is counted by PostHog's engine instead: with
 * people everywhere, merged squares, and k before anything is sent. See docs/sources/posthog.md.
 */
export function createPostHogSource(
  limits: Partial<PostHogLimits> = {},
): HeatSource<PostHogConfig> {
  const all: PostHogLimits = { ...HTTP_LIMITS, cells: MAX_CELLS, elements: 50_000, ...limits };
  return {
    kind: 'posthog',
    // Its heatmaps API tells neither addresses nor measures; its engine does.
    abilities: ({ hogql }) => (hogql ? { ...ABILITIES, pages: true, measures: true } : ABILITIES),
    counts: (_config, query, what) => ({
      // With its heatmaps PostHog keeps widths in units, with its events in px. Neither knows devices.
      widths:
        what === 'measures' || eventCounted(query) !== null
          ? widthsOf(query)
          : widthsIn(unitsOf(query)),
      device: 'all',
    }),
    fetchHeat: (config, query, ports) =>
      settled(async () => {
        refuseBeyond(ABILITIES, query, config.name);
        return await withCall(config.host, ports, all, async (call) => {
          const heat = await heatOf(call, config, query, all);
          const remarks = [...(heat.remarks ?? []), ...remarksOn(config, query)];
          return remarks.length > 0 ? { ...heat, remarks } : heat;
        });
      }),
    listPages: (config, query, ports) =>
      settled(async () => {
        refuseBeyond(ABILITIES, query, config.name);
        if (!config.hogql || query.map === 'attention') {
          throw new HushmapError('source.cannot', [config.name]);
        }
        return await withCall(config.host, ports, all, (call) => askPages(call, config, query));
      }),
    fetchMeasures: (config, query, goal, ports) =>
      settled(async () => {
        if (!config.hogql) throw new HushmapError('source.cannot', [config.name]);
        refuseBeyond(ABILITIES, query, config.name);
        return await withCall(config.host, ports, all, (call) =>
          askMeasures(call, config, query, goal),
        );
      }),
    test: (config, ports) =>
      settled(() => withCall(config.host, ports, all, (call) => tryOut(call, config, ports))),
  };
}

export const posthog = createPostHogSource();

const ABILITIES: SourceAbilities = {
  maps: [
    { map: 'click', by: 'place' },
    { map: 'click', by: 'element' },
    { map: 'rage', by: 'place' },
    { map: 'rage', by: 'element' },
    { map: 'dead', by: 'place' },
    { map: 'dead', by: 'element' },
    { map: 'move', by: 'place' },
    { map: 'scroll', by: 'place' },
  ],
  filters: ['band', 'device', 'testAccounts', 'cohorts', 'pattern'],
};

function heatOf(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  limits: PostHogLimits,
): Promise<SourceHeat> {
  const { map, by } = query;
  if (map === 'attention') throw new HushmapError('source.cannot', [config.name]);
  if (map === 'scroll') {
    return config.hogql ? askScroll(call, config, query) : fetchScroll(call, config, query);
  }
  if (by === 'element') {
    if (map === 'move') throw new HushmapError('source.cannot', [config.name]);
    const fetchThem = config.hogql ? askElements : fetchElements;
    return fetchThem(call, config, query, ELEMENT_EVENTS[map], limits.elements);
  }
  const fetchThem = config.hogql ? askPlaces : fetchPlaces;
  return fetchThem(call, config, query, HEATMAP_TYPES[map], limits.cells);
}

/** PostHog leaves cohorts out of its heatmaps, and says nothing, for whom it has not switched them on. */
function remarksOn({ hogql }: PostHogConfig, { by, filters }: HeatQuery): Message[] {
  const isUnsure = !hogql && by === 'place' && filters.cohorts.length > 0;
  return isUnsure ? [message('source.remark.cohortsUnsure')] : [];
}
