// @vitest-environment node
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../lib/core/clock';
import { cellAt } from '../../../lib/heatmap/cells';
import { type Device, NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery, SourceConfig } from '../../../lib/protocol/sources';
import { endpoint } from '../../../lib/sources/endpoint';

const SERVER = join(import.meta.dirname, '../../../docs/sources/example-server.mjs');
const KEY = 'choose-a-long-one';

let folder: string;
let child: ChildProcess;
let address: URL;

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
  const file = join(folder, 'clicks.ndjson');
  const lines = [
    ...Array.from({ length: 12 }, (_, i) => click({ person: `p-${i}`, x: 513 + i })),
    click({ person: 'p-3' }),
    ...Array.from({ length: 3 }, (_, i) => click({ person: `p-${i}`, x: 40 })),
    click({ person: 'late', day: '2026-11-09' }),
    click({ person: 'small', width: 390 }),
    click({ person: 'elsewhere', page: 'https://www.example.com/' }),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const env = { ...process.env, HUSHMAP_KEY: KEY };
  child = spawn(process.execPath, [SERVER, file, '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await new Promise<URL>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended.')));
    child.stdout?.once('data', (line) => resolve(new URL(String(line).trim())));
  });
});

afterAll(() => {
  child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (part: Partial<HeatQuery> = {}, secret = KEY, path = address.pathname) => {
  const config: Extract<SourceConfig, { kind: 'endpoint' }> = {
    kind: 'endpoint',
    id: 'own',
    name: 'Own',
    host: address.origin,
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

test('says what it does not tell apart, and what it cannot do', async () => {
  const device: Device = 'mobile';
  const answer = await ask({ filters: { ...NO_FILTERS, device } });
  expect(answer).toMatchObject({ value: { remarks: [{ id: 'source.note.allDevices' }] } });
  expect(await ask({ map: 'rage' })).toMatchObject({ error: { code: 'source.cannot' } });
});

test('refuses another key, and knows one path', async () => {
  expect(await ask({}, 'wrong')).toMatchObject({ error: { code: 'endpoint.refused' } });
  expect(await ask({}, KEY, '/other')).toMatchObject({ error: { code: 'endpoint.notFound' } });
});

test('is short, and needs nothing but Node', () => {
  const text = readFileSync(SERVER, 'utf8');
  expect(text.split('\n').length).toBeLessThan(60);
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
});
