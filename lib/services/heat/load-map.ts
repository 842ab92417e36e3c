import { HushmapError } from '../../core/errors';
import type { HeatSettings } from '../../protocol/heat';
import type { HeatQuery, Policy, SourceConfig } from '../../protocol/sources';
import { redactFilters } from '../../report/redact-filters';
import { redactUrl } from '../../report/redact-url';
import { needsKey } from '../../sources/needs-key';
import { sourceOf } from '../../sources/registry';
import { wholeWidths } from '../../sources/widths';
import { whoIsCounted } from './counted';
import { lastDays } from './days';
import type { createDiscloser } from './disclose-map';
import type { HeatPorts, StoredMap } from './ports';
import { kOf, type Origin, prepareHeat } from './prepare-map';

type Discloser = ReturnType<typeof createDiscloser>;

/** Which page is asked of which source, and how. */
export interface Wish {
  readonly config: SourceConfig;
  /** The page as the source knows it. */
  readonly page: string;
  readonly settings: HeatSettings;
  readonly viewportWidth: number;
  readonly pageHeight?: number | undefined;
  /** Days that the period ends before the last whole day. */
  readonly back?: number | undefined;
  readonly policy: Policy;
}

/**
 * Fetches a page's heat from its source and has it disclosed. Throws a `HushmapError` that says what to
 * do.
 */
export async function loadMap(
  wish: Wish,
  ports: Pick<HeatPorts, 'clock' | 'fetch' | 'hasGrant' | 'secret'> & Pick<Discloser, 'disclose'>,
  signal: AbortSignal,
): Promise<StoredMap> {
  const { config } = wish;
  const query = queryOf(wish, ports);
  const secret = await keyFor(config, ports);
  const opened = { fetch: ports.fetch, secret, clock: ports.clock, signal };
  const source = sourceOf(config);
  const heat = await source.fetchHeat(config, query, opened);
  if (!heat.ok) throw heat.error;

  const { from, to, filters } = query;
  const told = heat.value.counted;
  const counted = told ?? source.counts(config, query, 'heat');
  const origin: Origin = {
    from,
    to,
    sourceId: config.id,
    sourceName: config.name,
    kind: config.kind,
    // What was counted, which may be more than was asked for.
    band: counted.widths,
    filters: redactFilters(told ? { ...filters, device: told.device } : filters),
    // The address may hold what is about a person; what is kept of it does not.
    page: redactUrl(wish.page),
    fetchedAt: ports.clock.now(),
  };
  const k = kOf(wish.policy);
  const { map, by } = query;
  const who = whoIsCounted(counted, filters);
  const asked = { config, page: wish.page, map, by, from, to, ...who, k };
  return prepareHeat(heat.value, map, origin, k, (kept, total) =>
    ports.disclose(asked, kept, heat.value.viewportWidth, total),
  );
}

/** What a source is asked for a page, as it is set. */
export function queryOf(wish: Wish, { clock }: Pick<HeatPorts, 'clock'>): HeatQuery {
  const { settings, page, viewportWidth, pageHeight, policy, back } = wish;
  return {
    page,
    map: settings.map,
    by: settings.by,
    filters: settings.filters,
    k: kOf(policy),
    ...lastDays(settings.days, clock.now(), back),
    band: bandOf(settings, viewportWidth),
    viewportWidth,
    ...(pageHeight !== undefined && { pageHeight: Math.max(1, pageHeight) }),
  };
}

/** What opens a source: its key, empty where it needs none. Throws where it may not be asked. */
export async function keyFor(
  config: SourceConfig,
  { hasGrant, secret }: Pick<HeatPorts, 'hasGrant' | 'secret'>,
): Promise<string> {
  if (!(await hasGrant(config.host))) {
    throw new HushmapError('source.noPermission', [config.host]);
  }
  const key = needsKey(config) ? await secret(config) : '';
  if (key === null) throw new HushmapError('vault.noSecret', [config.name]);
  return key;
}

/** The widths to ask for: as they are set, or those around the window. */
export const bandOf = (
  { band }: Pick<HeatSettings, 'band'>,
  viewportWidth: number,
): HeatQuery['band'] => wholeWidths(band ?? bandAround(viewportWidth));

/**
 * Widths that a page of this width is compared with: ±10 %, since layouts seldom break within it.
 * The side panel shows the band and can change it. In whole steps, so that a window that is a little
 * wider asks the same question.
 */
function bandAround(width: number): { readonly min: number; readonly max: number } {
  return {
    min: Math.floor((width * 0.9) / WIDTH_STEP) * WIDTH_STEP,
    max: Math.ceil((width * 1.1) / WIDTH_STEP) * WIDTH_STEP,
  };
}

/** CSS px: a whole number of the 16 px that PostHog keeps widths in units of. */
const WIDTH_STEP = 64;
