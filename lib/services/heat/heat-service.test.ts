import { describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import { emptyAnchoredCells } from '../../heatmap/anchored';
import { decodeTile } from '../../heatmap/tiles';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import { heatPorts, mapsIn, quietPage } from '../testing/heat-ports';
import { createHeatService } from './heat-service';
import type { HeatPorts, StoredMap } from './ports';
import { BURST } from './turns-of-tab';

const TAB = 7;
const URL_ = 'https://acme.test/pricing';
const ASKED = { url: URL_, viewportWidth: 1000 };
const ACME: SourceConfig = {
  kind: 'posthog',
  id: 'acme',
  name: 'PostHog EU',
  host: 'https://eu.posthog.com',
  projectId: '1',
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [],
};

/** PostHog's two answers: clicks and people of three places, one of them with too few people. */
function answer(url: string): Response {
  const people = url.includes('unique_visitors');
  const row = (x: number, y: number, count: number, unique: number) => ({
    count: people ? unique : count,
    pointer_y: y,
    pointer_relative_x: x,
    pointer_target_fixed: false,
  });
  const results = [row(0.5, 320, 900, 400), row(0.1, 64, 100, 60), row(0.9, 640, 50, 4)];
  return Response.json({ results, has_more: false });
}

/** A world in which the heat of the tab is on already. */
async function setUpOn(more: Partial<HeatPorts> = {}) {
  const world = setUp(more);
  await world.heat.toggle(TAB, URL_);
  return world;
}

function setUp(more: Partial<HeatPorts> = {}) {
  const asked: string[] = [];
  const sent: { name: string; request: unknown }[] = [];
  const saved = new Map<string, StoredMap>();
  const ports = heatPorts(URL_, {
    fetch: async (input) => {
      asked.push(String(input));
      return answer(String(input));
    },
    sources: async () => [ACME],
    secret: async () => 'phx_key',
    maps: mapsIn(saved),
    page: quietPage(URL_, (name, request) => sent.push({ name, request })),
    ...more,
  });
  return { heat: createHeatService(ports), ports, asked, sent, saved };
}

describe('heat of a tab', () => {
  it('goes on with a press and off with the next', async () => {
    const { heat, sent } = setUp();
    await heat.toggle(TAB, URL_);
    expect((await heat.read(TAB)).on).toBe(true);
    await heat.toggle(TAB, URL_);
    expect(await heat.read(TAB)).toMatchObject({ on: false, status: 'off' });
    expect(sent.at(-1)?.name).toBe('overlay.stop');
  });

  it('says why where the browser lets nobody onto the page', async () => {
    const { heat } = setUp({
      page: {
        ...setUp().ports.page,
        injectOverlay: async () => {
          throw new HushmapError('page.notAllowed');
        },
      },
    });
    await heat.toggle(TAB, 'chrome://settings');
    expect(await heat.read(TAB)).toMatchObject({
      on: false,
      status: 'failed',
      reason: { id: 'error.page.notAllowed' },
    });
  });

  it('says why there is no map where this browser has no storage, however it was asked', async () => {
    let isLost = false;
    const { heat } = await setUpOn({
      sources: async () => {
        if (isLost) throw new HushmapError('storage.unavailable');
        return [ACME];
      },
    });
    await heat.hello(TAB, ASKED);
    isLost = true;
    const failed = { status: 'failed', reason: { id: 'error.storage.unavailable' }, summary: null };
    expect(await heat.reload(TAB)).toMatchObject(failed);
    expect((await heat.read(TAB)).sources).not.toEqual([]);
    expect((await heat.hello(TAB, ASKED)).summary).toBeNull();
    expect(await heat.read(TAB)).toMatchObject(failed);
    isLost = false;
    expect((await heat.hello(TAB, ASKED)).summary).not.toBeNull();
  });

  it('answers the overlay with anonymous cells, and says what was dropped', async () => {
    const { heat } = await setUpOn();
    const { summary } = await heat.hello(TAB, ASKED);
    expect(summary).toMatchObject({ cells: 2, k: 11, provenance: { page: URL_ } });
    expect(summary?.dropped).toBeCloseTo(50 / 1050);
    const tile = await heat.tile(summary?.mapId ?? '', 0, TAB);
    const cells = decodeTile(tile.data, false);
    expect(cells.data.length).toBe(2 * 4);
  });

  it('raises k where the policy says so', async () => {
    const { heat } = await setUpOn({ policy: async () => ({ minimumK: 100 }) });
    expect((await heat.hello(TAB, ASKED)).summary).toMatchObject({ cells: 1, k: 100 });
  });

  it('gives anchors to the overlay, and says what the page does not have', async () => {
    const { heat, ports, saved } = await setUpOn();
    const { summary } = await heat.hello(TAB, ASKED);
    const shown = saved.get(summary?.mapId ?? '');
    if (!shown) throw new Error('The map was not saved.');
    const cells = emptyAnchoredCells(2);
    cells.anchor.set([0, 1]);
    cells.count.set([300, 100]);
    cells.people.set([90, 40]);
    const anchors = ['#buy', '#ines-okafor-harbourmail'].map((each) => ({ selectors: [each] }));
    saved.set(shown.summary.mapId, { ...shown, anchored: { anchors, cells } });
    // A worker that was started anew knows what was saved.
    const later = createHeatService(ports);
    const { mapId } = shown.summary;
    const part = await later.anchors(mapId, 0);
    expect(part.anchors).toEqual([['#buy'], ['#ines-okafor-harbourmail']]);
    const box = [0, 0, 10, 10] as [number, number, number, number];
    const told = { anchor: 0, ref: 3, label: 'Buy', role: 'button', fixed: false, box };
    await later.anchored(TAB, { mapId, found: [told], missing: [1], hidden: [] });
    const state = await later.read(TAB);
    expect(state.elements).toMatchObject([{ ref: 3, share: 0.75 }]);
    expect(state.unresolved).toMatchObject({ cells: 1, share: 0.25, hidden: 0 });
    expect(state.unplaced).toBe(0.25);
    await expect(later.anchors('map_gone', 0)).rejects.toMatchObject({ code: 'page.gone' });
  });

  it('knows the peak of heat by element from the page, and keeps it as long as the map', async () => {
    const { heat, saved } = await setUpOn();
    const { summary } = await heat.hello(TAB, ASKED);
    const shown = saved.get(summary?.mapId ?? '');
    if (!shown) throw new Error('The map was not saved.');
    const { mapId } = shown.summary;
    const cells = emptyAnchoredCells(1);
    cells.count.set([300]);
    cells.people.set([90]);
    const byElement = { ...shown.summary, anchors: 1, peak: 0 };
    const anchored = { anchors: [{ selectors: ['#buy'] }], cells };
    saved.set(mapId, { ...shown, anchored, summary: byElement });
    const { heat: later } = await setUpOn({ maps: mapsIn(saved) });
    expect((await later.hello(TAB, ASKED)).summary).toMatchObject({ mapId, peak: 0 });
    const told = { mapId, found: [], missing: [], hidden: [] };
    await later.anchored(TAB, { ...told, peak: 123 });
    expect((await later.read(TAB)).summary?.peak).toBe(123);
    await later.anchored(TAB, told);
    await later.hello(TAB, ASKED);
    expect((await later.read(TAB)).summary?.peak).toBe(123);
  });

  it('keeps what the overlay has told of a map, where a setting leads to the same one', async () => {
    const { heat } = await setUpOn();
    const { summary } = await heat.hello(TAB, ASKED);
    if (summary === null) throw new Error('no map');
    const box = {
      ref: 1,
      label: 'a',
      role: 'link',
      fixed: false,
      box: [0, 0, 1000, 9000] as [number, number, number, number],
    };
    await heat.elements(TAB, { mapId: summary.mapId, scaleX: 1, boxes: [box] });
    expect((await heat.read(TAB)).elements).toHaveLength(1);
    // The band that is meant by none: another wish, and the same question.
    const after = await heat.set(TAB, { band: { min: 896, max: 1152 } });
    expect(after.summary?.mapId).toBe(summary.mapId);
    expect(after.elements).toHaveLength(1);
  });

  it('holds a saved map to a k that was raised since', async () => {
    const { heat, ports } = await setUpOn();
    expect((await heat.hello(TAB, ASKED)).summary?.cells).toBe(2);
    const stricter = createHeatService({ ...ports, policy: async () => ({ minimumK: 100 }) });
    expect((await stricter.hello(TAB, ASKED)).summary).toMatchObject({ cells: 1, k: 100 });
  });

  it('does not show the data that was asked for first where other data was chosen meanwhile', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let isFirst = true;
    const { heat } = await setUpOn({
      fetch: async (input) => {
        if (isFirst && !String(input).includes('unique_visitors')) {
          isFirst = false;
          await gate;
        }
        return answer(String(input));
      },
    });
    const slow = heat.hello(TAB, ASKED);
    await expect.poll(() => isFirst).toBe(false);
    const chosen = await heat.set(TAB, { sourceId: 'sample' });
    open();
    await slow;
    const { summary } = await heat.read(TAB);
    expect(summary?.provenance.kind).toBe('sample');
    expect(summary?.mapId).toBe(chosen.summary?.mapId);
  });

  it('never puts a sample in the place of real heat that came meanwhile', async () => {
    const { heat } = await setUpOn();
    await heat.set(TAB, { sourceId: 'sample' });
    const { summary: sample } = await heat.hello(TAB, ASKED);
    expect(sample?.provenance.kind).toBe('sample');
    await heat.set(TAB, { sourceId: 'acme' });
    const box = {
      ref: 1,
      label: 'a',
      role: 'link',
      fixed: false,
      box: [10, 10, 200, 80] as [number, number, number, number],
    };
    await heat.elements(TAB, { mapId: sample?.mapId ?? '', scaleX: 1, boxes: [box] });
    expect((await heat.read(TAB)).summary?.provenance.kind).not.toBe('sample');
  });

  it('stays off where it was switched off while an answer was being looked at', async () => {
    const { heat, ports } = await setUpOn();
    let isArmed = false;
    const late = createHeatService({
      ...ports,
      asked: {
        ...ports.asked,
        read: async (tabId) => {
          const asked = await ports.asked.read(tabId);
          // The answer is there, and is found to be wanted: now Off is pressed.
          if (isArmed) await late.turnOff(TAB);
          return asked;
        },
      },
      maps: {
        ...ports.maps,
        put: async (map) => {
          await ports.maps.put(map);
          isArmed = true;
        },
      },
    });
    await late.hello(TAB, ASKED);
    expect(isArmed).toBe(true);
    // Nobody waits for the answer any more: what it still does, it does in this turn of the loop.
    await new Promise((resolve) => setTimeout(resolve));
    expect(await heat.read(TAB)).toMatchObject({ on: false, status: 'off', summary: null });
  });

  it('never lays a fitted sample on a page whose heat was switched off', async () => {
    const { heat, ports, sent } = await setUpOn({ sources: async () => [] });
    const { summary } = await heat.hello(TAB, ASKED);
    const late = createHeatService({
      ...ports,
      maps: {
        ...ports.maps,
        put: async (map) => {
          await ports.maps.put(map);
          await late.turnOff(TAB);
        },
      },
    });
    const box = { ref: 1, label: 'Start', role: 'link', fixed: false };
    await late.elements(TAB, {
      mapId: summary?.mapId ?? '',
      scaleX: 1,
      boxes: [{ ...box, box: [10, 10, 200, 40] }],
    });
    expect(await heat.read(TAB)).toMatchObject({ on: false, status: 'off' });
    expect(sent.at(-1)?.name).toBe('overlay.stop');
  });

  it('is not switched on by an overlay that is on its way out', async () => {
    const { heat, asked } = await setUpOn();
    await heat.toggle(TAB, URL_);
    expect((await heat.hello(TAB, ASKED)).summary).toBeNull();
    expect((await heat.read(TAB)).on).toBe(false);
    expect(asked).toEqual([]);
  });

  it('keeps no personal part of a page’s address', async () => {
    const { heat, saved } = await setUpOn({ sources: async () => [] });
    await heat.hello(TAB, { ...ASKED, url: 'https://acme.test/reset?email=anna@acme.test#t=1' });
    const kept = JSON.stringify([...saved.values()].map(({ summary }) => summary));
    expect(kept).not.toContain('anna');
    expect(kept).not.toContain('t=1');
  });

  it('asks the source once for the same map, also after the worker has died', async () => {
    const first = await setUpOn();
    await first.heat.hello(TAB, ASKED);
    const questions = first.asked.length;
    await first.heat.hello(TAB, ASKED);
    const reborn = createHeatService(first.ports);
    const { summary } = await reborn.hello(TAB, ASKED);
    expect(first.asked.length).toBe(questions);
    expect((await reborn.tile(summary?.mapId ?? '', 0, TAB)).data.length).toBeGreaterThan(0);
  });

  it('keeps showing the saved map where the source fails, and says so', async () => {
    const world = await setUpOn();
    await world.heat.hello(TAB, ASKED);
    const broken = createHeatService({
      ...world.ports,
      fetch: async () => new Response('', { status: 401 }),
    });
    const state = await broken.reload(TAB);
    expect(state.status).toBe('shown');
    expect(state.notes.map(({ id }) => id)).toEqual([
      'heat.note.savedCopy',
      'error.source.unauthorized',
    ]);
  });

  it('asks for nothing without a grant or a key', async () => {
    const refused = await setUpOn({ hasGrant: async () => false });
    await refused.heat.hello(TAB, ASKED);
    const keyless = await setUpOn({ secret: async () => null });
    await keyless.heat.hello(TAB, ASKED);
    expect([...refused.asked, ...keyless.asked]).toEqual([]);
    expect((await refused.heat.read(TAB)).reason?.id).toBe('error.source.noPermission');
    expect((await keyless.heat.read(TAB)).reason?.id).toBe('error.vault.noSecret');
  });

  it('is shown where it could not be saved, and says that too', async () => {
    const { heat, ports } = await setUpOn();
    const full = createHeatService({
      ...ports,
      maps: {
        get: async () => null,
        put: async () => {
          throw new HushmapError('storage.quota');
        },
      },
    });
    await full.hello(TAB, ASKED);
    const state = await full.read(TAB);
    expect(state.status).toBe('shown');
    expect(state.notes.map(({ id }) => id)).toContain('error.storage.quota');
    expect((await heat.read(TAB)).status).toBe('shown');
  });

  it('counts elements from the cells, not from the picture', async () => {
    const { heat } = await setUpOn();
    const { summary } = await heat.hello(TAB, ASKED);
    const box = { ref: 3, label: 'Buy', role: 'button', fixed: false };
    await heat.elements(TAB, {
      mapId: summary?.mapId ?? '',
      scaleX: 1,
      boxes: [{ ...box, box: [450, 300, 100, 60] }],
    });
    const [row] = (await heat.read(TAB)).elements;
    expect(row).toMatchObject({ ref: 3, label: 'Buy', count: 900 });
    expect(row?.share).toBeCloseTo(0.9);
  });

  it('lays sample data on the page’s own elements', async () => {
    const { heat, sent } = await setUpOn({ sources: async () => [] });
    const { summary } = await heat.hello(TAB, ASKED);
    expect(summary?.provenance.kind).toBe('sample');
    const box = { ref: 1, label: 'Start', role: 'link', fixed: false };
    await heat.elements(TAB, {
      mapId: summary?.mapId ?? '',
      scaleX: 1,
      boxes: [{ ...box, box: [10, 10, 200, 40] }],
    });
    const state = await heat.read(TAB);
    expect(state.summary?.mapId).not.toBe(summary?.mapId);
    expect(sent.at(-1)).toMatchObject({ name: 'overlay.update' });
  });

  it('never shows one page the heat of another that answered late', async () => {
    const world = await setUpOn();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const heat = createHeatService({
      ...world.ports,
      fetch: async (input) => {
        if (decodeURIComponent(String(input)).includes('/slow')) await held;
        return answer(String(input));
      },
    });
    const slow = heat.hello(TAB, { ...ASKED, url: 'https://acme.test/slow' });
    // The first question is under way before the second is asked.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await heat.hello(TAB, ASKED);
    release();
    const late = await slow;
    expect((await heat.read(TAB)).summary?.provenance.page).toBe(URL_);
    // Nobody waits for it: it may be answered before there is anything to show.
    expect(late.summary?.provenance.page ?? URL_).toBe(URL_);
  });

  it('does not let a page ask without bound under the person’s key', async () => {
    const open = new Set<AbortSignal>();
    let asked = 0;
    const { heat } = await setUpOn({
      fetch: (_, init) => {
        asked += 1;
        return new Promise((_resolve, reject) => {
          const signal = init?.signal;
          if (!signal) throw new Error('Nobody could end this.');
          open.add(signal);
          signal.addEventListener('abort', () => {
            open.delete(signal);
            reject(signal.reason);
          });
        });
      },
    });
    for (let i = 0; i < 100; i++) void heat.hello(TAB, { ...ASKED, url: `${URL_}?${i}` });
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Two requests a map: its clicks and its people.
    expect(asked).toBeLessThanOrEqual(2 * BURST);
    await expect.poll(() => asked, { timeout: 3_000 }).toBeGreaterThan(0);
    await expect.poll(() => open.size).toBeLessThanOrEqual(2);
    expect((await heat.read(TAB)).page).toBe(`${URL_}?99`);
    await heat.turnOff(TAB);
    expect(open.size).toBe(0);
  });

  it('answers a page that asks again before it is answered', async () => {
    const { heat } = await setUpOn();
    const [first, second] = await Promise.all([heat.hello(TAB, ASKED), heat.hello(TAB, ASKED)]);
    expect(first.summary?.mapId).toBe(second.summary?.mapId);
    expect(second.summary?.cells).toBe(2);
    expect((await heat.read(TAB)).status).toBe('shown');
  });

  it('remembers nothing of a tab that was closed', async () => {
    const { heat, ports } = await setUpOn();
    await heat.hello(TAB, ASKED);
    await heat.forget(TAB);
    expect(await ports.states.read(TAB)).toBeNull();
    expect(await ports.asked.read(TAB)).toBeNull();
  });
});

describe('what tabs to come begin with', () => {
  const MINE = { ...DEFAULT_HEAT_SETTINGS, days: 14 };
  const OF_LINK = {
    ...DEFAULT_HEAT_SETTINGS,
    map: 'rage' as const,
    by: 'element' as const,
    days: 30,
    filters: { ...NO_FILTERS, device: 'mobile' as const, pattern: 'https://acme.test/team/*' },
  };

  function remembering() {
    const last = { settings: MINE };
    const preferences = {
      read: async () => last.settings,
      write: async (settings: typeof MINE) => void Object.assign(last, { settings }),
    };
    return { last, world: setUp({ preferences }) };
  }

  it('is what somebody has changed, and nothing that a link has set', async () => {
    const { last, world } = remembering();
    await world.heat.toggle(TAB, URL_, OF_LINK);
    await world.heat.set(TAB, { opacity: 0.5 });
    expect(last.settings).toEqual({ ...MINE, opacity: 0.5 });
    const { filters } = (await world.heat.read(TAB)).settings;
    await world.heat.set(TAB, { filters: { ...filters, withoutNoise: true } });
    expect(last.settings).toEqual({
      ...MINE,
      opacity: 0.5,
      filters: { ...NO_FILTERS, withoutNoise: true },
    });
  });

  it('is nothing that a view says, whether it is opened or left again', async () => {
    const { last, world } = remembering();
    await world.heat.toggle(TAB, URL_);
    await world.heat.setHere(TAB, OF_LINK);
    expect((await world.heat.read(TAB)).settings).toEqual(OF_LINK);
    expect(last.settings).toEqual(MINE);
  });

  it('holds no pattern of pages, no segment and no cohort, which may be about somebody', async () => {
    const { last, world } = remembering();
    await world.heat.toggle(TAB, URL_);
    const pattern = 'https://acme.test/people/jane-doe/*';
    const filters = { ...NO_FILTERS, pattern, segment: 'user==Jane', cohorts: [3] };
    await world.heat.set(TAB, { days: 3, filters });
    expect(last.settings).toEqual({ ...MINE, days: 3 });
  });

  it('is all of two changes that come at once', async () => {
    const { last, world } = remembering();
    await world.heat.toggle(TAB, URL_);
    await Promise.all([
      world.heat.set(TAB, { opacity: 0.5 }),
      world.heat.set(TAB, { palette: 'gray' }),
    ]);
    expect(last.settings).toEqual({ ...MINE, opacity: 0.5, palette: 'gray' });
  });
});
