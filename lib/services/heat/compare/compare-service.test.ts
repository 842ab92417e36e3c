import { describe, expect, it } from 'vitest';
import { emptyAnchoredCells } from '../../../heatmap/anchored';
import { decodeTile } from '../../../heatmap/tiles';
import type { CompareWith } from '../../../protocol/compare';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings } from '../../../protocol/heat';
import type { SourceConfig } from '../../../protocol/sources';
import { heatPorts, quietPage } from '../../testing/heat-ports';
import { perTab } from '../../testing/per-tab';
import { createHeatService } from '../heat-service';
import type { HeatPorts, StoredMap } from '../ports';
import { createCompareService } from './compare-service';

const TAB = 7;
const PAGE = 'https://acme.test/pricing';
const ASKED = { url: PAGE, viewportWidth: 1000 };
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

/** People by place, in thousandths of the width and px. Each of them clicks twice. */
type Place = readonly [x: number, y: number, people: number];

const NOW: readonly Place[] = [
  [0.1, 64, 1_000],
  [0.5, 320, 1_000],
  [0.9, 640, 1_000],
];
/** The first place has lost a fifth of all, the second has won it. */
const BEFORE: readonly Place[] = [
  [0.1, 64, 1_600],
  [0.5, 320, 400],
  [0.9, 640, 1_000],
];

interface World {
  readonly places?: (url: URL) => readonly Place[];
  readonly ports?: Partial<HeatPorts>;
}

/** A tab that shows heat, and a source that answers by what it is asked. */
async function setUp({ places = byPeriod, ports: more }: World = {}) {
  const asked: URL[] = [];
  const sent: { name: string; request: unknown }[] = [];
  let kept: HeatSettings = DEFAULT_HEAT_SETTINGS;
  const keep = (settings: HeatSettings): void => {
    kept = settings;
  };
  const ports = heatPorts(PAGE, {
    fetch: async (input) => {
      const url = new URL(String(input));
      asked.push(url);
      const isPeople = url.search.includes('unique_visitors');
      const results = places(url).map(([x, y, people]) => ({
        count: isPeople ? people : people * 2,
        pointer_y: y,
        pointer_relative_x: x,
        pointer_target_fixed: false,
      }));
      return Response.json({ results, has_more: false });
    },
    preferences: { read: async () => kept, write: async (settings) => keep(settings) },
    sources: async () => [ACME],
    secret: async () => 'phx_key',
    page: quietPage(PAGE, (name, request) => sent.push({ name, request })),
    ...more,
  });
  const heat = createHeatService(ports);
  await heat.toggle(TAB, PAGE);
  await heat.hello(TAB, ASKED);
  asked.length = 0;
  return { heat, ports, asked, sent, kept: () => kept };
}

const byPeriod = (url: URL): readonly Place[] =>
  url.searchParams.get('date_from') === '2026-11-15' ? NOW : BEFORE;

type Heat = Awaited<ReturnType<typeof setUp>>['heat'];

async function compareWith(heat: Heat, what: CompareWith) {
  await heat.set(TAB, {
    compare: { with: what, view: 'difference', side: 'a', palette: 'vik' },
  });
  const comparison = await heat.comparison(TAB);
  if (comparison === null) throw new Error('Nothing is compared.');
  return comparison;
}

describe('a map and the period before', () => {
  it('are not said to have failed where nobody waits for B any more', async () => {
    const { heat, ports } = await setUp();
    await compareWith(heat, { kind: 'before' });
    const held = createHeatService({
      ...ports,
      fetch: (input, init) =>
        byPeriod(new URL(String(input))) === NOW
          ? ports.fetch(input, init)
          : new Promise((_, reject) => {
              init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
            }),
    });
    const again = held.reload(TAB);
    await expect.poll(async () => (await held.comparison(TAB))?.status).toBe('loading');
    await held.turnOff(TAB);
    await again;
    await expect.poll(() => held.comparison(TAB)).toBeNull();
    await heat.toggle(TAB, PAGE);
    await heat.hello(TAB, ASKED);
    expect((await heat.comparison(TAB))?.status).toBe('shown');
  });

  it('are asked of the same source, for as many days that end the day before', async () => {
    const { heat, asked } = await setUp();
    const { b } = await compareWith(heat, { kind: 'before' });
    expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['eu.posthog.com']));
    expect(b?.provenance).toMatchObject({ from: '2026-11-08', to: '2026-11-14' });
  });

  it('differ where they do, and what does not differ is not in any tile', async () => {
    const { heat } = await setUp();
    const told = await compareWith(heat, { kind: 'before' });
    expect(told).toMatchObject({ status: 'shown', isTested: true });
    expect(told.places).toMatchObject({ compared: 3, less: 1, more: 1, left: 0 });
    expect(told.most).toBeCloseTo(0.2, 10);
    const { data } = await heat.tile(told.id, 0, TAB);
    const cells = [...decodeTile(data, false, true).data];
    // x, y, edge, share of B less A: the third place is left bare.
    expect(cells.filter((_, i) => i % 4 === 1)).toEqual([64, 320]);
    expect(cells[3]).toBeCloseTo(0.2, 6);
    expect(cells[7]).toBeCloseTo(-0.2, 6);
  });

  it('are told to the overlay, with what it draws them by', async () => {
    const { heat, sent } = await setUp();
    const { id } = await compareWith(heat, { kind: 'before' });
    const last = sent.at(-1)?.request;
    expect(last).toMatchObject({ comparison: { id, most: expect.closeTo(0.2, 6) } });
    // A page that loads again gets the same answer.
    expect((await heat.hello(TAB, ASKED)).comparison).toMatchObject({ id });
  });

  it('are compared element by element when the page tells its elements', async () => {
    const { heat } = await setUp();
    const { b } = await compareWith(heat, { kind: 'before' });
    const box = (ref: number, left: number, top: number) => ({
      ...{ ref, label: `Element ${ref}`, role: 'button', fixed: false },
      box: [left, top, 100, 60] as [number, number, number, number],
    });
    await heat.elements(TAB, {
      mapId: b?.mapId ?? '',
      scaleX: 1,
      boxes: [box(1, 50, 34), box(2, 450, 290), box(3, 850, 610)],
    });
    const rows = (await heat.comparison(TAB))?.elements ?? [];
    expect(rows.map(({ ref, isDifferent }) => [ref, isDifferent])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(rows[0]).toMatchObject({ countA: 2_000, countB: 3_200 });
    expect(rows[0]?.shareA).toBeCloseTo(1 / 3, 3);
    expect(rows[2]?.margin).toBeGreaterThan(0);
  });

  it('can be drawn by a worker that was started anew', async () => {
    const { heat, ports } = await setUp();
    const { id } = await compareWith(heat, { kind: 'before' });
    const reborn = createHeatService(ports);
    expect(await reborn.tile(id, 0, TAB)).toEqual(await heat.tile(id, 0, TAB));
    await expect(reborn.tile('compare_other', 0, TAB)).rejects.toMatchObject({ code: 'page.gone' });
  });

  it('have nothing that is different where the same people click alike', async () => {
    const { heat } = await setUp({ places: () => NOW });
    const told = await compareWith(heat, { kind: 'before' });
    expect(told).toMatchObject({ status: 'shown', isTested: true, tiles: [] });
    expect(told.places).toMatchObject({ compared: 3, less: 0, more: 0 });
  });

  it('call nothing different of a place that one side hides for too few people', async () => {
    const few: Place = [0.9, 640, 8];
    const places = (url: URL) =>
      byPeriod(url) === NOW ? NOW : [...BEFORE.filter(([x]) => x < 0.9), few];
    const { heat } = await setUp({ places });
    const told = await compareWith(heat, { kind: 'before' });
    expect(told.places).toMatchObject({ compared: 2, left: 1 });
  });
});

describe('what is compared', () => {
  it('is set for a tab, and not for tabs to come', async () => {
    const { heat, kept } = await setUp();
    await compareWith(heat, { kind: 'cohorts', cohorts: [3] });
    expect(kept().compare).toBeNull();
  });

  it('is asked once, however it is shown', async () => {
    const { heat, asked } = await setUp();
    await compareWith(heat, { kind: 'before' });
    const before = asked.length;
    for (const view of ['swipe', 'side', 'difference'] as const) {
      await heat.set(TAB, {
        compare: { with: { kind: 'before' }, view, side: 'b', palette: 'brbg' },
      });
    }
    expect(asked.length).toBe(before);
  });

  it('is asked again where its own question has changed and A has not', async () => {
    const { heat, ports, asked } = await setUp();
    // A is a map that stays what it is: a file that was opened in the tab.
    const { summary } = await heat.read(TAB);
    const map = await ports.maps.get(summary?.mapId ?? '');
    if (map === null) throw new Error('The map was not saved.');
    const provenance = { ...map.summary.provenance, kind: 'file' as const, sourceId: 'file' };
    await ports.maps.put({ ...map, summary: { ...map.summary, mapId: 'file_1', provenance } });
    await heat.fileStored(TAB, 'file_1');
    const first = await compareWith(heat, { kind: 'map', id: 'acme' });
    expect(first).toMatchObject({ status: 'shown', a: 'file_1' });
    const questions = asked.length;

    await heat.hello(TAB, { ...ASKED, viewportWidth: 1200 });
    const wider = await heat.comparison(TAB);
    expect(asked.length).toBeGreaterThan(questions);
    expect(wider?.a).toBe('file_1');
    expect(wider?.b?.provenance.viewportWidth).toBe(1200);

    // Where the layouts are others by now, the old B must not stay either.
    await heat.hello(TAB, { ...ASKED, viewportWidth: 400 });
    expect(await heat.comparison(TAB)).toMatchObject({
      status: 'refused',
      b: null,
      reason: { id: 'heat.compare.refused.otherLayout' },
    });
  });

  it('keeps its table where it is asked again and both answers are the same', async () => {
    const { heat, ports } = await setUp();
    const { b } = await compareWith(heat, { kind: 'before' });
    const box = { ref: 1, label: 'Buy', role: 'button', fixed: false };
    const boxes = [{ ...box, box: [50, 40, 200, 60] as [number, number, number, number] }];
    await heat.elements(TAB, { mapId: b?.mapId ?? '', scaleX: 1, boxes });
    const { elements, edition } = (await heat.comparison(TAB)) ?? {};
    expect(elements).toHaveLength(1);
    await heat.hello(TAB, { ...ASKED, pageHeight: 4_000 });
    const again = await heat.comparison(TAB);
    expect(again?.edition).not.toBe(edition);
    expect(again?.elements).toEqual(elements);
    expect(await ports.comparisons.read(TAB)).toEqual(again);
  });

  it('is told of anew: what a page has found of maps is not kept once they are not compared', async () => {
    const { heat, ports } = await setUp();
    const { summary, settings } = await heat.read(TAB);
    const map = await ports.maps.get(summary?.mapId ?? '');
    if (map === null) throw new Error('The map was not saved.');
    const cells = emptyAnchoredCells(1);
    cells.count.set([300]);
    cells.people.set([90]);
    const byElement = (id: string): StoredMap => ({
      ...map,
      anchored: { anchors: [{ selectors: ['#buy'] }], cells },
      summary: {
        ...map.summary,
        ...{ mapId: id, anchors: 1, count: 300 },
        provenance: { ...map.summary.provenance, kind: 'file', sourceId: id },
      },
    });
    const [a, b] = [byElement('file_a'), byElement('file_b')];
    const sources = [{ id: 'file_b', name: 'B', kind: 'file' as const, abilities: null }];
    const found = { map: b, reason: null, unsaved: null, failed: false, notes: [], sources };
    const service = createCompareService({
      comparisons: perTab(),
      find: async () => found,
      get: async (id) => (id === 'file_a' ? a : b),
    });
    const withB = { kind: 'map', id: 'file_b' } as const;
    const compare = { with: withB, view: 'difference', side: 'a', palette: 'vik' } as const;
    const shown = { asked: ASKED, map: a, notes: [], sources };
    const settle = (what: HeatSettings['compare']) =>
      service.settle(TAB, { ...shown, settings: { ...settings, compare: what } });
    const box = [0, 0, 10, 10] as [number, number, number, number];
    const buy = { anchor: 0, ref: 3, label: 'Buy', role: 'button', fixed: false, box };
    const tell = (mapId: string, peak = 0) =>
      service.anchored(TAB, { mapId, found: [buy], missing: [], hidden: [], peak });
    const settleAgain = (what: HeatSettings['compare']) =>
      service.settle(TAB, { ...shown, settings: { ...settings, compare: what }, fresh: true });

    expect((await settle(compare))?.status).toBe('shown');
    expect([await tell('file_a'), await tell('file_b')]).toEqual([false, true]);
    // An overlay that is told of it tells again, which is no news any more.
    expect([await tell('file_a'), await tell('file_b')]).toEqual([false, false]);
    await settle(null);
    await settle(compare);
    expect([await tell('file_b'), await tell('file_a')]).toEqual([false, true]);
    // Only the page knows the end of its scale, and tells it once.
    await tell('file_b', 321);
    await tell('file_a', 654);
    expect((await service.read(TAB))?.b?.peak).toBe(321);
    await settleAgain(compare);
    expect((await service.read(TAB))?.b?.peak).toBe(321);
  });

  it('ends with its setting', async () => {
    const { heat, sent } = await setUp();
    await compareWith(heat, { kind: 'before' });
    await heat.set(TAB, { compare: null });
    expect(await heat.comparison(TAB)).toBeNull();
    expect(sent.at(-1)?.request).toMatchObject({ comparison: null });
  });

  it('is a variant by the parameter in its address', async () => {
    const { heat, asked } = await setUp({ places: () => NOW });
    const told = await compareWith(heat, { kind: 'parameter', name: 'variant', value: 'b' });
    expect(told.status).toBe('shown');
    expect(asked[0]?.searchParams.get('url_exact')).toBe(`${PAGE}?variant=b`);
  });

  it('is another page of this site, and never one of another', async () => {
    const { heat, asked } = await setUp({ places: () => NOW });
    expect((await compareWith(heat, { kind: 'page', page: '/pricing-new' })).status).toBe('shown');
    expect(asked[0]?.searchParams.get('url_exact')).toBe('https://acme.test/pricing-new');
    asked.length = 0;
    const refused = await compareWith(heat, { kind: 'page', page: 'https://other.test/' });
    expect(refused).toMatchObject({
      status: 'refused',
      reason: { id: 'heat.compare.refused.origin' },
    });
    expect(asked).toEqual([]);
  });
});

describe('what cannot be compared says why', () => {
  const cases: readonly [string, CompareWith, string][] = [
    [
      'a segment that the source does not know',
      { kind: 'segment', segment: 'x==y' },
      'heat.note.cannotFilter.segment',
    ],
    [
      'places of other widths',
      { kind: 'device', device: 'mobile' },
      'heat.compare.refused.otherLayout',
    ],
    ['the page with itself', { kind: 'page', page: '/pricing' }, 'heat.compare.refused.same'],
    ['the source with itself', { kind: 'map', id: 'acme' }, 'heat.compare.refused.same'],
    ['a map that is gone', { kind: 'map', id: 'snapshot_gone' }, 'heat.compare.refused.gone'],
    ['sample data', { kind: 'map', id: 'sample' }, 'heat.compare.refused.gone'],
  ];
  it.each(cases)('%s', async (_, what, id) => {
    const { heat } = await setUp({ places: () => NOW });
    const told = await compareWith(heat, what);
    expect(told).toMatchObject({ status: 'refused', reason: { id }, b: null, tiles: [] });
    expect((await heat.hello(TAB, ASKED)).comparison).toBeNull();
  });

  it('a source that fails for B, whose map A stays', async () => {
    const places = (url: URL) => {
      if (byPeriod(url) === NOW) return NOW;
      throw new TypeError('network');
    };
    const { heat } = await setUp({ places });
    const told = await compareWith(heat, { kind: 'before' });
    expect(told).toMatchObject({ status: 'failed', reason: { id: 'error.source.unreachable' } });
    expect((await heat.read(TAB)).status).toBe('shown');
  });

  it('a period with too few people', async () => {
    const places = (url: URL): readonly Place[] => (byPeriod(url) === NOW ? NOW : [[0.5, 320, 4]]);
    const { heat } = await setUp({ places });
    const told = await compareWith(heat, { kind: 'before' });
    expect(told).toMatchObject({ status: 'refused', reason: { id: 'heat.reason.allUnderK' } });
  });
});
