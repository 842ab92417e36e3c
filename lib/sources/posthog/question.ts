import type { HeatQuery, SourceConfig } from '../../protocol/sources';
import { widthsOf } from '../device-widths';
import { toUrlPattern } from './url-pattern';

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

/** Below the project: `pathIn(config, 'heatmaps')` is `/api/projects/1/heatmaps/`. */
export const pathIn = ({ projectId }: PostHogConfig, what: string): string =>
  `/api/projects/${encodeURIComponent(projectId)}/${what}/`;

/** Page, days, widths and whose clicks, as the heatmaps API wants them. */
export function heatmapParams(type: string, query: HeatQuery): Record<string, string> {
  const { filters } = query;
  const widths = widthsOf(query);
  return {
    type,
    ...(filters.pattern === null
      ? { url_exact: query.page }
      : { url_pattern: toUrlPattern(filters.pattern) }),
    date_from: query.from,
    date_to: query.to,
    hide_zero_coordinates: 'true',
    viewport_width_min: String(widths.min),
    viewport_width_max: String(widths.max),
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
    { key: '$viewport_width', type: 'event', value: widths.max, operator: 'lte' },
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
