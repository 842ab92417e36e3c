import { beforeEach, describe, expect, it, vi } from 'vitest';
import { banner, control } from '../../consent/testing/banner';
import { HushmapError } from '../../core/errors';
import type { FramePress } from '../../protocol/banner-messages';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { Walk } from '../../protocol/walk/walk';
import type { WalkSite } from '../../protocol/walk/walk-messages';
import { askAgainIfLost } from '../retry';
import { createWalkClient } from './walk-client';
import type { Judged } from './walk-report';
import type { WalkUi } from './walk-ui';

const URL_ = 'https://shop.test/?mail=ada@example.com';
const BANNER = banner({
  controls: [
    control('accept', { label: 'Accept all', selector: '#yes' }),
    control('reject', { label: 'Reject all', selector: '#no' }),
  ],
});

const SITE: WalkSite = {
  standing: 'ready',
  origin: 'https://shop.test',
  url: URL_,
  data: { site: 'shop.test', cookies: [{ host: 'shop.test', names: ['session'] }], stored: [] },
  seesAllCookies: true,
  isPrivate: false,
  viewport: { width: 1200, height: 700 },
};

type Answers = { [N in MessageName]?: (request: Request<N>) => unknown };

/** A background that answers as it is told, over a page with a banner that goes when it is pressed. */
function setUp() {
  const world = {
    site: SITE,
    isAnswered: false,
    /** What the person presses, when they are asked. */
    presses: [] as ((FramePress | null) | HushmapError)[],
    asked: [] as MessageName[],
    ui: null as WalkUi | null,
    seen: [] as WalkUi[],
    errors: [] as unknown[],
    /** What the tab shows, painted over; null: no picture. */
    picture: null as string | null,
    over: 0,
    last: null as Judged | null,
  };
  const answers: Answers = {
    'walk.site': () => world.site,
    'walk.begin': () => {
      world.isAnswered = false;
      return { cleared: 'all' };
    },
    'walk.open': () => ({ reached: true, second: null }),
    'walk.banner': () => (world.isAnswered ? null : BANNER),
    'walk.reopeners': () => [],
    'walk.scroll': () => undefined,
    'walk.guide': () => {
      const next = world.presses.shift() ?? null;
      if (next instanceof HushmapError) throw next;
      if (next !== null) world.isAnswered = true;
      return next;
    },
    'walk.press': ({ sought }) => {
      world.isAnswered = true;
      return { ...PRESS, label: sought.label, selector: sought.selector };
    },
    'walk.read': () => ({
      url: URL_,
      title: 'Shop',
      timelines: [null],
      recorders: [],
      cookies: [{ name: 'theme', domain: 'shop.test', httpOnly: true, expires: null }],
      stored: [],
    }),
    'walk.picture': () => world.picture,
    'walk.gpcFile': () => null,
    'walk.end': () => undefined,
    'walk.finish': () => undefined,
  };
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(async () => {
      world.asked.push(name);
      const answer = answers[name] as ((asked: Request<N>) => unknown) | undefined;
      if (answer === undefined) throw new HushmapError('message.invalid', [name]);
      // The table above has the answers of the protocol, by name.
      return answer(request) as Response<N>;
    });
  const client = createWalkClient(4, {
    ask,
    inspectedOrigin: async () => 'https://shop.test',
    watchTraffic: () => ({ take: () => ({ requests: [], dropped: 0 }), late: () => [] }),
    askForOrigin: async () => true,
    askForSiteData: async () => true,
    lastWalk: {
      read: async () => world.last,
      write: async (walk, findings) => {
        world.last = { walk, findings };
      },
    },
    exportReport: async () => undefined,
    translate: (id) => id,
    now: Date.now,
    waits: { banner: 20, before: 5, after: 5 },
    onWalk: (ui) => {
      world.ui = ui;
      world.seen.push(ui);
    },
    onError: (error) => void (error && world.errors.push(error)),
    onOver: () => {
      world.over += 1;
    },
  });
  return { client, world };
}

const PRESS: FramePress = {
  t: 1,
  box: { x: 0, y: 0, width: 40, height: 20 },
  label: 'Reject all',
  selector: '#no',
  fits: true,
};

const PATIENCE = { timeout: 15_000, interval: 20 };

let it_: ReturnType<typeof setUp>;
beforeEach(async () => {
  it_ = setUp();
  await it_.client.refresh();
});

const ended = (): Promise<Walk> =>
  vi.waitFor(() => {
    const { ui, over } = it_.world;
    if (over === 0 || ui === null || !('report' in ui)) throw new Error('It goes on.');
    return ui.report.walk;
  }, PATIENCE);

const asksToPress = (): Promise<unknown> =>
  vi.waitFor(() => {
    const { ui } = it_.world;
    if (ui?.status !== 'running' || ui.run.task.kind !== 'press') throw new Error('Not asked.');
  }, PATIENCE);

describe('a walk that the panel leads', () => {
  it('shows a plan, then asks the person for a press, and keeps it as theirs', async () => {
    const { client, world } = it_;
    expect(world.ui).toMatchObject({
      status: 'ready',
      plan: { losses: SITE.data, isPrivate: false },
    });
    // Nobody presses in the time of the first question.
    world.presses = [null, PRESS];
    client.onStart({ scenarios: ['reject'] });
    const { scenarios, url, vantage } = await ended();
    expect(url).not.toContain('ada@example.com');
    expect(vantage).toMatchObject({ driver: 'panel', viewport: SITE.viewport });
    expect(scenarios).toMatchObject([{ id: 'reject', state: 'walked', clicks: 1 }]);
    expect(scenarios[0]?.steps[1]?.clicks).toMatchObject([
      { aim: 'reject', label: 'Reject all', trusted: true, by: 'person', picture: '' },
    ]);
    expect(world.seen).toContainEqual(
      expect.objectContaining({
        status: 'running',
        run: expect.objectContaining({
          task: {
            kind: 'press',
            aim: 'reject',
            label: 'Reject all',
            selector: '#no',
            again: false,
          },
        }),
      }),
    );
    expect(world.asked.slice(-2)).toContain('walk.finish');
    expect(world.ui?.status).toBe('done');
  });

  it('asks again where the worker died under the question', async () => {
    const { client, world } = it_;
    world.presses = [
      new HushmapError('message.lost'),
      new HushmapError('message.noHandler'),
      PRESS,
    ];
    client.onStart({ scenarios: ['reject'] });
    expect((await ended()).scenarios).toMatchObject([{ state: 'walked' }]);
    expect(world.presses).toEqual([]);
  });

  it('presses by a script where the person wants it, and says so', async () => {
    const { client } = it_;
    client.onStart({ scenarios: ['accept'] });
    await asksToPress();
    client.onPress();
    const { scenarios } = await ended();
    expect(scenarios[0]?.steps[1]?.clicks).toMatchObject([{ trusted: false, by: 'program' }]);
  });

  it('leaves a path with the reason that the person gives, and goes on with the next', async () => {
    const { client, world } = it_;
    client.onStart({ scenarios: ['reject', 'scroll'] });
    await asksToPress();
    client.onSkip('control-covered');
    const { scenarios } = await ended();
    expect(scenarios).toMatchObject([
      { id: 'reject', state: 'partly', obstacle: 'control-covered' },
      { id: 'scroll', state: 'walked', obstacle: null },
    ]);
    expect(world.ui?.status).toBe('done');
  });

  it('does not take another choice for the one that it asked for', async () => {
    const { client, world } = it_;
    world.presses = [{ ...PRESS, label: 'Accept all', selector: '#yes', fits: false }];
    client.onStart({ scenarios: ['reject'] });
    expect((await ended()).scenarios).toMatchObject([{ obstacle: 'interrupted', clicks: null }]);
  });

  it('stops with what it has, and compares the next walk with it', async () => {
    const { client, world } = it_;
    world.presses = [PRESS];
    client.onStart({ scenarios: ['reject', 'accept', 'gpc'] });
    await vi.waitFor(() => {
      const { ui } = world;
      if (ui?.status !== 'running' || ui.run.scenario !== 'accept') throw new Error('Not yet.');
    }, PATIENCE);
    await asksToPress();
    client.onStop();
    const { scenarios } = await ended();
    expect(world.ui?.status).toBe('stopped');
    expect(scenarios).toMatchObject([
      { id: 'reject', state: 'walked' },
      { id: 'accept', state: 'partly', obstacle: 'interrupted' },
      { id: 'gpc', state: 'not-walked', obstacle: 'interrupted' },
    ]);
    expect(world.asked).toContain('walk.finish');
    const first = world.last;
    world.over = 0;
    world.presses = [PRESS];
    await client.refresh();
    client.onStart({ scenarios: ['reject'] });
    await ended();
    expect(world.ui).toMatchObject({ status: 'done', report: { last: first } });
  });

  it('shows the pictures that its steps and presses name, where there are any', async () => {
    const { client, world } = it_;
    world.presses = [PRESS];
    world.picture = 'cGlj';
    client.onStart({ scenarios: ['reject'] });
    const [first, after] = (await ended()).scenarios[0]?.steps ?? [];
    expect([first?.picture, after?.clicks[0]?.picture]).toEqual([
      '01-end.png',
      '02-press-reject.png',
    ]);
    const { ui } = world;
    const pictures = ui !== null && 'report' in ui ? ui.report.pictures : new Map();
    expect(pictures.get('02-press-reject.png')).toBe('data:image/png;base64,cGlj');
  });

  it('tells what a signed-in private window loses, as of any other', async () => {
    const { client, world } = it_;
    world.site = { ...SITE, isPrivate: true };
    await client.refresh();
    expect(world.ui).toMatchObject({
      status: 'ready',
      plan: { losses: SITE.data, isPrivate: true },
    });
  });

  it('says what is missing: a grant, a page, a turn', async () => {
    const { client, world } = it_;
    const shown = async (site: Partial<WalkSite>) => {
      world.site = { ...SITE, url: null, ...site };
      await client.refresh();
      return world.ui;
    };
    expect(await shown({ standing: 'no-grant', origin: '' })).toMatchObject({
      status: 'not-allowed',
      why: 'no-grant',
      origin: 'https://shop.test',
    });
    expect(await shown({ standing: 'other-tab' })).toMatchObject({ status: 'locked' });
    expect(await shown({ standing: 'no-page', origin: '' })).toMatchObject({ why: 'no-page' });
  });
});
