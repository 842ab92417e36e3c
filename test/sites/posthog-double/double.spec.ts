import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { parleyHeatFile } from '../parley/heat';
import { parleyHeatPlan } from '../parley/heat-plan';
import { decodeBody, decodeRecording } from './decode';
import { type PostHogDouble, startPostHogDouble } from './double';
import { generateEvents, X_STEPS, Y_STEP } from './events';
import type { HeatmapsAnswer } from './heatmaps-api';
import { MILLION, millionthRow } from './misbehaviour';

const ORIGIN = 'https://parley.example';
const TODAY = '2026-11-07';
const plan = parleyHeatPlan(ORIGIN);

let double: PostHogDouble;

test.beforeAll(async () => {
  double = await startPostHogDouble({
    plan,
    today: TODAY,
    redirectTo: 'http://127.0.0.1:9/stolen',
  });
});
test.afterAll(() => double.close());
test.beforeEach(() => double.reset());

test('there are a million clicks, and no element lacks one that the plan gives it', async () => {
  expect(double.truth?.events).toBe(1_000_000);
  for (const group of double.truth?.groups ?? []) {
    const { results, has_more } = await heatmaps({
      url_exact: group.page,
      viewport_width_min: String(group.width),
      viewport_width_max: String(group.width),
      date_from: '-90d',
      limit: '0',
    });
    expect(has_more).toBe(false);
    const shown = results.reduce((sum, row) => sum + row.count, 0);
    expect(shown, `${group.page} at ${group.width}`).toBe(group.events - group.zero);
    expect(Math.max(...results.map((row) => row.count))).toBeLessThanOrEqual(group.mostInOneCell);
    for (const cluster of group.clusters.filter(({ kind }) => kind === 'box')) {
      const [left, top, width, height] = cluster.box;
      const inside = results
        .filter((row) => row.pointer_target_fixed === cluster.fixed)
        .filter(({ pointer_relative_x, pointer_y }) => {
          const x = pointer_relative_x * group.width;
          return (
            Math.abs(x - left - width / 2) <= Math.max(width / 2, group.width / X_STEPS) &&
            Math.abs(pointer_y - top - height / 2) <= Math.max(height / 2, Y_STEP)
          );
        })
        .reduce((sum, row) => sum + row.count, 0);
      // Neighbours and the tail may add to it; nothing may be missing.
      expect(inside, `${group.page} ${cluster.name}`).toBeGreaterThanOrEqual(cluster.events);
    }
  }
});

test('clicks and people of a range of days are what counting one by one gives', async () => {
  const events = generateEvents(plan);
  const clicks = new Map<string, number>();
  const people = new Map<string, Set<number>>();
  for (let i = 0; i < events.length; i++) {
    const group = plan.groups[events.group[i] ?? 0];
    const day = events.day[i] ?? 0;
    if (group?.page !== `${ORIGIN}/` || group.width < 1200 || group.width > 1500) continue;
    if (day < 2 || day > 8) continue;
    if (events.x[i] === 0 && events.y[i] === 0) continue;
    const cell = [(events.x[i] ?? 0) / X_STEPS, (events.y[i] ?? 0) * Y_STEP, events.fixed[i] === 1];
    const key = cell.join();
    clicks.set(key, (clicks.get(key) ?? 0) + 1);
    people.set(key, (people.get(key) ?? new Set()).add(events.visitor[i] ?? 0));
  }
  const range = {
    url_exact: `${ORIGIN}`,
    viewport_width_min: '1200',
    viewport_width_max: '1500',
    date_from: '2026-10-30',
    date_to: '2026-11-05',
    limit: '0',
  };
  const total = await heatmaps(range);
  const unique = await heatmaps({ ...range, aggregation: 'unique_visitors' });
  expect(asMap(total)).toEqual(clicks);
  expect(asMap(unique)).toEqual(new Map([...people].map(([key, set]) => [key, set.size])));
  expect([...people.values()].some((set) => set.size < 11)).toBe(true);
  expect([...people.values()].some((set) => set.size >= 11)).toBe(true);
});

test('pages of rows add up to the whole', async () => {
  const query = {
    url_exact: `${ORIGIN}/pricing`,
    viewport_width_min: '1280',
    viewport_width_max: '1280',
  };
  const whole = await heatmaps({ ...query, limit: '0' });
  const rows: unknown[] = [];
  let more = true;
  while (more) {
    const part = await heatmaps({ ...query, limit: '300', offset: String(rows.length) });
    rows.push(...part.results);
    more = part.has_more;
  }
  expect(rows).toEqual(whole.results);
  expect((await heatmaps(query)).results).toHaveLength(500);
});

test('keyboard clicks at 0, 0 are hidden unless asked for', async () => {
  const query = { url_exact: `${ORIGIN}/`, date_from: '-90d', limit: '0' };
  const isZero = (row: { pointer_relative_x: number; pointer_y: number }) =>
    row.pointer_relative_x === 0 && row.pointer_y === 0;
  expect((await heatmaps(query)).results.filter(isZero)).toEqual([]);
  const [zero] = (await heatmaps({ ...query, hide_zero_coordinates: 'false' })).results.filter(
    isZero,
  );
  const known = double.truth?.groups.filter(({ page }) => page === `${ORIGIN}/`) ?? [];
  expect(zero?.count).toBe(known.reduce((sum, group) => sum + group.zero, 0));
});

test('an unknown page, another kind and a wrong question each get their answer', async () => {
  expect((await heatmaps({ url_exact: `${ORIGIN}/nowhere` })).results).toEqual([]);
  const rage = (await heatmaps({ type: 'rageclick', limit: '0' })).results.length;
  expect(rage).toBeGreaterThan(0);
  expect(rage).toBeLessThan((await heatmaps({ limit: '0' })).results.length);
  for (const query of ['type=stare', 'date_from=yesterday', 'limit=-1', 'aggregation=most']) {
    expect((await ask(query)).status, query).toBe(400);
  }
  const everyPage = await heatmaps({
    url_pattern: `${ORIGIN}/*`,
    url_exact: 'https://other.example/',
  });
  expect(everyPage.results.length).toBeGreaterThan(0);
});

test('without the key, or for another project, there is nothing', async () => {
  const path = `/api/projects/${double.projectId}/heatmaps/`;
  expect((await fetch(double.origin + path)).status).toBe(401);
  const headers = { Authorization: 'Bearer phx_wrong' };
  expect((await fetch(double.origin + path, { headers })).status).toBe(401);
  const good = { Authorization: `Bearer ${double.apiKey}` };
  expect((await fetch(`${double.origin}/api/projects/1/heatmaps/`, { headers: good })).status).toBe(
    404,
  );
  expect(double.requests().map(({ authorization }) => authorization)).toEqual([
    null,
    'Bearer phx_wrong',
    `Bearer ${double.apiKey}`,
  ]);
});

test('it answers any page, with the key allowed in the request', async () => {
  const response = await fetch(`${double.origin}/api/projects/4173/heatmaps/`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://app.example', 'Access-Control-Request-Headers': 'authorization' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  expect(response.headers.get('access-control-allow-headers')).toContain('Authorization');
});

test('it misbehaves as told, for as long as told', async () => {
  for (const status of ['401', '403', '404', '429'] as const) {
    double.behave(status, 1);
    expect((await ask()).status).toBe(Number(status));
    expect((await ask()).status).toBe(200);
  }
  double.behave('html');
  expect(await (await ask()).text()).toMatch(/^<!doctype html>/);
  double.behave('truncated');
  await expect((await ask()).json()).rejects.toThrow();
  double.behave('nan');
  const impossible: HeatmapsAnswer = await (await ask()).json();
  expect(impossible.results.map((row) => row.pointer_y)).toContain(Number.POSITIVE_INFINITY);
  expect(impossible.results.map((row) => row.pointer_y)).toContain(-320);
  double.behave('redirect');
  expect((await ask('', { redirect: 'manual' })).headers.get('location')).toContain('/stolen');
  double.behave('down');
  await expect(ask()).rejects.toThrow();
  double.behave('slow');
  const body = ask('', { signal: AbortSignal.timeout(1500) }).then((answer) => answer.text());
  await expect(body).rejects.toThrow();
  double.behave('ok');
  expect((await ask()).status).toBe(200);
});

test('a million cells come in pages as well', async () => {
  double.behave('million');
  const first: HeatmapsAnswer = await (await ask('limit=20000')).json();
  expect(first.results).toHaveLength(20_000);
  expect(first.has_more).toBe(true);
  const last: HeatmapsAnswer = await (await ask(`limit=50&offset=${MILLION - 20}`)).json();
  expect(last.results).toHaveLength(20);
  expect(last.results.at(-1)).toEqual(millionthRow(MILLION - 1));
  expect(last.has_more).toBe(false);
  const beyond: HeatmapsAnswer = await (await ask(`limit=50&offset=${MILLION}`)).json();
  expect(beyond).toEqual({ results: [], has_more: false });
});

test('the heat file holds the same clicks as the API', async () => {
  const file = parleyHeatFile({
    origin: 'http://localhost:4173',
    index: double.index,
    to: TODAY,
    days: 7,
  });
  expect(file).toMatchObject({
    format: 'hushmap-heat',
    version: 1,
    map: 'click',
    viewportWidth: 1280,
  });
  expect([file.page, file.from, file.to]).toEqual(['http://localhost:4173/', '2026-11-01', TODAY]);
  const { results } = await heatmaps({
    url_exact: `${ORIGIN}/`,
    viewport_width_min: '1280',
    viewport_width_max: '1280',
    date_from: '2026-11-01',
    limit: '0',
  });
  expect(file.cells.map(({ count, y, fixed }) => [count, y, fixed])).toEqual(
    results.map((row) => [row.count, row.pointer_y, row.pointer_target_fixed]),
  );
  expect(file.cells.every(({ people, count }) => people >= 1 && people <= count)).toBe(true);
});

test('captures are decoded from every transport', () => {
  const capture = { event: '$pageview', properties: { title: 'naïve – é' } };
  const text = Buffer.from(JSON.stringify(capture));
  const form = `data=${encodeURIComponent(text.toString('base64'))}`;
  for (const body of [
    text,
    gzipSync(text),
    deflateSync(text),
    deflateRawSync(text),
    Buffer.from(form),
  ]) {
    expect(decodeBody(body)).toEqual(capture);
  }
  expect(() => decodeBody(Buffer.from('{"event":'))).toThrow(SyntaxError);
});

test('packed snapshots and mutations are unpacked, plain events stay as they are', () => {
  const pack = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('latin1');
  const node = { type: 0, childNodes: [{ textContent: 'Grüße aus Bergen' }] };
  const plain = { type: 4, timestamp: 1, data: { href: 'https://parley.example/' } };
  const full = { type: 2, timestamp: 2, cv: '2024-10', data: pack({ node }) };
  const change = {
    type: 3,
    timestamp: 3,
    cv: '2024-10',
    data: { source: 0, texts: pack([{ id: 7, value: 'later' }]), removes: pack([]) },
  };
  const capture = { properties: { $snapshot_data: [plain, full, change] } };
  for (const body of [capture, [capture], { api_key: 'phc_x', batch: [capture] }]) {
    const [first, second, third] = decodeRecording(gzipSync(JSON.stringify(body)));
    expect(first).toEqual(plain);
    expect(second?.data).toEqual({ node });
    expect(third?.data).toEqual({ source: 0, texts: [{ id: 7, value: 'later' }], removes: [] });
  }
});

/** Asks for heat with the key, as a client would. */
function ask(query = '', init: RequestInit = {}): Promise<Response> {
  return fetch(`${double.origin}/api/projects/${double.projectId}/heatmaps/?${query}`, {
    ...init,
    headers: { Authorization: `Bearer ${double.apiKey}` },
  });
}

async function heatmaps(query: Readonly<Record<string, string>>): Promise<HeatmapsAnswer> {
  const response = await ask(new URLSearchParams(query).toString());
  expect(response.status).toBe(200);
  return response.json();
}

const asMap = ({ results }: HeatmapsAnswer): Map<string, number> =>
  new Map(
    results.map((row) => [
      [row.pointer_relative_x, row.pointer_y, row.pointer_target_fixed].join(),
      row.count,
    ]),
  );
