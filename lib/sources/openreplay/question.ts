import type { HeatQuery } from '../../protocol/sources';

/**
 * The card that OpenReplay's own interface sends for a click map. Pages are told apart by their path
 * alone. `includeClickRage`: without it OpenReplay takes repeated clicks out again, and others with
 * them, since it compares their times in a way that always holds.
 */
export function toQuestion({ page, from, to }: Pick<HeatQuery, 'page' | 'from' | 'to'>): unknown {
  const path = new URL(page).pathname;
  return {
    metricType: 'heatmaps_session',
    metricOf: 'heatMapUrl',
    metricFormat: 'sessionCount',
    viewType: 'chart',
    startTimestamp: Date.parse(`${from}T00:00:00Z`),
    // Both days are included.
    endTimestamp: Date.parse(`${to}T00:00:00Z`) + DAY_MS - 1,
    density: 200,
    limit: 200,
    page: 1,
    includeClickRage: true,
    series: [
      {
        name: 'hushmap',
        filter: {
          eventsOrder: 'then',
          filters: [
            {
              name: 'LOCATION',
              isEvent: true,
              operator: 'is',
              value: [],
              propertyOrder: 'and',
              filters: [{ name: 'url_path', operator: 'is', value: [path] }],
            },
          ],
        },
      },
    ],
  };
}

const DAY_MS = 86_400_000;
