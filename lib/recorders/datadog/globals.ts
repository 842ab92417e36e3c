import type { Json } from '../json';
import {
  addressesIn,
  ask,
  at,
  type GlobalsReader,
  get,
  shareIn,
  toJson,
  versionIn,
} from '../read-page';

/** Options of `DD_RUM.init` that decide about capture. */
const OPTIONS = [
  'defaultPrivacyLevel',
  'enablePrivacyForActionName',
  'trackUserInteractions',
  'trackResources',
  'actionNameAttribute',
  'beforeSend',
] as const;

/**
 * `DD_RUM` tells its version, the options that it was started with, and whether it records: the link
 * to the replay of this session names an error where there is none.
 */
export const readGlobals: GlobalsReader = (page): Json => {
  const rum = get(page, 'DD_RUM');
  if (typeof rum !== 'object' || rum === null) return null;
  const init = ask(rum, 'getInitConfiguration');
  const started = typeof init === 'object' && init !== null;
  const names = OPTIONS.filter((name) => get(init, name) !== undefined);
  const rate = get(init, 'sessionReplaySampleRate');
  return {
    version: versionIn(get(rum, 'version')),
    started,
    options: started
      ? toJson(Object.fromEntries(names.map((name) => [name, get(init, name)])))
      : null,
    remote: isSet(get(init, 'remoteConfigurationId')) || isSet(get(init, 'remoteConfiguration')),
    sessionReplaySampleRate: typeof rate === 'number' ? rate : null,
    rate: started ? rateOf(init) : null,
    replayLink: replayLink(ask(rum, 'getSessionReplayLink')),
    allowlist: readAllowlist(get(page, '$DD_ALLOW')),
    addresses: addressesIn(get(init, 'proxy')),
  };
};

/**
 * A share of a share: of the sessions that are followed at all (all, where nothing is said), those that
 * are recorded. docs.datadoghq.com/real_user_monitoring/guide/sampling-browser-plans
 */
function rateOf(init: unknown): number | null {
  const sessions = get(init, 'sessionSampleRate') ?? get(init, 'sampleRate') ?? 100;
  const replays = get(init, 'sessionReplaySampleRate') ?? get(init, 'replaySampleRate');
  const [followed, recorded] = [shareIn(sessions, 100), shareIn(replays, 100)];
  return followed === null || recorded === null ? null : followed * recorded;
}

/** Only whether there is a replay: the link itself names the session. */
function replayLink(link: unknown): Json {
  if (typeof link !== 'string') return null;
  return /[?&]error-type=/.test(link) ? 'none' : 'recording';
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** At most so many texts, and so many characters of them. */
const ALLOWLIST_LIMITS = { texts: 500, characters: 20_000 };

/** The texts that `mask-unless-allowlisted` shows; null: the page has none. */
function readAllowlist(texts: unknown): Json {
  if (!isSet(texts)) return null;
  const size = at(texts, 'size');
  if (!(texts instanceof Set) || typeof size !== 'number') return { cut: true };
  if (size > ALLOWLIST_LIMITS.texts) return { cut: true };
  const read = [...Set.prototype.values.call(texts)].filter((text) => typeof text === 'string');
  const characters = read.reduce((sum, { length }) => sum + length, 0);
  return characters > ALLOWLIST_LIMITS.characters ? { cut: true } : read;
}
