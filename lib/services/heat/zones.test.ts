import { describe, expect, it } from 'vitest';
import { emptyAnchoredCells } from '../../heatmap/anchored';
import { toCells } from '../../heatmap/cells';
import type { ElementBox } from '../../protocol/heat';
import { wholeIdOf, type ZoneTold } from '../../protocol/zones';
import type { SourceHeat } from '../../sources/contract';
import { prepareHeat } from './prepare-map';
import { countAnchored, countOnPage } from './zones';

const ORIGIN = {
  ...{ sourceId: 'a', sourceName: 'A', kind: 'posthog' as const, page: 'https://acme.test/' },
  ...{ from: '2026-11-01', to: '2026-11-07', fetchedAt: 0 },
};
const COMMON = { viewportWidth: 1000, unit: 'people', truncated: false, unusable: 0 } as const;
const prepare = (heat: SourceHeat) => prepareHeat(heat, 'click', ORIGIN, 11);

const button = (ref: number, top: number): ElementBox => ({
  ...{ ref, label: `Button ${ref}`, role: 'button', fixed: false, box: [100, top, 80, 30] },
});
const zone = (ref: number, top: number): ZoneTold => ({
  ...{ ref, label: 'Plans', role: 'section' },
  boxes: [{ fixed: false, box: [0, top, 1000, 200] }],
});
const BOXES = [button(1, 100), button(2, 700)];

describe('heat by place', () => {
  const cell = (y: number, count: number) => ({
    ...{ x: 140, y, size: 16, count, people: count / 2, fixed: false },
  });
  const heat = (): SourceHeat => ({
    ...COMMON,
    form: 'cells',
    cells: toCells([cell(115, 300), cell(715, 100)]),
    gridErrorX: 5,
    gridErrorY: 8,
  });

  it('is summed by section, and limited to one: its elements, its peak, its clicks', async () => {
    const map = await prepare(heat());
    const told = { mapId: '', scaleX: 1, boxes: BOXES, zones: [zone(7, 50), zone(8, 600)] };
    const whole = await countOnPage(map, told, null);
    expect(whole.limited).toBeNull();
    expect(whole.zones.map((each) => each.heat?.share)).toEqual([0.75, 0.25]);

    const { limited, known, zones, readings } = await countOnPage(map, told, 8);
    expect(known.elements).toMatchObject([{ ref: 2, share: 1 }]);
    expect(readings.elements).toMatchObject([{ ref: 2, count: 100, people: 50 }]);
    expect(limited?.summary).toMatchObject({ cells: 1, count: 100 });
    expect(limited?.summary.peak).toBeLessThan(map.summary.peak);
    expect(wholeIdOf(limited?.summary.mapId ?? '')).toBe(map.summary.mapId);
    expect(zones).toEqual(whole.zones);
  });

  it('has nothing in a section that cannot be seen, and no limit to one that nobody knows', async () => {
    const map = await prepare(heat());
    const gone = { ...zone(7, 50), boxes: [] };
    const told = { mapId: '', scaleX: 1, boxes: BOXES, zones: [gone] };
    const counted = await countOnPage(map, told, 99);
    expect(counted.zones).toMatchObject([{ visible: false, heat: null }]);
    expect(counted.limited).toBeNull();
  });
});

it('heat by element is summed and limited where its elements lie', async () => {
  const cells = emptyAnchoredCells(2);
  [0, 1].forEach((anchor) => {
    cells.anchor[anchor] = anchor;
    cells.x[anchor] = 0.5;
    cells.y[anchor] = 0.5;
    cells.count[anchor] = [300, 100][anchor] ?? 0;
    cells.people[anchor] = 40;
  });
  const anchors = [{ selectors: ['#a'] }, { selectors: ['#b'] }];
  const map = await prepare({ ...COMMON, form: 'anchored', anchors, cells, gridError: 0.5 });
  if (map.anchored === null) throw new Error('No anchors');
  const found = BOXES.map((box, anchor) => ({ anchor, ...box }));
  const told = { mapId: '', found, missing: [], hidden: [], zones: [zone(8, 600)] };
  const counted = await countAnchored({ ...map, anchored: map.anchored }, told, 8);
  expect(counted.zones[0]?.heat).toMatchObject({ count: 100, share: 0.25, leastPeople: 40 });
  expect(counted.known.elements).toMatchObject([{ ref: 2, share: 1 }]);
  expect(counted.limited?.anchored?.cells.length).toBe(1);
});
