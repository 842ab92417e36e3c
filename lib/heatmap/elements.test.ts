import { describe, expect, test } from 'vitest';
import { atOnce } from '../core/steps';
import type { ElementBox } from '../protocol/heat';
import { type Cell, toCells } from './cells';
import { rankSteps, wilsonMargin } from './elements';

const rankElements = (...given: Parameters<typeof rankSteps>) => atOnce(rankSteps(...given));

let nextRef = 1;
const box = (box: ElementBox['box'], part: Partial<ElementBox> = {}): ElementBox => ({
  ref: nextRef++,
  label: 'Start free trial',
  role: 'button',
  fixed: false,
  box,
  ...part,
});
const cell = (x: number, y: number, part: Partial<Cell> = {}): Cell => ({
  x,
  y,
  size: 16,
  count: 100,
  people: 50,
  fixed: false,
  ...part,
});

describe('ranked elements', () => {
  test('come most clicked first, with their share of all shown clicks', () => {
    const low = box([0, 0, 50, 50]);
    const high = box([100, 0, 50, 50]);
    const { elements, unplaced } = rankElements(
      toCells([cell(10, 10), cell(110, 10, { count: 300 }), cell(900, 900)]),
      [low, high],
      1,
    );
    expect(elements.map(({ ref, count, share }) => [ref, count, share])).toEqual([
      [high.ref, 300, 0.6],
      [low.ref, 100, 0.2],
    ]);
    expect(unplaced).toBeCloseTo(0.2);
  });

  test('give a click to the smallest box around it', () => {
    const button = box([10, 10, 20, 20]);
    const ranked = rankElements(
      toCells([cell(20, 20)]),
      [box([0, 0, 500, 500]), button, box([0, 0, 900, 900])],
      1,
    );
    expect(ranked.elements.map(({ ref }) => ref)).toEqual([button.ref]);
  });

  test('give it to the last listed of equal boxes, which lies on top', () => {
    const top = box([0, 0, 20, 20]);
    const ranked = rankElements(toCells([cell(5, 5)]), [box([0, 0, 20, 20]), top], 1);
    expect(ranked.elements.map(({ ref }) => ref)).toEqual([top.ref]);
  });

  test('keep fixed heat and page heat apart', () => {
    const header = box([0, 0, 100, 100], { fixed: true });
    const below = box([0, 0, 100, 100]);
    const ranked = rankElements(
      toCells([cell(5, 5, { fixed: true }), cell(6, 6, { count: 20 })]),
      [header, below],
      1,
    );
    expect(ranked.elements.map(({ ref, count }) => [ref, count])).toEqual([
      [header.ref, 100],
      [below.ref, 20],
    ]);
  });

  test('stretch x, and only x, to the page as it is now', () => {
    const wide = box([900, 100, 100, 20]);
    expect(rankElements(toCells([cell(475, 110)]), [wide], 2).elements).toHaveLength(1);
    expect(rankElements(toCells([cell(475, 55)]), [wide], 2).elements).toHaveLength(0);
  });

  test('show rounded counts alone', () => {
    const ranked = rankElements(toCells([cell(5, 5, { count: 1234 })]), [box([0, 0, 9, 9])], 1);
    expect(ranked.elements[0]?.count).toBe(1200);
  });

  test('have no margin where it is not known what was counted', () => {
    const ranked = rankElements(toCells([cell(5, 5)]), [box([0, 0, 9, 9])], 1, null);
    expect(ranked.elements[0]?.margin).toBeNull();
  });

  test('survive boxes without area, far away, or endless', () => {
    const good = box([0, 0, 9, 9]);
    const odd = [box([0, 0, 0, 9]), box([1e9, -1e9, 5, 5]), box([-1e7, -1e7, 2e7, 2e7])];
    const ranked = rankElements(toCells([cell(5, 5), cell(600, 600)]), [...odd, good], 1);
    expect(ranked.elements.map(({ ref }) => ref)).toContain(good.ref);
    expect(rankElements(toCells([cell(5, 5)]), [], 1)).toMatchObject({ elements: [], unplaced: 1 });
    expect(rankElements(toCells([]), [good], 1)).toMatchObject({ elements: [], unplaced: 0 });
  });

  test('agree with looking through every box', () => {
    const random = seeded(11);
    const boxes = Array.from({ length: 300 }, () =>
      box([random() * 1200, random() * 3000, 5 + random() * 400, 5 + random() * 300]),
    );
    const rows = Array.from({ length: 500 }, () => cell(random() * 1280, random() * 3200));
    const counts = new Map<number, number>();
    for (const { x, y, count } of rows) {
      const around = boxes
        .filter(({ box: [left, top, width, height] }) => {
          const [px, py] = [Math.fround(x), Math.fround(y)];
          return px >= left && px < left + width && py >= top && py < top + height;
        })
        .sort((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3]);
      const [smallest] = around;
      if (smallest) counts.set(smallest.ref, (counts.get(smallest.ref) ?? 0) + count);
    }
    const { elements } = rankElements(toCells(rows), boxes, 1);
    const shares = new Map(elements.map(({ ref, share }) => [ref, Math.round(share * 50_000)]));
    expect(shares).toEqual(new Map([...counts].sort((a, b) => b[1] - a[1])));
  });
});

describe('the margin of a share', () => {
  test('is the half-width of the Wilson interval', () => {
    // 0.2 of 100: 0.1334 to 0.2888.
    expect(wilsonMargin(0.2, 100)).toBeCloseTo((0.2888 - 0.1334) / 2, 3);
  });

  test('shrinks with more people and is not known without any', () => {
    expect(wilsonMargin(0.3, 10_000)).toBeLessThan(wilsonMargin(0.3, 100) ?? 0);
    expect(wilsonMargin(0.3, 0)).toBeNull();
  });

  test('is not zero where nobody or everybody clicked', () => {
    expect(wilsonMargin(1, 50)).toBeGreaterThan(0);
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
