import type { SourceConfig } from '../protocol/sources';

/** Whether a source can be asked only with a key. An endpoint of one's own may go without. */
export const needsKey = (config: SourceConfig): boolean =>
  config.kind !== 'endpoint' || config.needsKey;
