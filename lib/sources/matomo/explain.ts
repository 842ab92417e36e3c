import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { type Ask, askList, type MatomoConfig } from './ask';

/** What Matomo means by these may be several things. */
const UNCLEAR = [
  'matomo.refused',
  'source.unauthorized',
  'source.forbidden',
  'source.notFound',
  'source.notJson',
  'source.failed',
];
/** Answers to the first question that say: this key is not known. */
const NO_KEY = ['matomo.refused', 'source.unauthorized', 'source.forbidden'];
/** Answers to the first question that say: this is no Matomo. */
const NO_MATOMO = ['source.notFound', 'source.notJson', 'source.badShape'];

const VersionSchema = v.object({ value: v.string() });
const SwitchSchema = v.object({ value: v.union([v.boolean(), v.number(), v.string()]) });

/**
 * Why Matomo did not answer. Its own sentences are in the language of the key's user and may quote
 * what is private, so they are not read. Three harmless questions tell the same: is this a Matomo
 * that knows the key, may the key see the site, is the plugin there.
 */
export async function explain(
  cause: HushmapError,
  ask: Ask,
  config: MatomoConfig,
  segment: string,
): Promise<HushmapError> {
  if (!UNCLEAR.includes(cause.code)) return cause;
  const { host } = new URL(config.host);
  const version = await answerTo(ask, 'API.getMatomoVersion');
  if (version instanceof HushmapError) {
    if (NO_KEY.includes(version.code)) return new HushmapError('matomo.token', [host]);
    if (NO_MATOMO.includes(version.code)) return noMatomo(config);
    return version;
  }
  if (!v.is(VersionSchema, version)) return noMatomo(config);

  const site = await answerTo(ask, 'SitesManager.getSiteFromId', { idSite: config.siteId });
  if (site instanceof HushmapError && NO_KEY.includes(site.code)) {
    return new HushmapError('matomo.noAccess', [host, config.siteId]);
  }
  const plugin = await answerTo(ask, 'API.isPluginActivated', {
    pluginName: 'HeatmapSessionRecording',
  });
  if (v.is(SwitchSchema, plugin) && isOff(plugin.value)) {
    return new HushmapError('matomo.noPlugin', [host]);
  }
  if (segment !== '') return new HushmapError('matomo.segment', [host]);
  // The key is good and so is the site: what is left is the right to see heatmaps.
  if (NO_KEY.includes(cause.code)) return new HushmapError('matomo.refused', [host]);
  return cause;
}

/**
 * Throws `matomo.otherSite` where Matomo knows the address as another site's. Where it knows no site
 * of this address, nothing is said: a site may have been entered with a path.
 */
export async function refuseOtherSite(
  ask: Ask,
  config: MatomoConfig,
  address: string,
): Promise<void> {
  const { host } = new URL(config.host);
  const { origin } = new URL(address);
  let ids: string[];
  try {
    const rows = await askList(ask, 'SitesManager.getSitesIdFromSiteUrl', host, { url: origin });
    ids = rows.flatMap((row) => (v.is(SiteSchema, row) ? [String(row.idsite)] : []));
  } catch (cause) {
    // Only a help: where it fails, what was found before stands.
    if (cause instanceof HushmapError) return;
    throw cause;
  }
  const [other] = ids;
  if (other === undefined || ids.includes(config.siteId)) return;
  throw new HushmapError('matomo.otherSite', [host, origin, other, config.siteId]);
}

const SiteSchema = v.object({
  idsite: v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.regex(/^\d{1,10}$/))]),
});

const noMatomo = ({ host, path }: MatomoConfig): HushmapError =>
  new HushmapError('matomo.address', [host + path]);

const isOff = (value: string | number | boolean): boolean =>
  value === false || value === 0 || value === '0' || value === '' || value === 'false';

async function answerTo(
  ask: Ask,
  method: string,
  params?: Readonly<Record<string, string>>,
): Promise<unknown> {
  try {
    return await ask(method, params);
  } catch (cause) {
    if (cause instanceof HushmapError) return cause;
    throw cause;
  }
}
