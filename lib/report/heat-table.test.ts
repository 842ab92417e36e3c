import { describe, expect, test } from 'vitest';
import { createTranslator } from '../core/translator';
import { DEFAULT_HEAT_SETTINGS, type HeatState } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { NO_ZONES } from '../protocol/zones';
import { heatCaption } from './heat-caption';
import { heatTable } from './heat-table';

const STATE: HeatState = {
  on: true,
  status: 'shown',
  page: 'https://acme.test/pricing',
  settings: DEFAULT_HEAT_SETTINGS,
  summary: {
    mapId: 'map_1',
    map: 'click',
    bands: null,
    anchors: 0,
    error: null,
    cells: 2,
    count: 500,
    dropped: 0.0312,
    k: 11,
    peak: 40,
    maxCell: 30,
    tiles: [],
    provenance: {
      sourceId: 'acme',
      sourceName: 'Acme "EU"',
      kind: 'posthog',
      page: 'https://acme.test/pricing',
      from: '2026-11-01',
      to: '2026-11-07',
      viewportWidth: 1280,
      fetchedAt: 0,
      gridErrorX: 8,
      gridErrorY: 8,
      band: { min: 1152, max: 1408 },
      filters: { ...NO_FILTERS, cohorts: [3], withoutTestAccounts: true },
      unit: 'sessions',
      anonymisedAt: 'browser',
      truncated: false,
      remarks: [],
    },
  },
  elements: [
    row('=HYPERLINK("https://evil.test")', 240),
    row('Start, "free"', 120),
    { ...row('-5', 100), margin: null },
  ],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  reason: null,
  zones: NO_ZONES,
  lastShown: null,
  notes: [{ id: 'heat.note.sessions' }],
  sources: [],
};

function row(label: string, count: number): HeatState['elements'][number] {
  return {
    ref: 1,
    label,
    role: 'link',
    count,
    share: count / 500,
    margin: 0.02,
    fixed: false,
    box: [0, 0, 1, 1],
  };
}

describe('the numbers as CSV', () => {
  const lines = heatTable(STATE).split('\r\n');

  test('are a row an element, each saying whose data it is', () => {
    expect(lines[0]).toBe(
      'rank,element,role,count,share,margin of 95 %,page,map,from,to,source,counted in,k,area',
    );
    expect(lines[2]).toBe(
      '2,"Start, ""free""",link,120,0.2400,0.0200,https://acme.test/pricing,click,2026-11-01,2026-11-07,"Acme ""EU""",sessions,11,',
    );
    expect(lines[3]).toContain('0.2000,,https');
  });

  test('hold no formula: a label is the page’s own words', () => {
    expect(lines[1]).toContain(`1,"'=HYPERLINK(""https://evil.test"")"`);
    expect(lines[3]).toContain('3,-5,');
  });

  test('are a row a band where the map has bands', () => {
    const { summary } = STATE;
    if (summary === null) throw new Error('no summary');
    const bands = {
      measure: 'reached' as const,
      depth: 'px' as const,
      people: 100,
      fold: null,
      bands: [{ top: 0, bottom: 500, value: 100, people: 100 }],
    };
    const table = heatTable({ ...STATE, summary: { ...summary, map: 'scroll', bands } });
    expect(table.split('\r\n')[1]).toMatch(/^0,500,px,100,100,https:/);
  });
});

describe('the caption of a picture', () => {
  const { title, lines } = heatCaption(
    STATE,
    Date.UTC(2026, 10, 8, 9, 30),
    true,
    createTranslator(),
  );

  test('says what it is of, whose, of whom, and when', () => {
    expect(title).toBe('Clicks: https://acme.test/pricing');
    const said = lines.join('\n');
    for (const part of [
      '2026-11-01 to 2026-11-07',
      'Acme "EU"',
      '1152 to 1408 px',
      'sessions',
      'at least 11',
      '3.1 %',
      'Cohorts 3',
      '2026-11-08 09:30',
      'longer than this picture',
    ])
      expect(said).toContain(part);
  });
});
