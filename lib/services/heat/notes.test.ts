import { expect, it } from 'vitest';
import { createTranslator } from '../../core/translator';
import { toCells } from '../../heatmap/cells';
import { sayCell } from '../../page/overlay/readings';
import { type HeatFilters, NO_FILTERS } from '../../protocol/heat-kinds';
import { whyEmpty } from './notes';
import { prepareHeat } from './prepare-map';

const ORIGIN = {
  sourceId: 'src',
  sourceName: 'Matomo',
  kind: 'matomo',
  page: 'https://acme.test/',
  from: '2026-11-01',
  to: '2026-11-07',
  fetchedAt: 1,
} as const;

/** What a source that gives exact counts answers, with so many clicks in each of some places. */
const mapOf = async (counts: readonly number[], filters: HeatFilters = NO_FILTERS) => {
  const { summary } = await prepareHeat(
    {
      form: 'cells',
      cells: toCells(
        counts.map((count, i) => ({
          ...{ x: 8 + 16 * i, y: 8, size: 16, fixed: false, count, people: count },
        })),
      ),
      ...{ viewportWidth: 1280, gridErrorX: 8, gridErrorY: 8, unit: 'people' },
      ...{ truncated: false, unusable: 0 },
    },
    'click',
    { ...ORIGIN, filters },
    11,
  );
  return summary;
};

it('an empty segment and one of a few people are the same answer', async () => {
  const jane = { ...NO_FILTERS, segment: 'userId==jane' };
  const [nobody, few] = [await mapOf([], jane), await mapOf([3], jane)];
  expect(whyEmpty(nobody)).toEqual(whyEmpty(few));
  expect(whyEmpty(nobody).id).toBe('error.heat.segmentTooSmall');
  expect(whyEmpty(await mapOf([])).id).toBe('heat.reason.noClicks');
});

it('the share at the pointer tells no more than the two rounded counts', async () => {
  const t = createTranslator();
  const said = async (count: number) => sayCell(count, await mapOf([count, 200 - count]), null, t);
  expect(await said(13)).toEqual(await said(16));
});
