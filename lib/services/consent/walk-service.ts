import { parseGpcFile } from '../../consent/gpc-file';
import { partyOf, siteOf } from '../../consent/owners';
import { HushmapError } from '../../core/errors';
import type { Parsed } from '../../protocol/messages';
import type { Walk } from '../../protocol/walk/walk';
import type { Arrival, WalkSite } from '../../protocol/walk/walk-messages';
import { originOf, standing } from '../audit/standing';
import type { KeptRun, WalkPorts } from './ports';
import { createWalkCamera } from './walk-camera';
import { createWalkFrames } from './walk-frames';

type Asked<N extends 'walk.begin' | 'walk.open' | 'walk.guide'> = Omit<Parsed<N>, 'tabId'>;

/**
 * The background's part in a walk that a panel leads: it clears the site, opens its pages, sets and
 * takes away what a visit needs, and asks the frames. Whatever ends a walk, nothing of it stays.
 */
export function createWalkService(ports: WalkPorts) {
  const { page, headers } = ports;
  const frames = createWalkFrames(ports);
  const camera = createWalkCamera(ports);

  async function site(tabId: number): Promise<WalkSite> {
    const url = await page.url(tabId);
    const allowed = await standingOf(tabId, url);
    const isReady = allowed === 'ready';
    const state = isReady ? await frames.top(tabId).catch(() => null) : null;
    const cookies = isReady ? await ports.data.cookies(tabId, siteOf(url)) : null;
    return {
      standing: allowed,
      origin: isWeb(url) ? originOf(url) : '',
      url: isReady ? url : null,
      data: isReady ? await frames.siteData(tabId, url).catch(() => null) : null,
      seesAllCookies: cookies !== null,
      isPrivate: await page.isPrivate(tabId),
      viewport: state?.viewport ?? { width: 0, height: 0 },
    };
  }

  async function standingOf(tabId: number, url: string): Promise<WalkSite['standing']> {
    if ((await ports.policy()).featuresOff?.includes('walk') === true) return 'policy';
    const allowed = await standing(url, ports);
    if (allowed === 'no-grant') return 'no-grant';
    if (allowed === 'not-allowed') return isWeb(url) ? 'policy' : 'no-page';
    return (await leaderOf(siteOf(url), tabId)) === null ? 'ready' : 'other-tab';
  }

  /** Another tab that walks this site, and whose panel is still there. */
  async function leaderOf(name: string, tabId: number): Promise<number | null> {
    const leader = await ports.leaders.read(name);
    if (leader === null || leader === tabId) return null;
    const run = await ports.runs.read(leader);
    return run !== null && !isStale(run) ? leader : null;
  }

  const isStale = ({ seenAt }: KeptRun): boolean => ports.clock.now() - seenAt > STALE_MS;

  async function begin(tabId: number, { url, gpc }: Asked<'walk.begin'>) {
    const allowed = await standingOf(tabId, url);
    if (allowed !== 'ready') throw new HushmapError('page.noGrant');
    const before = await ports.runs.read(tabId);
    const ownsProbe = before?.ownsProbe ?? !(await ports.audit.hasProbe(tabId, originOf(url)));
    // Remembered first, so that whatever ends this midway is taken away again.
    await ports.runs.write(tabId, { url, site: siteOf(url), ownsProbe, seenAt: ports.clock.now() });
    await ports.leaders.write(siteOf(url), tabId);
    ports.audit.pause(tabId, true);
    await end(tabId);
    await page.registerProbe(url);
    const cleared = await clear(tabId, url, true);
    if (gpc) {
      await headers.put(tabId, 'gpc');
      await page.registerGpc(url);
    }
    // Ended meanwhile: what was set since then goes as well.
    if ((await ports.runs.read(tabId)) === null) await takeBack(tabId, url);
    return { cleared: cleared ? ('all' as const) : ('scripts-own' as const) };
  }

  /** Opens the page without its scripts, so that it writes nothing of what is cleared again. */
  async function clear(tabId: number, url: string, cache: boolean): Promise<boolean> {
    await headers.put(tabId, 'no-scripts');
    try {
      await page.open(tabId, url, cache);
      const origins = new Set([originOf(url), originOf(await page.url(tabId))].filter(Boolean));
      // Session storage is out of the browser's own reach.
      await frames.clear(tabId).catch(() => undefined);
      return await ports.data.clear(tabId, { site: siteOf(url), origins: [...origins], cache });
    } finally {
      await headers.take(tabId, 'no-scripts');
    }
  }

  async function open(tabId: number, { url, how }: Asked<'walk.open'>): Promise<Arrival> {
    await current(tabId);
    if (how === 'warm') await clear(tabId, url, false);
    await page.open(tabId, url, how === 'cold');
    await touch(tabId);
    const state = await frames.top(tabId).catch(() => null);
    const here = state?.url ?? '';
    const isSite = URL.canParse(here) && partyOf(url, here) === 'first';
    if (state === null || !isSite || state.status >= 400) return NOT_REACHED;
    const asksToSignIn = state.asksForPassword && pathOf(here) !== pathOf(url);
    return asksToSignIn ? NOT_REACHED : { reached: true, second: state.second };
  }

  async function current(tabId: number): Promise<KeptRun> {
    const run = await ports.runs.read(tabId);
    if (run === null) throw new HushmapError('walk.gone');
    return run;
  }

  /** The panel is there: what it leads is not to be swept away. */
  async function touch(tabId: number): Promise<KeptRun> {
    const run = await current(tabId);
    await ports.runs.write(tabId, { ...run, seenAt: ports.clock.now() });
    return run;
  }

  async function gpcFile(url: string): Promise<Walk['gpcFile']> {
    if (!(await ports.hasGrant(url))) return null;
    const text = await ports.fetchText(new URL('/.well-known/gpc.json', url).href);
    const told = text === null ? null : parseGpcFile(text);
    return told && { ...told, lastUpdate: told.lastUpdate ?? '' };
  }

  /** Takes away what a visit has set: headers, and what its pages were shown. */
  async function end(tabId: number): Promise<void> {
    const run = await ports.runs.read(tabId);
    await takeBack(tabId, run?.url ?? null);
    // A tab that is closed has nothing drawn in it.
    if (run !== null) await frames.unframe(tabId).catch(() => undefined);
  }

  async function takeBack(tabId: number, url: string | null): Promise<void> {
    await headers.take(tabId);
    if (url !== null) await page.unregisterGpc(url);
  }

  async function finish(tabId: number, others = false): Promise<void> {
    if (others) {
      const leader = await leaderOf(siteOf(await page.url(tabId)), tabId);
      if (leader !== null) await finish(leader);
    }
    const run = await ports.runs.read(tabId);
    await end(tabId);
    if (run === null) return;
    if (run.ownsProbe) await page.unregisterProbe(run.url);
    ports.audit.pause(tabId, false);
    if ((await ports.leaders.read(run.site)) === tabId) await ports.leaders.remove(run.site);
    // The last: whoever is told that the walk is over finds everything as it was.
    await ports.runs.remove(tabId);
  }

  /** A panel that was closed asks for nothing more: the tab's next page ends its walk. */
  async function onNavigated(tabId: number): Promise<void> {
    const run = await ports.runs.read(tabId);
    if (run !== null && isStale(run)) await finish(tabId);
  }

  const during = async <T>(tabId: number, work: () => Promise<T>): Promise<T> => {
    await touch(tabId);
    return work();
  };

  return {
    site,
    begin,
    open,
    gpcFile,
    end,
    finish,
    onNavigated,
    banner: (tabId: number) => during(tabId, () => frames.banner(tabId)),
    reopeners: (tabId: number) => during(tabId, () => frames.reopeners(tabId)),
    guide: (tabId: number, { id, sought }: Asked<'walk.guide'>) =>
      during(tabId, () => frames.guide(tabId, id, sought)),
    press: (tabId: number, sought: Asked<'walk.guide'>['sought']) =>
      during(tabId, () => frames.press(tabId, sought)),
    picture: (tabId: number) => during(tabId, () => camera.take(tabId)),
    show: async (tabId: number, selector: string | null) => {
      if (await frames.top(tabId)) await frames.ask(tabId, 0, 'banner.show', { selector });
    },
    scroll: (tabId: number, by: number) =>
      during(tabId, async () => void (await frames.ask(tabId, 0, 'banner.scroll', { by }))),
    read: async (tabId: number) => {
      const { url } = await touch(tabId);
      return frames.facts(tabId, url);
    },
  };
}

export type WalkService = ReturnType<typeof createWalkService>;

/** The panel asks at least every fifteen seconds, but where a page takes its time to load. */
const STALE_MS = 60_000;

const NOT_REACHED: Arrival = { reached: false, second: null };

const isWeb = (url: string): boolean => /^https?:/.test(url);

const pathOf = (url: string): string => new URL(url).pathname;
