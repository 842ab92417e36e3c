import type { WalkCookie, WalkRequest, WalkStored } from '../../protocol/walk/step';
import { wireStates } from '../google-wire';
import type { ConsentWalkPolicy } from '../walk-policy';

/**
 * What a request is with regard to consent. `sends`: data to somebody whose trade is ads, analytics or
 * social media. `loads`: a script, a style, a font of theirs. `ping`: says on the wire that consent is
 * denied. `embeds`: somebody whose part is not to be told by their trade (tag managers, videos, chats).
 */
export type TrafficKind = 'none' | 'sends' | 'loads' | 'ping' | 'embeds';

type Needed = Pick<ConsentWalkPolicy, 'essentialHosts'>;

export function kindOfTraffic(request: WalkRequest, needed: Needed): TrafficKind {
  if (request.recorder !== null || isOwnPage(request)) return 'none';
  if (isEssentialHost(hostOf(request.url), needed)) return 'none';
  if (isConsentPlatform(request)) return 'none';
  const wire = wireStates(request);
  // Anybody can write Google's fields into an address: only Google's own collecting ends heed them.
  const carriesConsent =
    (request.gcs !== undefined || request.gcd !== undefined) && isGoogles(request);
  if (carriesConsent && wire.length > 0 && wire.every((state) => state === 'denied')) return 'ping';
  if (TRADES.has(request.category) || carriesConsent) {
    return ASSETS.has(request.type) ? 'loads' : 'sends';
  }
  return EMBEDS.has(request.category) ? 'embeds' : 'none';
}

/** Hosts that the team says the page needs, and those below them. */
export const isEssentialHost = (host: string, { essentialHosts }: Needed): boolean =>
  essentialHosts.some((one) => host === one || host.endsWith(`.${one}`));

const isGoogles = ({ owner, url }: WalkRequest): boolean =>
  /^(Google|DoubleClick)/i.test(owner) ||
  /\/(g\/collect|ccm\/collect|j\/collect)$/.test(pathOf(url));

/** An address without its query. */
export const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? url;

/** Pages that a visitor opens. A frame's document is of the same type, and ads are sent data by them. */
const isOwnPage = ({ type, party }: WalkRequest): boolean =>
  type === 'document' && party === 'first';

/** A consent platform has to be asked before anybody can consent. */
export const isConsentPlatform = ({ category, url }: WalkRequest): boolean =>
  category === 'consent-provider' || PLATFORMS.test(hostOf(url));

/** Categories as third-party-web names them. */
const TRADES: ReadonlySet<string> = new Set(['ad', 'analytics', 'marketing', 'social']);
const EMBEDS: ReadonlySet<string> = new Set(['tag-manager', 'customer-success', 'video']);
const ASSETS: ReadonlySet<string> = new Set(['script', 'style', 'font']);

const PLATFORMS =
  /(^|\.)(cookiebot\.(com|eu)|cookielaw\.org|onetrust\.(com|io)|usercentrics\.(eu|com)|privacy-center\.org|didomi\.io|trustarc\.com|consensu\.org|consentmanager\.(net|mgr\.consensu\.org)|iubenda\.com|cookieyes\.com|cdn-cookieyes\.com|termly\.io|osano\.com|privacy-mgmt\.com|sourcepoint\.mgr\.consensu\.org|quantcast\.mgr\.consensu\.org|cmp\.inmobi\.com|axept\.io|axeptio\.tech|tarteaucitron\.io|ketchcdn\.com|transcend-cdn\.com|fundingchoicesmessages\.google\.com|cookiefirst\.com|civiccomputing\.com|cookiehub\.(net|com|eu)|borlabs\.io|consentmo\.com|secureprivacy\.ai)$/;

export function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** Who a request goes to, as a person knows them. */
export const ownerOf = ({ owner, url }: WalkRequest): string => owner || hostOf(url);

type Named = Pick<ConsentWalkPolicy, 'essentialNames'>;

/** Whether the page needs what is stored under a name: by its kind, or by the team's own word. */
export function isNeeded(
  { name, essential }: Pick<WalkCookie | WalkStored, 'name' | 'essential'>,
  { essentialNames }: Named,
): boolean {
  return (
    essential ||
    essentialNames.some((one) =>
      one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one,
    )
  );
}

/**
 * Cookies whose names are known from vendors' own documentation to be there for analytics or ads. What
 * another name is for, only a person can tell.
 */
export const isKnownAnalytics = (name: string): boolean =>
  isKnownStatistics(name) || ADS_NAME.test(name);

/** Of these, the ones that count what visitors do on the site itself, by the vendor's own account. */
export const isKnownStatistics = (name: string): boolean => STATISTICS_NAME.test(name);

const STATISTICS_NAME =
  /^(_ga(_.+)?|_gid|_gat(_.+)?|__utm.+|_dc_gtm_.+|_clck|_clsk|_hj.+|_pk_(id|ses|ref).*|mp_.+_mixpanel|amp_.+|AMP_.+|ajs_(anonymous|user)_id|_ym_(uid|d|isad|visorc.*)|s_(vi|fid|cc|sq)|AMCV_.+|hubspotutk|__hs(tc|sc|src)|ph_.+_posthog|_hp2_.+|optimizelyEndUserId|_vwo_.+|_cs_(id|c|s)|fs_uid)$/;

const ADS_NAME =
  /^(_gcl_.+|_fbp|_fbc|_uet(sid|vid)|_ttp|_tt_enable_cookie|_pin_unauth|_scid|_rdt_uuid|li_fat_id|IDE|DSID|test_cookie|NID|MUID|VISITOR_INFO1_LIVE|YSC|personalization_id|muc_ads)$/;
