// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/sha256';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import type { SourceConfig } from '../../protocol/sources';
import { HushmapDatabase } from '../../vault/database';
import { createShownStore } from '../../vault/shown-answers';
import { heatPorts } from '../testing/heat-ports';
import { createMapKeeper } from './map-keeper';

/** Somebody edits a source that keeps its id. */

const PAGE = 'https://acme.test/pricing';
const NOW = Date.parse('2026-11-22T12:00:00Z');

type Endpoint = Extract<SourceConfig, { kind: 'endpoint' }>;

const ONE: Endpoint = {
  ...{ kind: 'endpoint', id: 'acme', name: 'Warehouse', host: 'https://heat.acme.test' },
  ...{ path: '/one', needsKey: false, origins: ['https://acme.test'], mappings: [] },
};
const TWO: Endpoint = { ...ONE, path: '/two' };

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('edited-source-test');
});

afterEach(() => db.delete());

interface Told {
  readonly count: number;
  readonly people: number;
}

function setUp() {
  const state = { config: ONE as SourceConfig, fetched: 0 };
  /** What each path answers; none: it fails. */
  const answers = new Map<string, Told>([['/one', { count: 33, people: 25 }]]);
  const shown = createShownStore(db);
  const ports = heatPorts(PAGE, {
    clock: { now: () => NOW },
    sources: async () => [state.config],
    secret: async () => 'key',
    shown,
    fetch: async (input) => {
      state.fetched += 1;
      const told = answers.get(new URL(String(input)).pathname);
      if (told === undefined) return new Response('', { status: 500 });
      const cells = [{ x: 10, y: 10, size: 20, ...told }];
      return Response.json({ format: 'hushmap-heat', version: 2, cells });
    },
  });
  const { find } = createMapKeeper(ports);
  const look = async (config: SourceConfig, { days = 7, fresh = false } = {}) => {
    state.config = config;
    const band = { min: 0, max: 10_000 };
    const settings = { ...DEFAULT_HEAT_SETTINGS, days, band };
    const { map, reason } = await find(7, { url: PAGE, viewportWidth: 1200, settings, fresh });
    const isBefore = map?.summary.provenance.remarks.some(
      ({ id }) => id === 'heat.note.shownBefore',
    );
    return { count: map?.cells.count[0] ?? null, reason: reason?.id ?? null, isBefore };
  };
  return { state, answers, look };
}

/** Makes all that is remembered what an earlier version remembers, under a scope of these names. */
async function keepAsEarlier(names: readonly string[], { hasWay }: { readonly hasWay: boolean }) {
  const scope = sha256Hex([...names, 'click', 'place'].join('\n'));
  await db.shownAnswers.toCollection().modify((row: unknown) => {
    // Dexie has no type for what is in a table of strangers.
    const kept = row as { scope: string; answer: { way?: string } };
    kept.scope = scope;
    if (!hasWay) delete kept.answer.way;
  });
}

describe('a source that is set to other data', () => {
  test('is asked, however recent the map of what it was set to', async () => {
    const { answers, look } = setUp();
    answers.set('/two', { count: 400, people: 300 });
    expect((await look(ONE)).count).toBe(33);
    expect((await look(TWO)).count).toBe(400);
    expect((await look(ONE)).count).toBe(33);
  });

  test('has no saved copy where it fails', async () => {
    const { look } = setUp();
    await look(ONE);
    expect(await look(TWO)).toMatchObject({ count: null, reason: 'error.source.failed' });
  });

  test('is not answered with what was shown of the other', async () => {
    const { answers, look } = setUp();
    answers.set('/two', { count: 34, people: 26 });
    await look(ONE);
    expect(await look(TWO)).toEqual({ count: 34, reason: null, isBefore: false });
  });
});

describe('a source that has another name', () => {
  test('has its recent map', async () => {
    const { state, look } = setUp();
    await look(ONE);
    expect((await look({ ...ONE, name: 'Lake' })).count).toBe(33);
    expect(state.fetched).toBe(1);
  });
});

/** Of `/one`, as some server may read it. */
const SPELLINGS = [
  ...['/one/', '/./one', '/one/.', '/x/../one', '/x/%2e%2E/one', '/%2e/one', '/x%2f../one'],
  ...['/%6fne', '/%6Fne', '/%256fne', '/ONE', '/one//', '/.//one', '/one%3fall', '/one%3Bv=1'],
];

describe('what was shown of the same data counts', () => {
  const longer = { count: 34, people: 26 };

  const others: readonly (readonly [string, Endpoint])[] = [
    ['under another id', { ...ONE, id: 'again' }],
    ['under another name', { ...ONE, name: 'Lake' }],
    ['asked with a key', { ...ONE, needsKey: true }],
    ['at the host with a dot behind it', { ...ONE, host: 'https://heat.acme.test.' }],
    ['asked without encryption', { ...ONE, host: 'http://heat.acme.test' }],
    ...SPELLINGS.map((path) => [`at ${path}`, { ...ONE, path }] as const),
  ];

  test.each(others)('%s', async (_, config) => {
    const { answers, look } = setUp();
    await look(ONE);
    answers.set('/one', longer);
    answers.set(new URL(config.path, config.host).pathname, longer);
    expect(await look(config, { days: 8 })).toMatchObject({
      count: null,
      reason: 'error.heat.tooSimilar',
    });
  });

  test('when it was set to other data in between', async () => {
    const { answers, look } = setUp();
    answers.set('/two', { count: 400, people: 300 });
    await look(ONE);
    await look(TWO);
    answers.set('/one', longer);
    expect((await look(ONE, { days: 8 })).reason).toBe('error.heat.tooSimilar');
  });

  test('and is not shown in place of what was read in another way', async () => {
    const { answers, look } = setUp();
    await look(ONE);
    answers.set('/one', longer);
    expect(await look(ONE, { fresh: true })).toMatchObject({ count: 33, isBefore: true });
    const other = await look({ ...ONE, needsKey: true }, { fresh: true });
    expect(other).toMatchObject({ count: null, reason: 'error.heat.tooSimilar' });
  });

  test('also where an earlier version remembered it by the id of the source', async () => {
    const { answers, look } = setUp();
    await look(ONE);
    await keepAsEarlier(['acme'], { hasWay: false });
    answers.set('/one', longer);
    const refused = { count: null, reason: 'error.heat.tooSimilar' };
    expect(await look(ONE, { days: 8 })).toMatchObject(refused);
    // Nobody knows what the source was set to then, so it is not shown in place of what it tells now.
    answers.set('/two', longer);
    expect(await look(TWO)).toMatchObject(refused);
    // This is the copy that is saved of the map, and no answer of today.
    const saved = { count: 33, reason: 'error.heat.tooSimilar', isBefore: false };
    expect(await look(ONE, { fresh: true })).toEqual(saved);
  });

  test('also where an earlier version remembered it by another spelling', async () => {
    const { answers, look } = setUp();
    const asTyped: Endpoint = { ...ONE, host: 'http://heat.acme.test', path: '/One/%2e' };
    answers.set('/One/', { count: 33, people: 25 });
    await look(asTyped);
    await keepAsEarlier(['data', 'endpoint', asTyped.host, asTyped.path], { hasWay: true });
    answers.set('/One/', longer);
    expect((await look(asTyped, { days: 8 })).reason).toBe('error.heat.tooSimilar');
    expect(await look(asTyped, { fresh: true })).toMatchObject({ count: 33, isBefore: true });
  });
});
