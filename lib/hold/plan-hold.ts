import { type Message, message } from '../core/message';
import type { PageFacts } from '../protocol/audit';
import type { BlockRule, HeldRecorder, HoldPlan } from '../protocol/hold';
import type { RecorderId } from '../protocol/recorders';
import { hostsOf } from '../recorders/endpoints';
import { recorderName } from '../recorders/names';
import { atPlace, atVendors, onOwnPaths } from './block-rules';
import { type Place, type Places, placesOf } from './places';

export interface PlannedHold {
  readonly plan: HoldPlan;
  /** Per recorder, and without ids, which the browser's other rules decide. */
  readonly rules: ReadonlyMap<RecorderId, readonly Omit<BlockRule, 'id'>[]>;
}

/**
 * What it takes to keep recorders from sending on one site, in one browser: the rules, what the
 * browser has to allow for them to act, and what gets out all the same.
 *
 * @param page address of the page whose site it is, http or https
 * @param recorders those to be held, whether they are on the page or not
 * @param facts what the page shows of itself, for proxies and services of the site's own
 */
export function planHold(
  page: string,
  recorders: readonly RecorderId[],
  facts: PageFacts,
): PlannedHold {
  const { hostname, protocol } = new URL(page);
  const found = new Map(recorders.map((id) => [id, placesOf(id, facts, page)]));
  const scope = { initiatorDomains: [hostname] };
  const rulesOf = (id: RecorderId, places: readonly Place[]) => [
    ...atVendors(hostsOf(id), scope),
    ...places.filter((place) => !isOwnRoot(place, hostname)).map((place) => atPlace(place, scope)),
    ...onOwnPaths(id, hostname, scope),
  ];
  return {
    plan: {
      site: hostname,
      recorders: [...found].map(([id, { places }]) => heldRecorder(id, places)),
      patterns: patternsOf(
        { hostname, protocol },
        recorders.flatMap(hostsOf),
        [...found.values()].flatMap(({ places }) => places),
      ),
      escapes: escapesOf(found, hostname),
    },
    rules: new Map([...found].map(([id, { places }]) => [id, rulesOf(id, places)])),
  };
}

const heldRecorder = (id: RecorderId, places: readonly Place[]): HeldRecorder => ({
  id,
  hosts: [...hostsOf(id)],
  places: places.map(({ host, path }) => host + path),
});

/**
 * Match patterns of all that is to be blocked, and of the page itself: the browser blocks only where
 * both were granted, and a WebSocket only where its own scheme was. A page that is not encrypted may
 * send so, too; an encrypted one may not.
 */
export function patternsOf(
  site: { readonly hostname: string; readonly protocol: string },
  vendors: readonly string[],
  places: readonly Place[],
): string[] {
  const schemes = site.protocol === 'http:' ? ['http', 'https', 'ws', 'wss'] : ['https', 'wss'];
  const own = `${site.protocol}//${site.hostname}/*`;
  const hosts = [...vendors.map((host) => `*.${host}`), ...places.map(({ hostname }) => hostname)];
  return [
    ...new Set([
      own,
      own.replace(/^http/, 'ws'),
      ...hosts.flatMap((host) => schemes.map((scheme) => `${scheme}://${host}/*`)),
    ]),
  ];
}

/** The page's own address as a whole cannot be blocked without the page. */
const isOwnRoot = (place: Place, hostname: string): boolean =>
  place.hostname === hostname && place.path === '';

function escapesOf(found: ReadonlyMap<RecorderId, Places>, hostname: string): Message[] {
  const named = (id: RecorderId) => recorderName(id);
  const unknown = [...found].filter(
    ([id, { places, unreadable }]) =>
      unreadable || (hostsOf(id).length === 0 && places.length === 0),
  );
  const ownRoot = [...found].filter(([, { places }]) =>
    places.some((place) => isOwnRoot(place, hostname)),
  );
  return [
    ...unknown.map(([id]) => message('hold.escape.unknownPlace', named(id))),
    ...ownRoot.map(([id]) => message('hold.escape.ownRoot', named(id), hostname)),
    message('hold.escape.ownServer'),
    message('hold.escape.otherFrames'),
    message('hold.escape.webRtc'),
    message('hold.escape.sentBefore'),
    message('hold.escape.otherBrowsers'),
  ];
}
