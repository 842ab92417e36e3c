import { beforeEach, describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import type { FramePress, FrameState } from '../../protocol/banner-messages';
import type { MessageName, Request } from '../../protocol/messages';
import type { Policy } from '../../protocol/sources';
import { perTab } from '../testing/per-tab';
import type { WalkPorts } from './ports';
import { createWalkService } from './walk-service';

const TAB = 4;
const URL_ = 'https://www.shop.test/start';
const SOUGHT = { selector: '#no', label: 'Reject all', role: 'reject' } as const;
const PRESS: FramePress = {
  t: 5,
  box: { x: 1, y: 2, width: 30, height: 10 },
  label: 'Reject all',
  selector: '#no',
  fits: true,
};

const stateOf = (url: string): FrameState => ({
  url,
  origin: new URL(url).origin,
  title: 'Shop',
  viewport: { width: 1200, height: 700 },
  second: `${new URL(url).origin}/pricing`,
  status: 200,
  lang: 'en',
  asksForPassword: false,
  cookieNames: ['theme'],
});

function setUp() {
  const world = {
    now: 1_000,
    url: URL_,
    /** Where an opened page leads. */
    leadsTo: null as string | null,
    state: {} as Partial<FrameState>,
    policy: {} as Policy,
    granted: true,
    mayClear: true,
    isPrivate: false,
    shot: null as string | null,
    headers: new Set<string>(),
    scripts: new Set<string>(),
    paused: false,
    probed: false,
    log: [] as string[],
    /** What happens while a page opens. */
    meanwhile: async (): Promise<void> => undefined,
  };
  const answers: Partial<Record<MessageName, () => unknown>> = {
    'banner.state': () => ({ ...stateOf(world.url), ...world.state }),
    'banner.read': () => null,
    'banner.stored': () => [{ area: 'localStorage', name: 'cart' }],
    'banner.guide': () => PRESS,
    'banner.show': () => undefined,
    'scanner.timeline': () => null,
    'scanner.scan': () => ({ truncated: 0, sightings: [] }),
    'banner.covers': () => ({ boxes: [PRESS.box], frames: [] }),
  };
  const leaders = new Map<string, number>();
  const ports: WalkPorts = {
    clock: { now: () => world.now },
    policy: async () => world.policy,
    hasGrant: async () => world.granted,
    runs: perTab(),
    leaders: {
      read: async (site) => leaders.get(site) ?? null,
      write: async (site, tabId) => void leaders.set(site, tabId),
      remove: async (site) => void leaders.delete(site),
    },
    audit: {
      hasProbe: async () => world.probed,
      pause: (_, isPaused) => {
        world.paused = isPaused;
      },
    },
    headers: {
      put: async (tabId, kind) => {
        world.log.push(`put ${kind}`);
        world.headers.add(`${tabId} ${kind}`);
      },
      take: async (tabId, kind) => {
        for (const each of [...world.headers]) {
          const [tab, of] = each.split(' ');
          if (Number(tab) === tabId && (kind === undefined || kind === of)) {
            world.headers.delete(each);
          }
        }
      },
    },
    data: {
      cookies: async () =>
        world.mayClear
          ? [{ name: 'session', domain: 'shop.test', httpOnly: true, expires: null }]
          : null,
      clear: async (_, { site, origins, cache }) => {
        world.log.push(`clear ${site} ${origins.join(',')} ${cache}`);
        return world.mayClear;
      },
    },
    camera: { shoot: async () => world.shot, paint: async (_, covered) => JSON.stringify(covered) },
    fetchText: async () => '{"gpc": true, "lastUpdate": "2026-02-28"}',
    page: {
      url: async () => world.url,
      isPrivate: async () => world.isPrivate,
      open: async (_, url, cold) => {
        world.log.push(`open ${url} ${cold}`);
        world.url = world.leadsTo ?? url;
        await world.meanwhile();
      },
      registerProbe: async (url) => void world.scripts.add(`probe ${url}`),
      unregisterProbe: async (url) => void world.scripts.delete(`probe ${url}`),
      registerGpc: async (url) => void world.scripts.add(`gpc ${url}`),
      unregisterGpc: async (url) => void world.scripts.delete(`gpc ${url}`),
      readFacts: async () => [],
      injectBanner: async () => [0],
      injectScanner: async () => [0],
      send: async <N extends MessageName>(_: number, frame: number, name: N, _r: Request<N>) => {
        world.log.push(`${name} ${frame}`);
        const answer = answers[name];
        if (answer === undefined) throw new HushmapError('message.noHandler', [name]);
        // The table above has the answers of the protocol, by name.
        return answer() as never;
      },
    },
  };
  return { walk: createWalkService(ports), world, again: () => createWalkService(ports) };
}

let it_: ReturnType<typeof setUp>;
beforeEach(() => {
  it_ = setUp();
});

const expectNothingLeft = () => {
  expect([...it_.world.headers]).toEqual([]);
  expect([...it_.world.scripts]).toEqual([]);
  expect(it_.world.paused).toBe(false);
};

describe('a walk in the background', () => {
  it('says what clearing takes away, HttpOnly cookies too where the browser tells of them', async () => {
    const { walk, world } = it_;
    expect(await walk.site(TAB)).toMatchObject({
      standing: 'ready',
      origin: 'https://www.shop.test',
      seesAllCookies: true,
      isPrivate: false,
      viewport: { width: 1200, height: 700 },
      data: {
        site: 'shop.test',
        cookies: [{ host: 'shop.test', names: ['session'] }],
        stored: [{ origin: 'https://www.shop.test', area: 'localStorage', names: ['cart'] }],
      },
    });
    world.mayClear = false;
    world.isPrivate = true;
    expect(await walk.site(TAB)).toMatchObject({
      seesAllCookies: false,
      isPrivate: true,
      data: { cookies: [{ host: 'www.shop.test', names: ['theme'] }] },
    });
  });

  it('is closed by the policy, without a grant, and on pages that are none', async () => {
    const { walk, world } = it_;
    world.policy = { featuresOff: ['walk'] };
    expect((await walk.site(TAB)).standing).toBe('policy');
    await expect(walk.begin(TAB, { url: URL_, gpc: false })).rejects.toMatchObject({
      code: 'page.noGrant',
    });
    world.policy = {};
    world.granted = false;
    expect((await walk.site(TAB)).standing).toBe('no-grant');
    world.url = 'chrome://settings';
    expect((await walk.site(TAB)).standing).toBe('no-page');
    expectNothingLeft();
  });

  it('clears the site while its page runs no script, and then opens it past the cache', async () => {
    const { walk, world } = it_;
    expect(await walk.begin(TAB, { url: URL_, gpc: false })).toEqual({ cleared: 'all' });
    expect(world.log.filter((each) => /^(put|open|clear|banner.clear)/.test(each))).toEqual([
      'put no-scripts',
      `open ${URL_} true`,
      'banner.clear 0',
      'clear shop.test https://www.shop.test true',
    ]);
    expect([...world.headers]).toEqual([]);
    expect(await walk.open(TAB, { url: URL_, how: 'cold' })).toEqual({
      reached: true,
      second: 'https://www.shop.test/pricing',
    });
    world.mayClear = false;
    expect(await walk.begin(TAB, { url: URL_, gpc: false })).toEqual({ cleared: 'scripts-own' });
  });

  it('does not take a sign-in, an error or another site for the page', async () => {
    const { walk, world } = it_;
    await walk.begin(TAB, { url: URL_, gpc: false });
    const reached = async () => (await walk.open(TAB, { url: URL_, how: 'again' })).reached;
    world.state = { status: 503 };
    expect(await reached()).toBe(false);
    world.state = { asksForPassword: true };
    expect(await reached()).toBe(true);
    world.leadsTo = 'https://www.shop.test/login';
    expect(await reached()).toBe(false);
    world.state = {};
    world.leadsTo = 'https://sso.other.test/';
    expect(await reached()).toBe(false);
  });

  it('sends the Global Privacy Control for the time of a visit alone', async () => {
    const { walk, world } = it_;
    await walk.begin(TAB, { url: URL_, gpc: true });
    expect([...world.headers]).toEqual([`${TAB} gpc`]);
    expect([...world.scripts].toSorted()).toEqual([`gpc ${URL_}`, `probe ${URL_}`]);
    await walk.end(TAB);
    expect([...world.headers]).toEqual([]);
    expect([...world.scripts]).toEqual([`probe ${URL_}`]);
    await walk.finish(TAB);
    expectNothingLeft();
  });

  it('leaves nothing behind, whatever ends it', async () => {
    const { walk, world, again } = it_;
    const begin = () => walk.begin(TAB, { url: URL_, gpc: true });
    await begin();
    await walk.finish(TAB);
    expectNothingLeft();
    // The worker has died, and its next one hears of the end.
    await begin();
    await again().finish(TAB);
    expectNothingLeft();
    // The panel was closed; the tab goes on long after.
    await begin();
    await walk.onNavigated(TAB);
    expect(world.headers.size).toBe(1);
    world.now += 120_000;
    await walk.onNavigated(TAB);
    expectNothingLeft();
    // It ends in the middle of a beginning.
    world.meanwhile = async () => {
      world.meanwhile = async () => undefined;
      await walk.finish(TAB);
    };
    await begin();
    expect([...world.headers]).toEqual([]);
    expect([...world.scripts].filter((each) => each.startsWith('gpc'))).toEqual([]);
    await expect(walk.banner(TAB)).rejects.toMatchObject({ code: 'walk.gone' });
  });

  it('leaves the probe of an audit where it is', async () => {
    const { walk, world } = it_;
    world.probed = true;
    await walk.begin(TAB, { url: URL_, gpc: false });
    await walk.finish(TAB);
    expect([...world.scripts]).toEqual([`probe ${URL_}`]);
  });

  it('is led by one tab of a site at a time, which another may end', async () => {
    const { walk, world } = it_;
    await walk.begin(TAB, { url: URL_, gpc: true });
    expect((await walk.site(9)).standing).toBe('other-tab');
    await walk.finish(9, true);
    expectNothingLeft();
    expect((await walk.site(9)).standing).toBe('ready');
    await walk.begin(TAB, { url: URL_, gpc: true });
    world.now += 120_000;
    expect((await walk.site(9)).standing).toBe('ready');
  });

  it('takes pictures during a walk alone, and none where the browser allows none', async () => {
    const { walk, world } = it_;
    world.shot = 'shot';
    await expect(walk.picture(TAB)).rejects.toMatchObject({ code: 'walk.gone' });
    await walk.begin(TAB, { url: URL_, gpc: false });
    expect(JSON.parse((await walk.picture(TAB)) ?? 'null')).toEqual({
      viewport: { width: 1200, height: 700 },
      boxes: [{ x: 1, y: 2, width: 30, height: 10 }],
    });
    world.shot = null;
    expect(await walk.picture(TAB)).toBeNull();
  });

  it('gives a press that was made, and asks what the site says of the signal', async () => {
    const { walk } = it_;
    await walk.begin(TAB, { url: URL_, gpc: false });
    expect(await walk.guide(TAB, { id: 'press_1', sought: SOUGHT })).toEqual(PRESS);
    expect(await walk.gpcFile(URL_)).toEqual({ gpc: true, lastUpdate: '2026-02-28' });
  });
});
