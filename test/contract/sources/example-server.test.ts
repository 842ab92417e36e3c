// @vitest-environment node
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../lib/core/clock';
import { cellAt } from '../../../lib/heatmap/cells';
import { type Device, NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery, SourceConfig } from '../../../lib/protocol/sources';
import { lastDays } from '../../../lib/services/heat/days';
import { bandOf } from '../../../lib/services/heat/load-map';
import { endpoint } from '../../../lib/sources/endpoint';

const SERVER = join(import.meta.dirname, '../../../docs/sources/example-server.mjs');
const MAKER = join(import.meta.dirname, '../../../docs/sources/example-clicks.mjs');
const KEY = 'choose-a-long-one';

let folder: string;
let address: URL;
const children: ChildProcess[] = [];

/** Twelve people click on one place, three on another, and one more comes on a later day. */
const click = (part: object) =>
  JSON.stringify({
    page: 'https://www.example.com/pricing',
    day: '2026-11-02',
    width: 1280,
    x: 517,
    y: 1284,
    person: 'p-1',
    ...part,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hushmap-example-'));
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => click({ person: `p-${i}`, x: 513 + i })),
    click({ person: 'p-3' }),
    ...Array.from({ length: 3 }, (_, i) => click({ person: `p-${i}`, x: 40 })),
    click({ person: 'late', day: '2026-11-09' }),
    click({ person: 'small', width: 390 }),
    click({ person: 'elsewhere', page: 'https://www.example.com/' }),
  ];
  address = await serve(`${lines.join('\n')}\n`);
});

/** Starts the server with these clicks, and gives the address that it says. */
async function serve(clicks: string): Promise<URL> {
  const file = join(folder, `clicks-${children.length}.ndjson`);
  writeFileSync(file, clicks);
  const env = { ...process.env, HUSHMAP_KEY: KEY };
  const child = spawn(process.execPath, [SERVER, file, '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise<URL>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended.')));
    child.stdout.once('data', (line) => resolve(new URL(String(line).trim())));
  });
}

afterAll(() => {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (
  part: Partial<HeatQuery> = {},
  { secret = KEY, path = '/heat', at = address }: { secret?: string; path?: string; at?: URL } = {},
) => {
  const config: Extract<SourceConfig, { kind: 'endpoint' }> = {
    kind: 'endpoint',
    id: 'own',
    name: 'Own',
    host: at.origin,
    path,
    needsKey: true,
    origins: ['https://www.example.com'],
    mappings: [],
  };
  const query: HeatQuery = {
    page: 'https://www.example.com/pricing',
    map: 'click',
    by: 'place',
    filters: NO_FILTERS,
    k: 11,
    from: '2026-11-01',
    to: '2026-11-07',
    band: { min: 1152, max: 1408 },
    viewportWidth: 1280,
    ...part,
  };
  const { signal } = new AbortController();
  return endpoint.fetchHeat(config, query, { fetch, secret, clock: systemClock, signal });
};

test('gives the cells of a page, without those that few people stand behind', async () => {
  const answer = await ask();
  if (!answer.ok || answer.value.form !== 'cells') throw new Error('No cells.');
  const { cells, anonymisedAt, unit, remarks } = answer.value;
  expect(cells.length).toBe(1);
  expect(cellAt(cells, 0)).toMatchObject({ x: 520, y: 1288, count: 13, people: 12 });
  expect({ anonymisedAt, unit, remarks }).toEqual({
    anonymisedAt: 'source',
    unit: 'people',
    remarks: [],
  });
});

test('counts clicks of every width as on a window of one', async () => {
  const on = (width: number) =>
    Array.from({ length: 6 }, (_, i) =>
      click({ person: `p-${width}-${i}`, width, x: Math.round((520 * width) / 1280) }),
    );
  const at = await serve([...on(1152), ...on(1408)].join('\n'));
  const answer = await ask({ viewportWidth: 1400 }, { at });
  if (!answer.ok || answer.value.form !== 'cells') throw new Error('No cells.');
  expect(answer.value.viewportWidth).toBe(1280);
  expect(cellAt(answer.value.cells, 0)).toMatchObject({ x: 520, people: 12 });
});

test('has heat of the made-up clicks in the usual period, on a window of any width', async () => {
  const page = 'https://shop.example/sale?id=7';
  const made = execFileSync(process.execPath, [MAKER, `${page}#top`], { encoding: 'utf8' });
  const at = await serve(made);
  for (const viewportWidth of [
    320, 390, 600, 768, 1000, 1100, 1280, 1366, 1536, 1800, 2100, 2560,
  ]) {
    const days = lastDays(7, Date.now());
    const band = bandOf({ band: null }, viewportWidth);
    const answer = await ask({ page, viewportWidth, band, ...days }, { at });
    if (!answer.ok || answer.value.form !== 'cells') throw new Error('No cells.');
    expect([viewportWidth, answer.value.cells.length]).toEqual([viewportWidth, 6]);
  }
});

test('says what it does not tell apart, and what it cannot do', async () => {
  const device: Device = 'mobile';
  const answer = await ask({ filters: { ...NO_FILTERS, device } });
  expect(answer).toMatchObject({ value: { remarks: [{ id: 'source.note.allDevices' }] } });
  expect(await ask({ map: 'rage' })).toMatchObject({ error: { code: 'source.cannot' } });
});

test('refuses another key, and knows one path', async () => {
  expect(await ask({}, { secret: 'wrong' })).toMatchObject({ error: { code: 'endpoint.refused' } });
  expect(await ask({}, { path: '/other' })).toMatchObject({ error: { code: 'endpoint.notFound' } });
});

test.each([SERVER, MAKER])('is short, and needs nothing but Node: %s', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(text.split('\n').length).toBeLessThan(60);
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
});
