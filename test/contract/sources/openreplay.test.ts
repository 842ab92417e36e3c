// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import { cellAt } from '../../../lib/heatmap/cells';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery, SourceConfig } from '../../../lib/protocol/sources';
import type { PlacedHeat, SourceHeat } from '../../../lib/sources/contract';
import { createOpenReplaySource, type OpenReplayLimits } from '../../../lib/sources/openreplay';
import {
  type DoubleClick,
  type OpenReplayDouble,
  type OpenReplayDoubleOptions,
  sendJson,
  startOpenReplayDouble,
} from './openreplay-double';

const TOKEN = 'eyJhbGciOiJIUzUxMiJ9.Q2FuYXJ5S2V5.c2lnbmF0dXJl';
const PROJECT = '42';
const NOW = Date.UTC(2026, 10, 7, 12);
const DAY = Date.UTC(2026, 10, 3);

const QUERY: HeatQuery = {
  page: 'https://acme.test/pricing?plan=team',
  map: 'click',
  by: 'place',
  filters: NO_FILTERS,
  k: 11,
  from: '2026-11-01',
  to: '2026-11-07',
  band: { min: 1200, max: 1360 },
  viewportWidth: 1280,
  pageHeight: 4000,
};

type OpenReplayConfig = Extract<SourceConfig, { kind: 'openreplay' }>;

const running: OpenReplayDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.close()));
});

async function start(options: Partial<OpenReplayDoubleOptions> = {}): Promise<OpenReplayDouble> {
  const double = await startOpenReplayDouble({
    token: TOKEN,
    projectId: PROJECT,
    visits: { '/pricing': [1] },
    ...options,
  });
  running.push(double);
  return double;
}

const answering = (body: unknown) =>
  start({ instead: (_, response) => sendJson(response, 200, body) !== undefined });

const configFor = (double: Pick<OpenReplayDouble, 'origin'>): OpenReplayConfig => ({
  kind: 'openreplay',
  id: 'src_1',
  name: 'Acme',
  host: double.origin,
  projectId: PROJECT,
  origins: ['https://acme.test'],
  mappings: [],
});

interface Settings {
  readonly query?: HeatQuery;
  readonly limits?: Partial<OpenReplayLimits>;
  readonly secret?: string;
  readonly signal?: AbortSignal;
}

const portsOf = ({ secret = TOKEN, signal }: Settings) => ({
  fetch,
  secret,
  clock: { now: () => NOW },
  signal: signal ?? new AbortController().signal,
});

function fetchHeat(
  double: Pick<OpenReplayDouble, 'origin'>,
  settings: Settings = {},
): Promise<Result<SourceHeat, HushmapError>> {
  const source = createOpenReplaySource(settings.limits);
  return source.fetchHeat(configFor(double), settings.query ?? QUERY, portsOf(settings));
}

const testOf = (double: Pick<OpenReplayDouble, 'origin'>, settings: Settings = {}) =>
  createOpenReplaySource().test(configFor(double), portsOf(settings));

async function heatOf(double: OpenReplayDouble, settings?: Settings): Promise<PlacedHeat> {
  const result = await fetchHeat(double, settings);
  if (!result.ok) throw result.error;
  if (result.value.form !== 'cells') throw new Error('The answer is not by place.');
  return result.value;
}

/** The error of a call that must fail; nothing in it, nor in its sentence, may tell the key. */
function errorOf(result: Result<unknown, HushmapError>): HushmapError {
  if (result.ok) throw new Error('The call succeeded.');
  const { error } = result;
  const said = createTranslator()(error.sentence.id, error.sentence.params ?? []);
  expect(said).not.toBe('');
  for (const text of [said, String(error.stack), JSON.stringify(error), String(error.cause)]) {
    expect(text).not.toContain(TOKEN);
  }
  return error;
}

const click = (x: number | null, y: number | null, more: Partial<DoubleClick> = {}) => ({
  x,
  y,
  at: DAY,
  visit: 1,
  ...more,
});

const cellsOf = ({ cells }: PlacedHeat) =>
  Array.from({ length: cells.length }, (_, i) => cellAt(cells, i)).sort((a, b) => a.y - b.y);

describe('clicks of OpenReplay', () => {
  test('are laid on the page by their share of its width and height, in cells of 16 px', async () => {
    const double = await start({
      clicks: [click(41.27, 12.9), click(41.3, 12.95), click(0, 100), click(100, 0.01)],
    });
    const heat = await heatOf(double);
    // 41.27 % of 1280 px are 528 px, 12.9 % of 4000 px are 516 px.
    expect(cellsOf(heat)).toEqual([
      { x: 1272, y: 8, size: 16, count: 1, people: 1, fixed: false },
      { x: 536, y: 520, size: 16, count: 2, people: 2, fixed: false },
      { x: 8, y: 3992, size: 16, count: 1, people: 1, fixed: false },
    ]);
    expect(heat).toMatchObject({
      viewportWidth: 1280,
      gridErrorX: 8,
      gridErrorY: 8,
      unit: 'clicks',
      truncated: false,
      unusable: 0,
    });
  });

  test('move with the height of the page', async () => {
    const double = await start({ clicks: [click(50, 50)] });
    for (const pageHeight of [720, 4000, 24_000, 900.5]) {
      const [cell] = cellsOf(await heatOf(double, { query: { ...QUERY, pageHeight } }));
      expect(Math.abs((cell?.y ?? 0) - pageHeight / 2)).toBeLessThanOrEqual(8);
    }
  });

  test('cannot be laid on a page that has not said how high it is, and nothing is asked', async () => {
    const double = await start();
    const { pageHeight: _, ...query } = QUERY;
    expect(errorOf(await fetchHeat(double, { query })).code).toBe('source.noPageHeight');
    expect(double.seen).toEqual([]);
  });

  test('are labelled as the sample that they are', async () => {
    const clicks = Array.from({ length: 700 }, (_, i) => click(50, 50, { at: DAY + i }));
    const heat = await heatOf(await start({ clicks }));
    expect(heat.cells.count[0]).toBe(500);
    expect(heat.truncated).toBe(true);
    expect(heat.remarks).toEqual([
      { id: 'source.remark.oldestClicks', params: [500] },
      { id: 'source.remark.wholeVisits' },
      { id: 'source.remark.noPeople' },
      { id: 'source.remark.allWidths' },
    ]);
  });

  test('of another day are not among them, and those of both ends are', async () => {
    const clicks = [
      click(10, 10, { at: Date.UTC(2026, 9, 31, 23, 59) }),
      click(20, 20, { at: Date.UTC(2026, 10, 1) }),
      click(30, 30, { at: Date.UTC(2026, 10, 7, 23, 59) }),
      click(40, 40, { at: Date.UTC(2026, 10, 8) }),
    ];
    expect((await heatOf(await start({ clicks }))).cells.length).toBe(2);
  });

  test('that have no place are left out and counted', async () => {
    const clicks = [
      click(50, 50),
      click(0, 0),
      click(null, 5),
      click(5, null),
      click(100.1, 5),
      click(5, -0.1),
    ];
    const heat = await heatOf(await start({ clicks }));
    expect([heat.cells.length, heat.unusable]).toEqual([1, 5]);
  });

  test('are none where nobody clicked, whichever way a server says so', async () => {
    for (const body of [{ data: [] }, { data: null }]) {
      const heat = await heatOf(await answering(body));
      expect([heat.cells.length, heat.truncated]).toEqual([0, false]);
    }
  });

  test('are cut where a server sends no end of them', async () => {
    const data = Array.from({ length: 3000 }, () => ({ normalizedX: 5, normalizedY: 5 }));
    const heat = await heatOf(await answering({ data }), { limits: { clicks: 1000 } });
    expect([heat.cells.count[0], heat.truncated]).toEqual([1000, true]);
  });

  test('on a page as high as a browser can lay out take no more room than on any other', async () => {
    const double = await start({ clicks: [click(100, 100)] });
    const [cell] = cellsOf(await heatOf(double, { query: { ...QUERY, pageHeight: 2 ** 24 } }));
    expect(cell?.y).toBe(2 ** 24 - 8);
  });
});

describe('what OpenReplay is asked', () => {
  test('is the card of its own interface, for the path of the page, with every click', async () => {
    const double = await start();
    await heatOf(double);
    const [asked] = double.seen;
    expect([asked?.method, asked?.url]).toEqual(['POST', '/v2/api/42/cards/try']);
    expect(asked?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(asked?.headers.cookie).toBeUndefined();
    expect(asked?.body).not.toContain('plan=team');
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      startTimestamp: Date.UTC(2026, 10, 1),
      endTimestamp: Date.UTC(2026, 10, 8) - 1,
      includeClickRage: true,
    });
  });

  test.each<[string, HeatQuery]>([
    ['rage clicks', { ...QUERY, map: 'rage' }],
    ['scrolling', { ...QUERY, map: 'scroll' }],
    ['clicks by element', { ...QUERY, by: 'element' }],
    ['a device', { ...QUERY, filters: { ...NO_FILTERS, device: 'mobile' } }],
    ['a segment', { ...QUERY, filters: { ...NO_FILTERS, segment: 'x' } }],
    ['clicks without noise', { ...QUERY, filters: { ...NO_FILTERS, withoutNoise: true } }],
  ])('is never %s: that is refused without a question', async (_, query) => {
    const double = await start();
    expect(errorOf(await fetchHeat(double, { query })).code).toBe('source.cannot');
    expect(double.seen).toEqual([]);
  });
});

describe('when OpenReplay refuses', () => {
  test.each<[string, Partial<OpenReplayDoubleOptions>]>([
    ['openreplay.token', { token: 'another' }],
    ['openreplay.noProject', { projectId: '43' }],
    ['openreplay.noAccess', { mayView: false }],
  ])('%s says what to do, and so does a test of the settings', async (code, options) => {
    const double = await start(options);
    expect(errorOf(await fetchHeat(double)).code).toBe(code);
    expect(errorOf(await testOf(double)).code).toBe(code);
  });

  test('a project key in place of its number is told before anything is sent', async () => {
    const double = await start();
    const config = { ...configFor(double), projectId: 'Zx81kQwErTy' };
    const tested = await createOpenReplaySource().test(config, portsOf({}));
    expect(errorOf(tested).code).toBe('openreplay.noProject');
    expect(double.seen).toEqual([]);
  });

  test('a test of the settings passes where address, project and token are right', async () => {
    expect((await testOf(await start())).ok).toBe(true);
  });

  test('a missing token is told before anything is sent', async () => {
    const double = await start();
    expect(errorOf(await fetchHeat(double, { secret: '' })).code).toBe('vault.noSecret');
    expect(double.seen).toEqual([]);
  });

  test('an aborted call rejects with the reason of its signal', async () => {
    const reason = new Error('closed');
    const call = fetchHeat(await start(), { signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
  });
});

describe('answers of another form', () => {
  test.each([
    [{}],
    [{ data: {} }],
    [{ data: 'none' }],
    [{ data: { sessionId: '7', urlPath: '/pricing' } }],
    [{ data: [[5, 5]] }],
    [{ data: [{ normalizedX: 5 }] }],
    [{ data: [{ normalizedX: '5', normalizedY: 5 }] }],
    [{ data: [{ normalized_x: 5, normalized_y: 5 }] }],
    [{ data: [{ normalizedX: 0, normalizedY: 0 }] }],
    [[{ normalizedX: 5, normalizedY: 5 }]],
  ])('%j is refused', async (body) => {
    expect(errorOf(await fetchHeat(await answering(body))).code).toBe('source.badShape');
  });

  test.each([
    ['<html>Sign in</html>', 'source.notJson'],
    ['{"data":[{"normalizedX":5,', 'source.truncated'],
    ['{"data":[{"normalizedX":5 "normalizedY":5}]}', 'source.notJson'],
  ])('%s is %s', async (body, code) => {
    expect(errorOf(await fetchHeat(await answering(body))).code).toBe(code);
  });

  test('NaN is no number, and costs one click', async () => {
    const heat = await heatOf(
      await answering(
        '{"data":[{"normalizedX":NaN,"normalizedY":5},{"normalizedX":5,"normalizedY":5}]}',
      ),
    );
    expect([heat.cells.length, heat.unusable]).toEqual([1, 1]);
  });
});
