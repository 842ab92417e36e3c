import { HushmapError } from '../../core/errors';
import type { HeatSettings, SourceAbilities } from '../../protocol/heat';
import type { HeatQuery, Policy, SourceConfig } from '../../protocol/sources';
import { redactFilters } from '../../report/redact-filters';
import { redactUrl } from '../../report/redact-url';
import type { SourceHeat } from '../../sources/contract';
import { widthsOf } from '../../sources/device-widths';
import { needsKey } from '../../sources/needs-key';
import { sourceOf } from '../../sources/registry';
import { lastDays } from './days';
import type { AskedOfSource, createDiscloser } from './disclose-map';
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
  const heat = await sourceOf(config).fetchHeat(config, query, opened);
  if (!heat.ok) throw heat.error;

  const { band, filters } = query;
  const origin: Origin = {
    from: query.from,
    to: query.to,
    sourceId: config.id,
    sourceName: config.name,
    kind: config.kind,
    // A device decides the widths where the source knows no devices.
    band: widthsOf({ band, filters }),
    filters: redactFilters(filters),
    // The address may hold what is about a person; what is kept of it does not.
    page: redactUrl(wish.page),
    fetchedAt: ports.clock.now(),
  };
  const k = kOf(wish.policy);
  const asked = askedOf(wish, sourceOf(config).abilities(config), heat.value, origin);
  return prepareHeat(heat.value, wish.settings.map, origin, k, (kept, total) =>
    ports.disclose({ ...asked, k }, kept, heat.value.viewportWidth, total),
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
    band: settings.band ?? bandAround(viewportWidth),
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

/**
 * What the answer is of, for the guard. Where a source cannot tell widths, whatever was asked for is
 * all of them: two answers of the same clicks must not pass for two answers about different people.
 */
function askedOf(
  { config, page, settings }: Wish,
  abilities: SourceAbilities,
  heat: SourceHeat,
  { from, to, band }: Origin,
): Omit<AskedOfSource, 'k'> {
  const { map, by, filters } = settings;
  const common = { sourceId: config.id, page, map, by, from, to };
  // PostHog's own statistics of elements know clicks alone, of whatever window.
  const isBare = heat.form === 'anchored' && heat.unit === 'clicks';
  if (isBare) return { ...common, band: ALL_WIDTHS, filters: { ...filters, device: 'all' } };
  return {
    ...common,
    band: widthsAsked({ band: band ?? ALL_WIDTHS, filters }, abilities),
    filters,
  };
}

/** Widths that an answer is of, as far as its source can tell them apart. */
export const widthsAsked = (
  asked: Pick<HeatQuery, 'band' | 'filters'>,
  { filters }: SourceAbilities,
): HeatQuery['band'] => (filters.includes('band') ? widthsOf(asked) : ALL_WIDTHS);

const ALL_WIDTHS = { min: 0, max: 10_000 };

/**
 * Widths that a page of this width is compared with: ±10 %, since layouts seldom break within it.
 * The side panel shows the band and can change it. In whole steps, so that a window that is a little
 * wider asks the same question.
 */
export function bandAround(width: number): { readonly min: number; readonly max: number } {
  return {
    min: Math.floor((width * 0.9) / WIDTH_STEP) * WIDTH_STEP,
    max: Math.ceil((width * 1.1) / WIDTH_STEP) * WIDTH_STEP,
  };
}

/** CSS px: a whole number of the 16 px that PostHog keeps widths in units of. */
const WIDTH_STEP = 64;
