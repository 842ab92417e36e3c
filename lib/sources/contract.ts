import type { Clock } from '../core/clock';
import type { HushmapError } from '../core/errors';
import type { Result } from '../core/result';
import type { Cells } from '../heatmap/cells';
import type { HeatQuery, SourceConfig } from '../protocol/sources';

/**
 * A back end that heatmap data comes from. Every source passes `test/contract/sources`.
 *
 * A source turns its API's answer into cells and says how exact they are. It does not apply k: that
 * is done once, for all sources, by `lib/heatmap/anonymity`. Texts, ids of people and sessions are
 * dropped at ingest. What a person can mend comes back as an error; a call that was aborted through
 * `ports.signal` rejects with the signal's reason, as `fetch` does; a signal that timed out is
 * `source.slow`.
 */
export interface HeatSource<C extends SourceConfig = SourceConfig> {
  readonly kind: C['kind'];
  fetchHeat(
    config: C,
    query: HeatQuery,
    ports: SourcePorts,
  ): Promise<Result<SourceHeat, HushmapError>>;
  /** Asks the least that proves address, key and scope. */
  test(config: C, ports: SourcePorts): Promise<Result<void, HushmapError>>;
}

/** What the shell lends a source. */
export interface SourcePorts {
  /** The network. Requests must be made with `redirect: 'manual'` semantics and without cookies. */
  readonly fetch: typeof fetch;
  /** The key that was entered for this source, already decrypted. */
  readonly secret: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface SourceHeat {
  readonly cells: Cells;
  /** Width that x is given at, CSS px. */
  readonly viewportWidth: number;
  /** Half of the source's grid step, CSS px. */
  readonly gridErrorX: number;
  readonly gridErrorY: number;
  readonly unit: 'people' | 'sessions';
  readonly truncated: boolean;
  /** Rows that were left out because their position or count is no usable number. */
  readonly unusable: number;
}
