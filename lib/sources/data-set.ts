import type { SourceConfig } from '../protocol/sources';

/**
 * The data that a source asks, as anything that stays the same however it is asked: which back end, and
 * what of it. Name, key and pages have no part in it, nor have columns, since two of a table are of the
 * same people: answers about one set of data can be subtracted from each other.
 */
export function dataSetOf(config: SourceConfig): readonly string[] {
  const { kind, host } = config;
  switch (config.kind) {
    case 'posthog':
    case 'openreplay':
      return [kind, host, plainNumber(config.projectId)];
    case 'matomo':
      return [kind, host, config.path, config.siteId];
    case 'clickhouse':
      return [kind, host, config.database, config.table];
    case 'endpoint':
      return [kind, host, plainPath(config.path)];
  }
}

/** All that decides what a source answers: its data, and how that is read. A new name or key changes nothing. */
export function wayOfAsking(config: SourceConfig): string {
  const { id, name, origins, mappings, ...asked } = config;
  return JSON.stringify(asked);
}

/** `/heat/` and `//heat` are served as `/heat` by most. */
const plainPath = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`;

/** `01` is project 1 to a back end that reads a number. */
const plainNumber = (id: string): string => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id);
