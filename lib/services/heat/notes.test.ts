import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../core/translator';
import { toCells } from '../../heatmap/cells';
import { sayCell } from '../../page/overlay/readings';
import { type HeatFilters, NO_FILTERS } from '../../protocol/heat-kinds';
import { notesFor, whyEmpty } from './notes';
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

it('never says that nobody clicked where the source left out what few people did', async () => {
  const summary = await mapOf([]);
  const provenance = { ...summary.provenance, anonymisedAt: 'source' as const };
  const days = ['2026-11-01', '2026-11-07'];
  expect(whyEmpty({ ...summary, provenance })).toEqual({
    id: 'heat.reason.leftOutAtSource',
    params: [11, ...days],
  });
  const bands = { measure: 'reached', depth: 'px', bands: [], people: 0, fold: null } as const;
  const ofDepth = { ...summary, provenance, bands: { ...bands, bands: [] } };
  expect(whyEmpty(ofDepth)).toEqual({ id: 'heat.reason.fewAtSource', params: [11, ...days] });
});

describe('a file on a page', () => {
  const notesOn = async (url: string, part: { page?: string; pattern?: string } = {}) => {
    const summary = await mapOf([40]);
    const filters = { ...NO_FILTERS, pattern: part.pattern ?? null };
    const page = part.page ?? 'https://acme.test/pricing';
    const provenance = { ...summary.provenance, kind: 'file' as const, page, filters };
    const notes = notesFor({ ...summary, provenance }, { url, viewportWidth: 1280 }, null);
    return notes.map(({ id, params }) => [id, ...(params ?? [])]);
  };

  it('needs no word where it is of this page', async () => {
    expect(await notesOn('https://acme.test/pricing/?utm=x#plans')).toEqual([]);
  });

  it('says whose it is where the page is of another site, or on staging', async () => {
    const [of, on] = ['https://acme.test/pricing', 'http://localhost:3000/pricing'];
    expect(await notesOn(on)).toEqual([['heat.note.fileOfOtherSite', of, on]]);
  });

  it('says that it is of another page', async () => {
    const [of, on] = ['https://acme.test/pricing', 'https://acme.test/blog'];
    expect(await notesOn(on)).toEqual([['heat.note.fileOfOtherPage', of, on]]);
    const pattern = 'https://acme.test/*';
    expect(await notesOn(on, { pattern })).toEqual([]);
  });

  it('names no personal part of an address', async () => {
    const [[id, ...told] = []] = await notesOn('https://acme.test/u/ines.okafor@acme.test');
    expect(id).toBe('heat.note.fileOfOtherPage');
    expect(told.join()).not.toContain('ines');
  });
});

it('the share at the pointer tells no more than the two rounded counts', async () => {
  const t = createTranslator();
  const said = async (count: number) => sayCell(count, await mapOf([count, 200 - count]), null, t);
  expect(await said(13)).toEqual(await said(16));
});
