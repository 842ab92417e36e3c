import { describe, expect, test } from 'vitest';
import { emptyAnchoredCells } from '../../heatmap/anchored';
import { emptyCells, toCells } from '../../heatmap/cells';
import type { Unit } from '../../protocol/heat-kinds';
import type { SourceHeat } from '../../sources/contract';
import { OFF } from './heat-state';
import { type Origin, prepareHeat } from './prepare-map';
import { createServing } from './serve-page';

const ORIGIN: Origin = {
  ...{ sourceId: 'acme', sourceName: 'Acme', kind: 'openreplay', page: 'https://acme.test/' },
  ...{ from: '2026-11-15', to: '2026-11-21', fetchedAt: 0 },
};
const FACTS = { viewportWidth: 1000, unit: 'people', truncated: false, unusable: 0 } as const;
const TARGETS = [{ selector: '#buy', template: '', many: false }];

const places = (unit: Unit): SourceHeat => ({
  ...{ ...FACTS, form: 'cells', unit, gridErrorX: 8, gridErrorY: 8 },
  cells: toCells([{ x: 10, y: 10, size: 16, count: 40, people: 40, fixed: false }]),
});

/** How hot the box is in which all of it lies. */
async function sharesOf(heat: SourceHeat) {
  const map = await prepareHeat(heat, 'click', ORIGIN, 11);
  const { mapId } = map.summary;
  const measured = { mapId, scaleX: 1, boxes: [{ target: 0, fixed: false, box: [0, 0, 50, 50] }] };
  const serving = createServing({
    keeper: { get: async () => map },
    comparison: { tile: () => Promise.reject(new Error('There is none.')) },
    // The page answers one question alone.
    page: { send: async () => measured as never },
    read: async () => ({ ...OFF, on: true, status: 'shown', summary: map.summary }),
  });
  return serving.shares(7, TARGETS);
}

describe('how hot a thing is', () => {
  test('is told with an interval where people were counted', async () => {
    expect(await sharesOf(places('people'))).toEqual({
      kind: 'shown',
      shares: [{ share: 1, margin: expect.any(Number) }],
    });
  });

  test('is told without one where clicks alone are known', async () => {
    const shares = [{ share: 1, margin: null }];
    expect(await sharesOf(places('clicks'))).toEqual({ kind: 'shown', shares });
  });

  test('is not told of heat by element, which lies in no place', async () => {
    const cells = emptyAnchoredCells(1);
    cells.count[0] = cells.people[0] = 40;
    const anchors = [{ selectors: ['#buy'] }];
    const heat: SourceHeat = { ...FACTS, form: 'anchored', anchors, cells, gridError: 0.5 };
    expect(await sharesOf(heat)).toEqual({ kind: 'none', shares: [] });
  });

  test('is not told of a map in which nothing is shown', async () => {
    const gridError = { gridErrorX: 8, gridErrorY: 8 };
    const heat: SourceHeat = { ...FACTS, ...gridError, form: 'cells', cells: emptyCells(0) };
    expect(await sharesOf(heat)).toEqual({ kind: 'none', shares: [] });
  });
});
