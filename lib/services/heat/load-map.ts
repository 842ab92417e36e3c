import { HushmapError } from '../../core/errors';
import type { HeatSettings } from '../../protocol/heat';
import type { Policy, SourceConfig } from '../../protocol/sources';
import { redactFilters } from '../../report/redact-filters';
import { redactUrl } from '../../report/redact-url';
import { widthsOf } from '../../sources/device-widths';
import { needsKey } from '../../sources/needs-key';
import { sourceOf } from '../../sources/registry';
import { lastDays } from './days';
import type { HeatPorts, StoredMap } from './ports';
import { kOf, type Origin, prepareHeat } from './prepare-map';

interface Wish {
  readonly config: SourceConfig;
  /** The page as the source knows it. */
  readonly page: string;
  readonly settings: HeatSettings;
  readonly viewportWidth: number;
  readonly pageHeight?: number | undefined;
  /** Days that the period ends before today. */
  readonly back?: number | undefined;
  readonly policy: Policy;
}

/** Fetches a page's heat from its source and saves it. Throws a `HushmapError` that says what to do. */
export async function loadMap(
  wish: Wish,
  ports: HeatPorts,
  signal: AbortSignal,
): Promise<StoredMap> {
  const { config } = wish;
  const source = sourceOf(config);
  if (!(await ports.hasGrant(config.host))) {
    throw new HushmapError('source.noPermission', [config.host]);
  }
  const secret = needsKey(config) ? await ports.secret(config) : '';
  if (secret === null) throw new HushmapError('vault.noSecret', [config.name]);

  const band = wish.settings.band ?? bandAround(wish.viewportWidth);
  const { filters } = wish.settings;
  const period = lastDays(wish.settings.days, ports.clock.now(), wish.back);
  const heat = await source.fetchHeat(
    config,
    {
      page: wish.page,
      map: wish.settings.map,
      by: wish.settings.by,
      filters,
      k: kOf(wish.policy),
      ...period,
      band,
      viewportWidth: wish.viewportWidth,
      ...(wish.pageHeight !== undefined && { pageHeight: Math.max(1, wish.pageHeight) }),
    },
    { fetch: ports.fetch, secret, clock: ports.clock, signal },
  );
  if (!heat.ok) throw heat.error;

  const origin: Origin = {
    ...period,
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
  return prepareHeat(heat.value, wish.settings.map, origin, kOf(wish.policy));
}

/**
 * Widths that a page of this width is compared with: ±10 %, since layouts seldom break within it.
 * The side panel shows the band and can change it.
 */
export function bandAround(width: number): { readonly min: number; readonly max: number } {
  return { min: Math.round(width * 0.9), max: Math.round(width * 1.1) };
}
