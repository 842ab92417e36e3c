// @vitest-environment node
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../../lib/protocol/sources';
import type { AnchoredHeat, BandHeat, SourceHeat } from '../../../lib/sources/contract';
import { createMatomoSource, type MatomoLimits } from '../../../lib/sources/matomo';
import type { MatomoConfig } from '../../../lib/sources/matomo/ask';
import {
  type DoubleHeatmap,
  type MatomoDouble,
  type MatomoDoubleOptions,
  startMatomoDouble,
} from './matomo-double';

const TOKEN = 'c4a97ca8f0012345deadbeef00112233';
const SITE = '3';
const PAGE = 'https://acme.test/pricing?plan=team';
const NOW = Date.UTC(2026, 10, 7, 12);

const QUERY: HeatQuery = {
  page: PAGE,
  map: 'click',
  by: 'element',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1200, max: 1360 },
  viewportWidth: 1280,
};
const SCROLL: HeatQuery = { ...QUERY, map: 'scroll', by: 'place' };

const rule = (type: string, value: string, more: object = {}) => ({
  attribute: 'url',
  type,
  value,
  value2: '',
  inverted: '0',
  ...more,
});
const RULES = [rule('equals_simple', 'https://acme.test/pricing')];

const running: MatomoDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.close()));
});

async function start(options: Partial<MatomoDoubleOptions> = {}): Promise<MatomoDouble> {
  const double = await startMatomoDouble({ token: TOKEN, siteId: SITE, ...options });
  running.push(double);
  return double;
}

const withHeatmap = (heatmap: Partial<DoubleHeatmap>, more: Partial<MatomoDoubleOptions> = {}) =>
  start({ heatmaps: [{ id: 7, rules: RULES, ...heatmap }], ...more });

const configFor = (double: Pick<MatomoDouble, 'origin'>, path = '/'): MatomoConfig => ({
  kind: 'matomo',
  id: 'src_1',
  name: 'Acme',
  host: double.origin,
  path,
  siteId: SITE,
  origins: ['https://acme.test'],
  mappings: [],
});

interface Settings {
  readonly query?: HeatQuery;
  readonly limits?: Partial<MatomoLimits>;
  readonly secret?: string;
  readonly signal?: AbortSignal;
  readonly path?: string;
}

const portsOf = ({ secret = TOKEN, signal }: Settings) => ({
  fetch,
  secret,
  clock: { now: () => NOW },
  signal: signal ?? new AbortController().signal,
});

function fetchHeat(
  double: Pick<MatomoDouble, 'origin'>,
  settings: Settings = {},
): Promise<Result<SourceHeat, HushmapError>> {
  const source = createMatomoSource(settings.limits);
  const config = configFor(double, settings.path);
  return source.fetchHeat(config, settings.query ?? QUERY, portsOf(settings));
}

const testOf = (double: Pick<MatomoDouble, 'origin'>, settings: Settings = {}) =>
  createMatomoSource().test(configFor(double, settings.path), portsOf(settings));

async function clicksOf(double: MatomoDouble, settings?: Settings): Promise<AnchoredHeat> {
  const result = await fetchHeat(double, settings);
  if (!result.ok) throw result.error;
  if (result.value.form !== 'anchored') throw new Error('The answer is not by element.');
  return result.value;
}

async function bandsOf(double: MatomoDouble, settings?: Settings): Promise<BandHeat> {
  const result = await fetchHeat(double, { query: SCROLL, ...settings });
  if (!result.ok) throw result.error;
  if (result.value.form !== 'bands') throw new Error('The answer is not by depth.');
  return result.value;
}

/** The error of a call that must fail; neither key nor Matomo's own words are in it. */
function errorOf(result: Result<unknown, HushmapError>): HushmapError {
  if (result.ok) throw new Error('The call succeeded.');
  const { error } = result;
  const said = createTranslator()(error.sentence.id, error.sentence.params ?? []);
  expect(said).not.toBe('');
  for (const text of [said, String(error.stack), JSON.stringify(error), String(error.cause)]) {
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain('jane@');
    expect(text).not.toContain('verweigert');
  }
  return error;
}

const row = (selector: string, x: number | string, y: number | string, value: number | string) => ({
  selector,
  offset_x: x,
  offset_y: y,
  value,
});

const cellsOf = ({ anchors, cells }: AnchoredHeat) =>
  Array.from({ length: cells.length }, (_, i) => ({
    selector: anchors[cells.anchor[i] ?? -1]?.selectors[0],
    x: cells.x[i],
    y: cells.y[i],
    count: cells.count[i],
    people: cells.people[i],
  }));

/** The middle of one of 2048 parts of an edge. */
const unit = (part: number): number => Math.fround((part + 0.5) / 2048);

const json = (response: ServerResponse, body: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
};

describe('clicks of Matomo', () => {
  test('come by element, with places as shares of its box, from texts and from numbers', async () => {
    const double = await withHeatmap({
      rows: { '2.1': [row('#nav > a', 1020, '880', '30'), row('main #buy', '0', 2000, 12)] },
    });
    const heat = await clicksOf(double);
    expect(cellsOf(heat)).toEqual([
      { selector: '#nav > a', x: unit(1044), y: unit(901), count: 30, people: 30 },
      { selector: 'main #buy', x: unit(0), y: unit(2047), count: 12, people: 12 },
    ]);
    expect(heat.anchors[1]?.selectors).toEqual(['main #buy', '#buy']);
    expect(heat).toMatchObject({
      unit: 'clicks',
      truncated: false,
      unusable: 0,
      viewportWidth: 1280,
      gridError: 1 / 4096,
    });
  });

  test('are those of all types of device together, or of the chosen one', async () => {
    const double = await withHeatmap({
      rows: {
        '2.1': [row('#a', 1000, 1000, '20')],
        '2.2': [row('#a', 1000, 1000, '3')],
        '2.3': [row('#a', 1000, 1000, '40'), row('#b', 0, 0, '11')],
        '1.1': [row('#moved', 0, 0, '99')],
      },
    });
    expect(cellsOf(await clicksOf(double)).map(({ count }) => count)).toEqual([63, 11]);
    for (const [device, counts] of [
      ['desktop', [20]],
      ['tablet', [3]],
      ['mobile', [40, 11]],
    ] as const) {
      const query = { ...QUERY, filters: { ...NO_FILTERS, device } };
      const heat = await clicksOf(double, { query });
      expect(cellsOf(heat).map(({ count }) => count)).toEqual(counts);
    }
    const moved = await clicksOf(double, { query: { ...QUERY, map: 'move' } });
    expect(cellsOf(moved)).toMatchObject([{ selector: '#moved', count: 99 }]);
  });

  test('that lie apart are joined until k lie together, none is lost, and the error says so', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => row('#a', (i * 37) % 2001, i * 4, '1'));
    const heat = await clicksOf(await withHeatmap({ rows: { '2.1': rows } }));
    expect(heat.cells.count.reduce((sum, count) => sum + count, 0)).toBe(500);
    expect(heat.cells.length).toBeGreaterThan(4);
    expect(heat.cells.people.every((people) => people >= 11)).toBe(true);
    expect(heat.gridError).toBeGreaterThan(1 / 4096);
    expect(heat.gridError).toBeLessThanOrEqual(0.5);
  });

  test('of one visitor stay, for k to judge', async () => {
    const heat = await clicksOf(await withHeatmap({ rows: { '2.1': [row('#a', 10, 10, '1')] } }));
    expect(cellsOf(heat)).toMatchObject([{ count: 1, people: 1 }]);
  });

  test('of a page that nobody clicked on are none', async () => {
    const heat = await clicksOf(await withHeatmap({}));
    expect(heat.cells.length).toBe(0);
    expect(heat.anchors).toEqual([]);
    expect(heat.unusable).toBe(0);
  });

  test('lose rows whose selector or numbers cannot be used, and count them', async () => {
    const good = row('#a', 1000, 1000, '20');
    const double = await withHeatmap({
      rows: {
        '2.1': [
          good,
          row('*:has(*)', 1, 1, '20'),
          row(`#${'a'.repeat(2000)}`, 1, 1, '20'),
          row('#a', 2001, 1, '20'),
          row('#a', -1, 1, '20'),
          row('#a', 1, '1.5', '20'),
          row('#a', 1, 1, ' 20'),
          row('#a', 1, 1, '1e3'),
          row('#a', 1, 1, '99999999999'),
          { ...good, selector: null },
          { ...good, value: null },
          row('#a', 5, 5, '0'),
        ],
      },
    });
    const heat = await clicksOf(double);
    expect(cellsOf(heat)).toMatchObject([{ selector: '#a', count: 20 }]);
    expect(heat.unusable).toBe(10);
  });

  test('are cut after the rows that are read, and say so', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => row(`#a${i}`, 1, 1, '20'));
    const double = await withHeatmap({ rows: { '2.1': rows } });
    const heat = await clicksOf(double, { limits: { rows: 100 } });
    expect(heat.truncated).toBe(true);
    expect(heat.cells.length).toBe(100);
    const whole = await clicksOf(double);
    expect([whole.truncated, whole.cells.length]).toEqual([false, 300]);
  });

  test('of more elements than any page has are cut as well', async () => {
    const rows = Array.from({ length: 20_100 }, (_, i) => row(`#a${i}`, 1, 1, '20'));
    const heat = await clicksOf(await withHeatmap({ rows: { '2.1': rows } }));
    expect(heat.anchors.length).toBe(20_000);
    expect(heat.truncated).toBe(true);
  });

  test('say that people are not known, and how much was recorded', async () => {
    const double = await withHeatmap({
      sampleRate: '12.5',
      rules: [rule('contains', 'pricing')],
      rows: { '2.1': [row('#a', 1, 1, '20')] },
    });
    const { remarks = [] } = await clicksOf(double);
    expect(remarks).toEqual([
      { id: 'source.remark.noPeople' },
      { id: 'source.remark.sampleRate', params: [12.5] },
      { id: 'source.remark.manyPages' },
      { id: 'source.remark.allWidths' },
    ]);
  });
});

describe('scrolling in Matomo', () => {
  test('is how many came at least so far, from the bottom up', async () => {
    const double = await withHeatmap({
      rows: {
        '3.1': [
          { label: '0', value: '5' },
          { label: '350', value: '27' },
          { label: 1000, value: 3 },
        ],
        '3.3': [
          { label: '350', value: '10' },
          { label: '700', value: '20' },
        ],
      },
      metadata: {
        nb_samples_device_all: 100,
        nb_samples_device_1: '75',
        avg_fold_device_1: 20,
        nb_samples_device_3: 25,
        avg_fold_device_3: '40.0',
      },
    });
    const heat = await bandsOf(double);
    expect(heat.bands).toEqual({
      measure: 'reached',
      depth: 'share',
      people: 65,
      fold: 0.25,
      bands: [
        { top: 0, bottom: 0.35, value: 60, people: 60 },
        { top: 0.35, bottom: 0.7, value: 23, people: 23 },
        { top: 0.7, bottom: 1, value: 3, people: 3 },
      ],
    });
    expect(heat.unit).toBe('sessions');
    expect(heat.remarks?.[0]).toEqual({ id: 'source.remark.pageViews' });
    const query = { ...SCROLL, filters: { ...NO_FILTERS, device: 'desktop' as const } };
    const desktop = await bandsOf(double, { query });
    expect([desktop.bands.people, desktop.bands.fold]).toEqual([35, 0.2]);
  });

  test.each([
    ['a list around them', [{ nb_samples_device_1: 10, avg_fold_device_1: 30 }], 0.3],
    ['no numbers', { nb_samples_device_all: 0 }, null],
    ['a fold that is none', { nb_samples_device_1: 10, avg_fold_device_1: 'NaN' }, null],
    ['a fold beyond the page', { nb_samples_device_1: 10, avg_fold_device_1: 101 }, null],
    ['an error', { result: 'error', message: 'no' }, null],
  ])('has a fold, or none, where its numbers are %s', async (_, metadata, fold) => {
    const double = await withHeatmap({ rows: { '3.1': [{ label: '10', value: '20' }] }, metadata });
    expect((await bandsOf(double)).bands.fold).toBe(fold);
  });

  test('loses rows that cannot be used, and counts them', async () => {
    const double = await withHeatmap({
      rows: {
        '3.1': [
          { label: '100', value: '20' },
          { label: '1001', value: '20' },
          { label: '10.5', value: '20' },
          { label: '100', value: '-1' },
          { label: null, value: '1' },
        ],
      },
    });
    const heat = await bandsOf(double);
    expect(heat.bands.people).toBe(20);
    expect(heat.unusable).toBe(4);
  });

  test('of a page that nobody saw has no bands', async () => {
    const { bands } = await bandsOf(await withHeatmap({}));
    expect(bands).toMatchObject({ people: 0, bands: [], fold: null });
  });
});

describe('what Matomo is asked', () => {
  test('carries the key in the form alone, on the path that it lives at', async () => {
    const double = await withHeatmap(
      { rows: { '2.1': [row('#a', 1, 1, '20')] } },
      { path: '/stats/matomo/' },
    );
    await clicksOf(double, { path: '/stats/matomo/' });
    expect(double.seen.length).toBe(4);
    for (const { url, method, headers, form } of double.seen) {
      expect([url, method]).toEqual(['/stats/matomo/index.php', 'POST']);
      expect(JSON.stringify(headers)).not.toContain(TOKEN);
      expect(headers.cookie).toBeUndefined();
      expect(form).toMatchObject({
        module: 'API',
        format: 'json',
        token_auth: TOKEN,
        filter_limit: '-1',
      });
    }
    expect(double.seen[0]?.form).toMatchObject({ idSite: SITE, includePageTreeMirror: '0' });
    const asked = double.seen.slice(1).map(({ form }) => form);
    expect(asked.map(({ deviceType }) => deviceType).sort()).toEqual(['1', '2', '3']);
    for (const form of asked) {
      expect(form).toMatchObject({
        idSiteHsr: '7',
        heatmapType: '2',
        period: 'range',
        date: '2026-11-01,2026-11-07',
      });
      expect(form.segment).toBeUndefined();
    }
  });

  test('holds the segment as it was written', async () => {
    const segment = 'referrerName==example.com;country==de,country==at';
    const double = await withHeatmap(
      { rows: { '2.1': [row('#a', 1, 1, '20')] } },
      { segments: [segment] },
    );
    const query = { ...QUERY, filters: { ...NO_FILTERS, segment: ` ${segment} ` } };
    await clicksOf(double, { query });
    expect(double.seen.at(-1)?.form.segment).toBe(segment);
  });

  test.each<[string, HeatQuery]>([
    ['rage clicks', { ...QUERY, map: 'rage' }],
    ['clicks by place', { ...QUERY, by: 'place' }],
    ['scrolling by element', { ...SCROLL, by: 'element' }],
    ['cohorts', { ...QUERY, filters: { ...NO_FILTERS, cohorts: [1] } }],
    ['a pattern', { ...QUERY, filters: { ...NO_FILTERS, pattern: 'https://acme.test/*' } }],
    ['real visitors', { ...QUERY, filters: { ...NO_FILTERS, withoutTestAccounts: true } }],
  ])('is never %s: that is refused without a question', async (_, query) => {
    const double = await withHeatmap({});
    expect(errorOf(await fetchHeat(double, { query })).code).toBe('source.cannot');
    expect(double.seen).toEqual([]);
  });
});

describe('the heatmap of a page', () => {
  const idAsked = (double: MatomoDouble) => double.seen.at(-1)?.form.idSiteHsr;

  test('is one that still records, and the newest of those', async () => {
    const heatmaps = [
      { id: 9, status: 'ended', rules: RULES },
      { id: 4, rules: RULES },
      { id: 5, rules: RULES },
      { id: 12, rules: [rule('equals_simple', 'https://acme.test/other')] },
    ];
    const double = await start({ heatmaps });
    await clicksOf(double);
    expect(idAsked(double)).toBe('5');
    const ended = await start({ heatmaps: heatmaps.slice(0, 1) });
    await clicksOf(ended);
    expect(idAsked(ended)).toBe('9');
  });

  test('is left to Matomo where rules go together or are regular expressions', async () => {
    const regexp = [rule('regexp', '^(a+)+$')];
    const double = await withHeatmap(
      { rules: regexp },
      { mayWrite: true, matches: (url) => url === PAGE },
    );
    await clicksOf(double);
    const asked = double.seen.find(({ form }) => form.method?.endsWith('testUrlMatchPages'));
    expect(asked?.form).toMatchObject({ url: PAGE, 'matchPageRules[0][value]': '^(a+)+$' });
    const several = [...RULES, rule('contains', 'x', { inverted: '1' })];
    const refused = await withHeatmap({ rules: several }, { mayWrite: true });
    expect(errorOf(await fetchHeat(refused)).code).toBe('matomo.noHeatmap');
  });

  test('is found by reading where Matomo does not test rules for this key', async () => {
    const several = [...RULES, rule('contains', '/admin', { inverted: '1' })];
    const double = await withHeatmap({ rules: several, rows: { '2.1': [row('#a', 1, 1, '20')] } });
    expect((await clicksOf(double)).cells.length).toBe(1);
  });

  test('that cannot be told says what to do', async () => {
    for (const rules of [[rule('regexp', '.*')], 'none', null]) {
      const error = errorOf(await fetchHeat(await withHeatmap({ rules })));
      expect([error.code, ...error.params.slice(1)]).toEqual(['matomo.unreadRules', 1]);
    }
  });

  test('that is not there says what to do', async () => {
    const double = await start({ sites: { 'https://acme.test': ['3', '8'] } });
    expect(errorOf(await fetchHeat(double)).code).toBe('matomo.noHeatmap');
  });

  test('that is another site’s names that site', async () => {
    const double = await start({ sites: { 'https://acme.test': ['8'] } });
    const error = errorOf(await fetchHeat(double));
    expect(error.code).toBe('matomo.otherSite');
    expect(error.params.slice(1)).toEqual(['https://acme.test', '8', '3']);
  });
});

describe('when Matomo refuses', () => {
  const working = { heatmaps: [{ id: 7, rules: RULES, rows: { '2.1': [row('#a', 1, 1, '20')] } }] };

  describe.each([
    ['with status 200', undefined],
    ['with a status of its own', 1],
  ])('%s', (_, refuseWith) => {
    const begin = (options: Partial<MatomoDoubleOptions>) =>
      start({ ...working, ...options, ...(refuseWith !== undefined && { refuseWith }) });

    test('an unknown token is named', async () => {
      const double = await begin({ token: 'another' });
      expect(errorOf(await fetchHeat(double)).code).toBe('matomo.token');
      expect(errorOf(await testOf(double)).code).toBe('matomo.token');
    });

    test('a site that the user may not see is named', async () => {
      const double = await begin({ mayView: false });
      const error = errorOf(await testOf(double));
      expect([error.code, error.params[1]]).toEqual(['matomo.noAccess', SITE]);
    });

    test('a missing plugin is named', async () => {
      expect(errorOf(await testOf(await begin({ plugin: false }))).code).toBe('matomo.noPlugin');
    });

    test('a segment that it does not know is named', async () => {
      const query = { ...QUERY, filters: { ...NO_FILTERS, segment: 'nonsense' } };
      expect(errorOf(await fetchHeat(await begin({}), { query })).code).toBe('matomo.segment');
    });
  });

  test('what it refuses for a reason of its own is told apart', async () => {
    const double = await start({
      ...working,
      instead: (form, response) =>
        form.get('method')?.startsWith('HeatmapSession') === true &&
        json(response, { result: 'error', message: `verweigert ${TOKEN}` }),
    });
    expect(errorOf(await fetchHeat(double)).code).toBe('matomo.refused');
  });

  test('an address without a Matomo is named, with its path', async () => {
    const double = await start({ path: '/matomo/' });
    const error = errorOf(await testOf(double));
    expect(error.code).toBe('matomo.address');
    expect(error.params).toEqual([`${double.origin}/`]);
    const page = await start({
      instead: (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html><form>Anmelden</form></html>');
        return true;
      },
    });
    expect(errorOf(await testOf(page)).code).toBe('matomo.address');
  });

  test('a server that has a fault is no missing Matomo', async () => {
    const double = await start({
      instead: (_, response) => {
        response.writeHead(502);
        response.end();
        return true;
      },
    });
    const error = errorOf(await fetchHeat(double));
    expect([error.code, error.params[1]]).toEqual(['source.failed', 502]);
  });

  test('nobody is asked why after an abort', async () => {
    const controller = new AbortController();
    const reason = new Error('closed');
    const double = await start({
      instead: () => {
        controller.abort(reason);
        return true;
      },
    });
    await expect(fetchHeat(double, { signal: controller.signal })).rejects.toBe(reason);
    expect(double.seen.length).toBe(1);
  });

  test('a missing key is told before anything is sent', async () => {
    const double = await start(working);
    expect(errorOf(await fetchHeat(double, { secret: '' })).code).toBe('vault.noSecret');
    expect(double.seen).toEqual([]);
  });
});

describe('a test of the settings', () => {
  test('passes where site, key and plugin are right', async () => {
    const double = await withHeatmap({}, { sites: { 'https://acme.test': ['3'] } });
    expect(await testOf(double)).toEqual({ ok: true, value: [] });
  });

  test('says that there is no heatmap yet', async () => {
    const tested = await testOf(await start({}));
    expect(tested).toEqual({ ok: true, value: [{ id: 'source.test.noHeatmaps' }] });
  });

  test('names a site id that is another site’s', async () => {
    const double = await start({ sites: { 'https://acme.test': ['8'] } });
    expect(errorOf(await testOf(double)).code).toBe('matomo.otherSite');
  });
});

describe('answers of another form', () => {
  const bad = (method: string, body: unknown) =>
    withHeatmap(
      {},
      {
        instead: (form, response) =>
          form.get('method') === `HeatmapSessionRecording.${method}` && json(response, body),
      },
    );

  test.each([
    ['getHeatmaps', { value: false }],
    ['getHeatmaps', [{ id: 1 }]],
    ['getHeatmaps', [{ idsitehsr: '7x', match_page_rules: RULES }]],
    ['getHeatmaps', ['text']],
    ['getRecordedHeatmap', { value: 1 }],
    ['getRecordedHeatmap', [[1, 2]]],
    ['getRecordedHeatmap', [{ selector: '#a', offset_x: 1, offset_y: 1 }]],
    ['getRecordedHeatmap', [{ selector: 5, offset_x: 1, offset_y: 1, value: '1' }]],
    ['getRecordedHeatmap', [{ selector: '#a', offset_x: {}, offset_y: 1, value: '1' }]],
    ['getRecordedHeatmap', [row('a, b', 1, 1, '1')]],
    ['getRecordedHeatmap', [{ __proto__: null, label: '1', value: '1' }]],
  ])('%s with %j are refused', async (method, body) => {
    expect(errorOf(await fetchHeat(await bad(method, body))).code).toBe('source.badShape');
  });

  test('a list with numbers for names, as PHP sends one with gaps, is a list', async () => {
    const double = await withHeatmap(
      { rows: { '2.1': [row('#a', 1, 1, '20')] } },
      {
        instead: (form, response) =>
          form.get('method')?.endsWith('getHeatmaps') === true &&
          json(response, { 2: { idsitehsr: 7, status: 'active', match_page_rules: RULES } }),
      },
    );
    expect((await clicksOf(double)).cells.length).toBe(1);
  });

  test('NaN is no number, and costs one row', async () => {
    const double = await bad(
      'getRecordedHeatmap',
      '[{"selector":"#a","offset_x":NaN,"offset_y":1,"value":"1"},{"selector":"#a","offset_x":1,"offset_y":1,"value":"20"}]',
    );
    const heat = await clicksOf(double);
    expect([heat.unusable, heat.cells.length]).toEqual([3, 1]);
  });

  test('an answer that breaks off is told apart from one that is none', async () => {
    expect(errorOf(await fetchHeat(await bad('getRecordedHeatmap', '[{"selector":"#'))).code).toBe(
      'source.truncated',
    );
  });

  test('an answer beyond the limit is not read to its end', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => row(`#a${i}`, 1, 1, '20'));
    const double = await withHeatmap({ rows: { '2.1': rows } });
    expect(errorOf(await fetchHeat(double, { limits: { bytes: 50_000 } })).code).toBe(
      'source.tooLarge',
    );
  });
});
