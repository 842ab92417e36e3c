import type { HeatQuery, SourceConfig } from '../../protocol/sources';
import { widthsOf } from '../device-widths';
import { isOpen } from '../widths';
import { toUrlPattern } from './url-pattern';
import { UNIT, unitsOf } from './width-units';

export type PostHogConfig = Extract<SourceConfig, { kind: 'posthog' }>;

/** PostHog's names for what was counted: in the heatmaps table, and as autocaptured events. */
export const HEATMAP_TYPES = {
  click: 'click',
  rage: 'rageclick',
  dead: 'deadclick',
  move: 'mousemove',
  scroll: 'scrolldepth',
} as const;

export const ELEMENT_EVENTS = {
  click: '$autocapture',
  rage: '$rageclick',
  dead: '$dead_click',
} as const;

/** The event that a map by element counts; null: it is counted among the heatmaps. */
export function eventCounted({ map, by }: Pick<HeatQuery, 'map' | 'by'>): string | null {
  const isOfEvents = by === 'element' && (map === 'click' || map === 'rage' || map === 'dead');
  return isOfEvents ? ELEMENT_EVENTS[map] : null;
}

/** Below the project: `pathIn(config, 'heatmaps')` is `/api/projects/1/heatmaps/`. */
export const pathIn = ({ projectId }: PostHogConfig, what: string): string =>
  `/api/projects/${encodeURIComponent(projectId)}/${what}/`;

/** Page, days, widths and whose clicks, as the heatmaps API wants them. */
export function heatmapParams(type: string, query: HeatQuery): Record<string, string> {
  const { filters } = query;
  const { first, last } = unitsOf(query);
  return {
    type,
    ...(filters.pattern === null
      ? { url_exact: query.page }
      : { url_pattern: toUrlPattern(filters.pattern) }),
    date_from: query.from,
    date_to: query.to,
    hide_zero_coordinates: 'true',
    // The server divides by 16 and rounds, halves to the even unit: whole units are what they are.
    viewport_width_min: String(first * UNIT),
    ...(last !== null && { viewport_width_max: String(last * UNIT) }),
    ...(filters.withoutTestAccounts && { filter_test_accounts: 'true' }),
    ...(filters.cohorts.length > 0 && { cohort_ids: JSON.stringify(filters.cohorts) }),
  };
}

/** The same for element statistics, which take PostHog's general filters instead. */
export function elementParams(event: string, query: HeatQuery): Record<string, string> {
  const { filters } = query;
  const widths = widthsOf(query);
  const page =
    filters.pattern === null
      ? { value: query.page, operator: 'exact' }
      : { value: toUrlPattern(filters.pattern), operator: 'regex' };
  const properties = [
    { key: '$current_url', type: 'event', ...page },
    { key: '$viewport_width', type: 'event', value: widths.min, operator: 'gte' },
    ...(isOpen(widths)
      ? []
      : [{ key: '$viewport_width', type: 'event', value: widths.max + 1, operator: 'lt' }]),
    ...filters.cohorts.map((value) => ({ key: 'id', type: 'cohort', value })),
  ];
  return {
    include: event,
    date_from: query.from,
    date_to: query.to,
    properties: JSON.stringify(properties),
    ...(filters.withoutTestAccounts && { filter_test_accounts: 'true' }),
    // Older servers answer with a bare list without it.
    paginate_response: 'true',
  };
}
