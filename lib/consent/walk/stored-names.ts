import type { RecorderId } from '../../protocol/recorders';
import type { WalkCookie, WalkStep, WalkStored } from '../../protocol/walk/step';
import { classifyStorage } from '../../recorders/endpoints';
import { isEssentialName } from '../essential';
import { partyOf } from '../owners';
import { shownName } from '../shown-name';

const DAY_MS = 86_400_000;

/** A cookie as a browser tells of it, without its value. */
export interface SeenCookie {
  readonly name: string;
  readonly domain: string;
  readonly httpOnly: boolean;
  /** Seconds since the epoch; null: with the session. */
  readonly expires: number | null;
}

export function describeCookies(
  cookies: readonly SeenCookie[],
  pageUrl: string,
  now: number,
): WalkCookie[] {
  return cookies.slice(0, 1_000).map(({ name, domain, httpOnly, expires }) => ({
    name: shownName(name),
    domain: domain.replace(/^\./, '').slice(0, 300),
    party: partyOf(pageUrl, `https://${domain.replace(/^\./, '')}/`),
    httpOnly,
    days: expires === null ? null : Math.round(((expires * 1_000 - now) / DAY_MS) * 10) / 10,
    recorder: classifyStorage('cookie', name),
    essential: isEssentialName(name),
  }));
}

type SeenName = Pick<WalkStored, 'area' | 'name' | 'origin'>;

/** Each name of each origin once, however many frames told of it. */
export function describeStored(names: readonly SeenName[]): WalkStored[] {
  const found = new Map<string, WalkStored>();
  for (const { area, name, origin } of names) {
    if (found.size >= 2_000) break;
    const recorder = recorderOf(area, name);
    const essential = isEssentialName(name);
    const one = { area, name: shownName(name), origin, recorder, essential };
    found.set(`${area} ${name} ${origin}`, one);
  }
  return [...found.values()];
}

const recorderOf = (area: WalkStored['area'], name: string): RecorderId | null =>
  area === 'cache' || area === 'serviceWorker' ? null : classifyStorage(area, name);

/** Of what a document has seen since its beginning, a step's part; what signals and banners say stays. */
export function sinceThen(timeline: WalkStep['timeline'], from: number): WalkStep['timeline'] {
  const events = timeline.events.filter(
    (event) => event.t >= from || event.kind === 'signal' || event.kind === 'banner',
  );
  return { ...timeline, events };
}
