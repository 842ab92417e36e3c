import type { SourceConfig } from '../protocol/sources';

/** Whether a source can be asked without a key: an endpoint that was set up so, and no other. */
export const needsKey = (config: SourceConfig): boolean =>
  config.kind !== 'endpoint' || config.needsKey;
