import { HushmapError } from '../core/errors';
import type { SourceConfig } from '../protocol/sources';
import { clickhouse } from './clickhouse';
import type { HeatSource } from './contract';
import { endpoint } from './endpoint';
import { matomo } from './matomo';
import { openreplay } from './openreplay';
import { posthog } from './posthog';

/** Every back end that can be set up, by kind. A new one is added here and in `SourceConfigSchema`. */
const SOURCES: { readonly [K in SourceConfig['kind']]?: HeatSource } = {
  posthog,
  matomo,
  openreplay,
  clickhouse,
  endpoint,
};

export function sourceOf(config: Pick<SourceConfig, 'kind'>): HeatSource {
  const source = SOURCES[config.kind];
  if (source === undefined) throw new HushmapError('source.notConfigured');
  return source;
}
