import type { SourceConfig } from '../protocol/sources';
import { clickhouse } from './clickhouse';
import type { HeatSource } from './contract';
import { endpoint } from './endpoint';
import { matomo } from './matomo';
import { openreplay } from './openreplay';
import { posthog } from './posthog';

/** Every back end that can be set up, by kind. A new one is added here and in `SourceConfigSchema`. */
const SOURCES: { readonly [K in SourceConfig['kind']]: HeatSource } = {
  posthog,
  matomo,
  openreplay,
  endpoint,
  clickhouse,
};

export function sourceOf(config: Pick<SourceConfig, 'kind'>): HeatSource {
  return SOURCES[config.kind];
}
