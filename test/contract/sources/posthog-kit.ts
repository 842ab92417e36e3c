import { afterEach, expect } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery, SourceConfig } from '../../../lib/protocol/sources';
import type { SourceHeat } from '../../../lib/sources/contract';
import { createPostHogSource, type PostHogLimits } from '../../../lib/sources/posthog';
import { VIEWPORT_WIDTH } from './contract';
import { type DoubleOptions, type PostHogDouble, startPostHogDouble } from './posthog-double';

export const KEY = 'phx_CanaryKey0123456789';
export const PROJECT = '4242';
export const NOW = Date.UTC(2026, 10, 7, 12);

export const QUERY: HeatQuery = {
  page: 'https://acme.test/pricing?plan=team',
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1200.4, max: 1359.6 },
  viewportWidth: VIEWPORT_WIDTH,
};

export type PostHogConfig = Extract<SourceConfig, { kind: 'posthog' }>;

const running: PostHogDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.close()));
});

export async function start(options: Partial<DoubleOptions> = {}): Promise<PostHogDouble> {
  const double = await startPostHogDouble({ key: KEY, project: PROJECT, ...options });
  running.push(double);
  return double;
}

export const configFor = (double: Pick<PostHogDouble, 'origin'>): PostHogConfig => ({
  kind: 'posthog',
  id: 'src_1',
  name: 'Acme',
  host: double.origin,
  projectId: PROJECT,
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [],
});

export interface Settings {
  readonly limits?: Partial<PostHogLimits>;
  readonly secret?: string;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof fetch;
  readonly config?: Partial<PostHogConfig>;
  readonly query?: Partial<HeatQuery>;
}

export const portsOf = ({ secret = KEY, signal, fetch: given }: Settings) => ({
  fetch: given ?? fetch,
  secret,
  clock: { now: () => NOW },
  signal: signal ?? new AbortController().signal,
});

export function fetchHeat(
  double: Pick<PostHogDouble, 'origin'>,
  settings: Settings = {},
): Promise<Result<SourceHeat, HushmapError>> {
  const source = createPostHogSource(settings.limits);
  const config = { ...configFor(double), ...settings.config };
  return source.fetchHeat(config, { ...QUERY, ...settings.query }, portsOf(settings));
}

/** The error of a call that must fail; nothing in it, nor in its sentence, may tell the key. */
export function errorOf(result: Result<unknown, HushmapError>): HushmapError {
  if (result.ok) throw new Error('The call succeeded.');
  const { error } = result;
  const said = createTranslator()(error.sentence.id, error.sentence.params ?? []);
  expect(said).not.toBe('');
  for (const text of [said, String(error.stack), JSON.stringify(error), String(error.cause)]) {
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('url_exact');
  }
  return error;
}
