import { RECORDER_IDS, type RecorderId } from '../protocol/recorders';
import type { StorageArea } from '../protocol/timeline';
import { endpoints as amplitude } from './amplitude/endpoints';
import { endpoints as clarity } from './clarity/endpoints';
import { endpoints as contentsquare } from './contentsquare/endpoints';
import { endpoints as datadog } from './datadog/endpoints';
import { endpoints as dynatrace } from './dynatrace/endpoints';
import type { EndpointRules, Purpose } from './endpoint-rules';
import { endpoints as faro } from './faro/endpoints';
import { endpoints as fullstory } from './fullstory/endpoints';
import { endpoints as glassbox } from './glassbox/endpoints';
import { endpoints as heap } from './heap/endpoints';
import { endpoints as highlight } from './highlight/endpoints';
import { endpoints as hotjar } from './hotjar/endpoints';
import { endpoints as inspectlet } from './inspectlet/endpoints';
import { endpoints as launchdarkly } from './launchdarkly/endpoints';
import { endpoints as logrocket } from './logrocket/endpoints';
import { endpoints as luckyorange } from './luckyorange/endpoints';
import { endpoints as matomo } from './matomo/endpoints';
import { endpoints as mixpanel } from './mixpanel/endpoints';
import { endpoints as mouseflow } from './mouseflow/endpoints';
import { endpoints as newrelic } from './newrelic/endpoints';
import { endpoints as openreplay } from './openreplay/endpoints';
import { endpoints as pendo } from './pendo/endpoints';
import { endpoints as posthog } from './posthog/endpoints';
import { endpoints as quantummetric } from './quantummetric/endpoints';
import { endpoints as rrweb } from './rrweb/endpoints';
import { endpoints as sentry } from './sentry/endpoints';
import { endpoints as smartlook } from './smartlook/endpoints';
import { endpoints as statsig } from './statsig/endpoints';
import { endpoints as yandex } from './yandex/endpoints';

export interface RecorderRequest {
  readonly recorder: RecorderId;
  readonly purpose: Purpose;
}

const RULES: Readonly<Record<RecorderId, EndpointRules>> = {
  rrweb,
  posthog,
  sentry,
  datadog,
  clarity,
  openreplay,
  amplitude,
  mixpanel,
  newrelic,
  highlight,
  launchdarkly,
  logrocket,
  fullstory,
  hotjar,
  contentsquare,
  heap,
  mouseflow,
  smartlook,
  luckyorange,
  inspectlet,
  matomo,
  yandex,
  dynatrace,
  statsig,
  faro,
  pendo,
  quantummetric,
  glassbox,
};

/**
 * Says which recorder a request belongs to and what it is for. A vendor's host or an unmistakable
 * path is enough; a path that others use too (`/s/`) counts only for the recorders in
 * `knownRecorders`, which were seen on the page. Null: no recorder's, or not an http(s) or
 * WebSocket URL.
 */
export function classifyRequest(
  url: string,
  knownRecorders: readonly RecorderId[],
): RecorderRequest | null {
  const target = parse(url);
  if (!target) return null;
  // The query is part of what is matched: some vendors tell replay from events by it alone.
  const path = target.pathname + target.search;
  return (
    firstMatch((rules) =>
      rules.vendor.find((rule) => rule.host.test(target.hostname) && rule.path.test(path)),
    ) ??
    firstMatch((rules) => rules.anywhere.find((rule) => rule.path.test(path))) ??
    firstMatch((rules, id) =>
      knownRecorders.includes(id)
        ? rules.whereKnown.find((rule) => rule.path.test(path))
        : undefined,
    )
  );
}

/** Says which recorder left a cookie or a storage key, by its name. */
export function classifyStorage(area: StorageArea, name: string): RecorderId | null {
  const patterns = (id: RecorderId) => (area === 'cookie' ? RULES[id].cookies : RULES[id].storage);
  return RECORDER_IDS.find((id) => patterns(id).some((pattern) => pattern.test(name))) ?? null;
}

/** Where a recorder sends, by vendor hosts; each stands for all hosts beneath it, too. */
export const hostsOf = (id: RecorderId): readonly string[] => RULES[id].hosts;

/** Paths (with query) that recordings go to on whatever host, where the recorder is known. */
export const recordingPathsOf = (id: RecorderId): readonly RegExp[] =>
  [...RULES[id].anywhere, ...RULES[id].whereKnown]
    .filter(({ purpose }) => purpose === 'ingest')
    .map(({ path }) => path);

function firstMatch(
  search: (rules: EndpointRules, id: RecorderId) => { readonly purpose: Purpose } | undefined,
): RecorderRequest | null {
  for (const recorder of RECORDER_IDS) {
    const rule = search(RULES[recorder], recorder);
    if (rule) return { recorder, purpose: rule.purpose };
  }
  return null;
}

/** Characters of an address that are looked at: host, path and the first of the query tell. */
const MOST_URL = 8192;

function parse(url: string): URL | null {
  try {
    const target = new URL(url.slice(0, MOST_URL));
    return /^(https?|wss?):$/.test(target.protocol) ? target : null;
  } catch {
    return null;
  }
}
