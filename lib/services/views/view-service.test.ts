import { describe, expect, it } from 'vitest';
import { randomId } from '../../core/ids';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, type HeatState } from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import type { SavedView } from '../../protocol/views';
import { OFF } from '../heat/heat-state';
import { perTab } from '../testing/per-tab';
import { addView } from './view-link';
import { viewOf } from './view-of-settings';
import { createViewService, type ViewPorts } from './view-service';

const TAB = 7;
const PAGE = 'https://acme.test/item/4711';
const ACME: SourceConfig = {
  kind: 'posthog',
  id: 'src_mine',
  name: 'PostHog EU',
  host: 'https://eu.posthog.com',
  projectId: '42',
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [],
};
const MINE: HeatSettings = { ...DEFAULT_HEAT_SETTINGS, palette: 'gray', days: 14 };
const WANTED: HeatSettings = {
  ...DEFAULT_HEAT_SETTINGS,
  map: 'rage',
  days: 30,
  sourceId: 'src_mine',
  filters: { ...NO_FILTERS, cohorts: [3], device: 'mobile' },
};

const off: HeatState = { ...OFF, settings: MINE };

const viewFor = (settings: HeatSettings, configs = [ACME]) =>
  viewOf({ settings, summary: null, sources: [] }, configs).view;
const linkOf = (page: string, settings = WANTED) => addView(page, viewFor(settings)) ?? '';

function setUp(more: { url?: string; first?: string | null; sources?: SourceConfig[] } = {}) {
  const world = {
    state: off,
    toggled: [] as (HeatSettings | undefined)[],
    set: [] as HeatSettings[],
  };
  const saved = new Map<string, SavedView>();
  const ports: ViewPorts = {
    clock: { now: () => 1_000 + saved.size },
    policy: async () => ({}),
    sources: async () => more.sources ?? [ACME],
    views: {
      list: async () => [...saved.values()].sort((a, b) => b.savedAt - a.savedAt),
      get: async (id) => saved.get(id) ?? null,
      put: async (view) => void saved.set(view.id, view),
      remove: async (id) => void saved.delete(id),
    },
    notices: perTab(),
    opened: perTab(),
    heat: {
      read: async () => world.state,
      settingsFor: async () => world.state.settings,
      toggle: async (_tabId, _url, settings) => {
        world.toggled.push(settings);
        world.state = {
          ...world.state,
          on: !world.state.on,
          settings: settings ?? world.state.settings,
        };
      },
      setHere: async (_tabId, settings) => {
        world.set.push(settings);
        world.state = { ...world.state, settings };
      },
    },
    page: { url: async () => more.url ?? PAGE, openedWith: async () => more.first ?? null },
  };
  return { views: createViewService(ports), world, saved };
}

describe('a press of the button', () => {
  it('on a page whose address holds a view switches heat on as the view says', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, linkOf(PAGE));
    expect(world.toggled).toEqual([WANTED]);
    expect(await views.notice(TAB)).toMatchObject({ from: 'link', refused: null, missing: [] });
  });

  it('finds the view where the page has rewritten its address meanwhile', async () => {
    const { views, world } = setUp({ first: linkOf(`${PAGE}#/inbox`) });
    await views.pressed(TAB, `${PAGE}#/inbox/3`);
    expect(world.toggled).toEqual([WANTED]);
  });

  it('leaves the view of a page that the tab has left where it is', async () => {
    const { views, world } = setUp({ first: linkOf('https://acme.test/other') });
    await views.pressed(TAB, PAGE);
    expect(world.toggled).toEqual([undefined]);
    expect(await views.notice(TAB)).toBeNull();
  });

  it('opens a link once: what is set afterwards stays set', async () => {
    const { views, world } = setUp();
    const link = linkOf(PAGE);
    await views.pressed(TAB, link);
    await views.pressed(TAB, link);
    await views.pressed(TAB, link);
    expect(world.toggled).toEqual([WANTED, undefined, undefined]);
  });

  it('shows the view of a link although heat is on, and the next press switches it off', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, PAGE);
    await views.pressed(TAB, linkOf(PAGE));
    expect(world.state).toMatchObject({ on: true, settings: WANTED });
    expect(await views.notice(TAB)).toMatchObject({ from: 'link', before: MINE });
    await views.pressed(TAB, linkOf(PAGE));
    expect(world.state.on).toBe(false);
  });

  it('shows the view of another link although heat is on as the first one says', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, linkOf(PAGE));
    const other = { ...WANTED, days: 7 };
    await views.pressed(TAB, linkOf(PAGE, other));
    expect(world.state).toMatchObject({ on: true, settings: other });
  });

  it('switches heat off after a view that was shown over it, whatever the page writes there', async () => {
    const { views, world } = setUp();
    const written = (days: number) => linkOf(PAGE, { ...WANTED, days });
    await views.pressed(TAB, PAGE);
    const presses: boolean[] = [];
    for (const url of [written(7), `${PAGE}#:~:hushmap=1;map=everything`, written(8), written(9)]) {
      await views.pressed(TAB, url);
      presses.push(world.state.on);
    }
    // Shown over heat; off; on as the address says; and a view over heat again.
    expect(presses).toEqual([true, false, true, true]);
    await views.pressed(TAB, written(10));
    expect(world.state.on).toBe(false);
  });

  it('shows a view over heat also after one that was shown so was left by other means', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, PAGE);
    await views.pressed(TAB, linkOf(PAGE));
    world.state = { ...world.state, on: false };
    await views.pressed(TAB, PAGE);
    const other = { ...WANTED, days: 7 };
    await views.pressed(TAB, linkOf(PAGE, other));
    expect(world.state).toMatchObject({ on: true, settings: other });
  });

  it('leaves heat on where the link cannot be read, and says so once', async () => {
    const { views, world } = setUp();
    const damaged = `${PAGE}#:~:hushmap=1;map=everything`;
    await views.pressed(TAB, PAGE);
    await views.pressed(TAB, damaged);
    expect(world.state).toMatchObject({ on: true, settings: MINE });
    expect((await views.notice(TAB))?.refused?.id).toBe('error.view.damaged');
    await views.pressed(TAB, damaged);
    expect(world.state.on).toBe(false);
  });

  it('can be switched off where the source of a link is missing, and looks again when it goes on', async () => {
    const { views, world } = setUp({ sources: [] });
    const presses: boolean[] = [];
    await views.pressed(TAB, PAGE);
    for (let press = 0; press < 3; press++) {
      await views.pressed(TAB, linkOf(PAGE));
      presses.push(world.state.on);
    }
    expect(presses).toEqual([true, false, true]);
    expect((await views.notice(TAB))?.missing).not.toEqual([]);
  });

  it('of a link that cannot be read says so, and changes nothing that was set', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, `${PAGE}#:~:hushmap=1;map=everything`);
    expect(world.toggled).toEqual([undefined]);
    expect(world.state.settings).toEqual(MINE);
    expect((await views.notice(TAB))?.refused?.id).toBe('error.view.damaged');
  });

  it('finds the source by what it is, whatever its id is here', async () => {
    const { views, world } = setUp({ sources: [{ ...ACME, id: 'src_yours', name: 'Ours' }] });
    await views.pressed(TAB, linkOf(PAGE));
    expect(world.toggled[0]?.sourceId).toBe('src_yours');
  });

  it.each([
    ['another project', { ...ACME, projectId: '43' }, 'heat.view.missing.kind.posthog'],
    ['another host', { ...ACME, host: 'https://us.posthog.com' }, 'heat.view.missing.kind.posthog'],
    ['another site', { ...ACME, origins: ['https://b.test'] }, 'heat.view.missing.otherSite'],
  ])('says what is missing where the source here is of %s', async (_what, config, missing) => {
    const { views, world } = setUp({ sources: [config] });
    await views.pressed(TAB, linkOf(PAGE));
    expect(world.toggled[0]).toMatchObject({ map: 'rage', sourceId: null });
    expect((await views.notice(TAB))?.missing.map(({ id }) => id)).toEqual([missing]);
  });

  it('goes back to what was set before, if that is wished for', async () => {
    const { views, world } = setUp();
    await views.pressed(TAB, linkOf(PAGE));
    await views.undo(TAB);
    expect(world.state.settings).toEqual(MINE);
    expect(await views.notice(TAB)).toBeNull();
  });
});

describe('what a view holds', () => {
  it('is no segment, which may name somebody, and says so', async () => {
    const { views, world } = setUp();
    world.state = {
      ...off,
      on: true,
      settings: { ...WANTED, filters: { ...WANTED.filters, segment: 'user==Ada Lovelace' } },
    };
    const offer = await views.offer(TAB);
    expect(offer.link).not.toContain('Ada');
    expect(offer.left.map(({ id }) => id)).toEqual(['heat.view.left.segment']);
  });

  it('is no pattern with something personal in it, and says so', async () => {
    const { views, world } = setUp();
    const pattern = 'https://acme.test/u/ada@example.com/*';
    world.state = {
      ...off,
      on: true,
      settings: { ...WANTED, filters: { ...NO_FILTERS, pattern } },
    };
    const offer = await views.offer(TAB);
    expect(offer.link).not.toContain('ada');
    expect(offer.left.map(({ id }) => id)).toEqual(['heat.view.left.pattern']);
  });

  it('is neither the name nor the id that a source has here', async () => {
    const { views, world } = setUp();
    world.state = { ...off, on: true, settings: WANTED };
    const { link } = await views.offer(TAB);
    expect(link).toContain('source=posthog,https%3A%2F%2Feu.posthog.com,42');
    expect(link).not.toMatch(/src_mine|PostHog%20EU/);
  });
});

describe('saved views', () => {
  it('are listed for pages like the one that they were saved on, or for all', async () => {
    const { views, world, saved } = setUp();
    world.state = { ...off, on: true, settings: WANTED };
    await views.save(TAB, { id: randomId('view'), name: 'Rage, phones', where: 'template' });
    await views.save(TAB, { id: randomId('view'), name: 'Everywhere', where: 'all' });
    const names = async (url: string) => {
      const other = setUp({ url });
      for (const view of saved.values()) await other.views.add([view]);
      return (await other.views.offer(TAB)).views.map(({ name }) => name);
    };
    expect(await names('https://acme.test/item/98?tab=2#x')).toEqual([
      'Rage, phones',
      'Everywhere',
    ]);
    expect(await names('https://acme.test/pricing')).toEqual(['Everywhere']);
    expect(await names('chrome://settings')).toEqual(['Everywhere']);
  });

  it('are saved once, also where the question is asked again because no answer came', async () => {
    const { views, world, saved } = setUp();
    world.state = { ...off, on: true, settings: WANTED };
    const wish = { id: randomId('view'), name: 'Rage', where: 'all' as const };
    const first = await views.save(TAB, wish);
    expect(await views.save(TAB, wish)).toEqual(first);
    expect([...saved.keys()]).toEqual([wish.id]);
  });

  it('keep nothing of an address that names one thing', async () => {
    const { views, saved } = setUp({ url: 'https://acme.test/u/ada@example.com/orders/4711' });
    await views.save(TAB, { id: randomId('view'), name: 'Orders', where: 'template' });
    expect([...saved.values()][0]?.pages).toBe('https://acme.test/u/*/orders/*');
  });

  it('are opened with the way back', async () => {
    const { views, world } = setUp();
    world.state = { ...off, on: true, settings: WANTED };
    const [view] = (await views.save(TAB, { id: randomId('view'), name: 'Rage', where: 'all' }))
      .views;
    world.state = { ...off, on: true, settings: MINE };
    const notice = await views.open(TAB, view?.id ?? '');
    expect(world.state.settings).toEqual(WANTED);
    expect(notice).toMatchObject({ from: 'saved', name: 'Rage', before: MINE });
    await views.undo(TAB);
    expect(world.state.settings).toEqual(MINE);
  });

  it('get another name, go, and come back', async () => {
    const { views } = setUp();
    const [view] = (await views.save(TAB, { id: randomId('view'), name: 'A', where: 'all' })).views;
    if (view === undefined) throw new Error('not saved');
    expect((await views.rename(TAB, view.id, 'B')).views[0]?.name).toBe('B');
    expect((await views.remove(TAB, view.id)).views).toEqual([]);
    expect((await views.putBack(TAB, view)).views).toEqual([view]);
    await views.remove(TAB, view.id);
    await expect(views.open(TAB, view.id)).rejects.toMatchObject({ code: 'view.gone' });
  });

  it('of a file are added once, and take no other one’s place', async () => {
    const { views, saved } = setUp();
    await views.save(TAB, { id: randomId('view'), name: 'Mine', where: 'all' });
    const [mine] = [...saved.values()];
    if (mine === undefined) throw new Error('not saved');
    const theirs = { ...mine, name: 'Theirs' };
    expect(await views.add([mine, theirs])).toBe(1);
    expect(await views.add([mine, theirs])).toBe(0);
    expect([...saved.values()].map(({ name }) => name).sort()).toEqual(['Mine', 'Theirs']);
  });

  it('are not half added where there would be too many', async () => {
    const { views, saved } = setUp();
    await views.save(TAB, { id: randomId('view'), name: 'Mine', where: 'all' });
    const [mine] = [...saved.values()];
    if (mine === undefined) throw new Error('not saved');
    const many = Array.from({ length: 200 }, (_, i) => ({ ...mine, name: `${i}` }));
    await expect(views.add(many)).rejects.toMatchObject({ code: 'view.tooMany' });
    expect(saved.size).toBe(1);
  });
});
