import { describe, expect, test } from 'vitest';
import { anonymise, DEFAULT_K } from '../heatmap/anonymity';
import { cellAt } from '../heatmap/cells';
import { createSampleHeat, type SampleArea } from './sample';

const cellsOf = ({ cells }: ReturnType<typeof createSampleHeat>) =>
  Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));

const area = (part: Partial<SampleArea> = {}): SampleArea => ({
  x: 320,
  y: 640,
  width: 160,
  height: 48,
  weight: 1,
  ...part,
});

describe('sample heat', () => {
  test('is the same at every press', () => {
    expect(createSampleHeat([area()], 1280)).toEqual(createSampleHeat([area()], 1280));
  });

  test('lies on the elements that it was made for', () => {
    const cells = cellsOf(createSampleHeat([area()], 1280));
    expect(cells.length).toBeGreaterThan(3);
    for (const { x, y, size } of cells) {
      expect(Math.abs(x - 400)).toBeLessThanOrEqual(80 + size / 2);
      expect(Math.abs(y - 664)).toBeLessThanOrEqual(24 + size / 2);
    }
  });

  test('is all shown: every cell has enough people, and no more than clicks', () => {
    const heat = createSampleHeat([area(), area({ y: 900, weight: 0.01 })], 1280);
    expect(anonymise(heat.cells, DEFAULT_K).cells.length).toBe(heat.cells.length);
    for (const { count, people } of cellsOf(heat)) expect(people).toBeLessThanOrEqual(count);
  });

  test('gives more clicks to what weighs more', () => {
    const heavy = area({ weight: 100 });
    const light = area({ y: 2000, weight: 1 });
    const cells = cellsOf(createSampleHeat([heavy, light], 1280));
    const sum = (low: boolean) =>
      cells.filter(({ y }) => y > 1500 === low).reduce((total, { count }) => total + count, 0);
    expect(sum(false)).toBeGreaterThan(10 * sum(true));
  });

  test('keeps fixed elements with the viewport', () => {
    const cells = cellsOf(createSampleHeat([area({ fixed: true })], 1280));
    expect(cells.every(({ fixed }) => fixed)).toBe(true);
  });

  test.each([320, 1280, 3840])(
    'has a pattern of its own at %i px without any elements',
    (width) => {
      const cells = cellsOf(createSampleHeat([], width));
      expect(cells.length).toBeGreaterThan(20);
      for (const { x, y } of cells) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(width);
        expect(y).toBeGreaterThan(0);
      }
    },
  );

  test('takes no notice of boxes that are none', () => {
    const none = [
      area({ width: 0 }),
      area({ x: Number.NaN }),
      area({ y: -5000 }),
      area({ weight: 0 }),
      area({ height: Number.POSITIVE_INFINITY }),
    ];
    expect(createSampleHeat(none, 1280)).toEqual(createSampleHeat([], 1280));
    expect(createSampleHeat([...none, area()], 1280)).toEqual(createSampleHeat([area()], 1280));
  });

  test('stays small on a page of thousands of elements', () => {
    const many = Array.from({ length: 5000 }, (_, i) => area({ y: i * 50 }));
    expect(createSampleHeat(many, 1280).cells.length).toBeLessThan(15_000);
  });
});
