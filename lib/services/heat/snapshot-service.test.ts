// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import { randomId } from '../../core/ids';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import type { StorageUse } from '../../protocol/snapshots';
import type { Policy, SourceConfig } from '../../protocol/sources';
import { readHeatFile, writeHeatFile } from '../../sources/file';
import { HushmapDatabase } from '../../vault/database';
import { createShownStore } from '../../vault/shown-answers';
import { bytesOf, createSnapshotStore } from '../../vault/snapshots';
import { heatPorts } from '../testing/heat-ports';
import { heatOfMap } from './heat-of-map';
import { createHeatService } from './heat-service';
import { createSnapshotService, type SnapshotPorts } from './snapshot-service';

const TAB = 7;
const STAGING = 'https://staging.acme.test/pricing?plan=7#top';
const ACME: SourceConfig = {
  kind: 'endpoint',
  id: 'acme',
  name: 'Warehouse',
  host: 'https://heat.acme.test',
  path: '/heat',
  needsKey: false,
  origins: ['https://acme.test'],
  mappings: [{ from: 'https://staging.acme.test', to: 'https://acme.test' }],
};

let db: HushmapDatabase;
beforeEach(() => {
  db = new HushmapDatabase('snapshot-service-test');
});
afterEach(() => db.delete());

/** A world with real storage for snapshots, and an endpoint that knows three places. */
function setUp(more: Partial<SnapshotPorts> = {}) {
  const now = { at: Date.parse('2026-11-22T12:00:00Z') };
  const world = { configured: [ACME] as SourceConfig[], policy: {} as Policy, asked: 0, now };
  const clock = { now: () => now.at };
  const store = createSnapshotStore(db, clock);
  const ports = heatPorts(STAGING, {
    clock,
    fetch: async () => {
      world.asked += 1;
      const cell = (x: number, count: number, people: number) => ({ x, y: 40, count, people });
      const cells = [cell(40, 900, 400), cell(200, 100, 60), cell(600, 50, 15)];
      return Response.json({ format: 'hushmap-heat', version: 2, cells });
    },
    policy: async () => world.policy,
    sources: async () => world.configured,
    shown: createShownStore(db),
    snapshots: store,
  });
  const heat = createHeatService(ports);
  const snapshots = createSnapshotService({
    clock,
    sources: ports.sources,
    storage: async () => null,
    heat,
    snapshots: store,
    bytesOf,
    ...more,
  });
  const open = async (url: string, tabId = TAB) => {
    if (!(await heat.read(tabId)).on) await heat.toggle(tabId, url);
    await heat.hello(tabId, { url, viewportWidth: 1280 });
    return heat.read(tabId);
  };
  return { world, heat, snapshots, store, open, ports };
}

const named = (name: string) => ({ id: randomId('snapshot'), name });

describe('a snapshot', () => {
  it('is of what the tab shows, and names where it came from, without an address in full', async () => {
    const { snapshots, open } = setUp();
    await open(STAGING);
    const saved = await snapshots.save(TAB, named('Before'));
    expect(saved).toMatchObject({
      name: 'Before',
      map: 'click',
      form: 'places',
      k: 11,
      count: 1100,
      band: { min: 1152, max: 1408 },
      provenance: { sourceName: 'Warehouse', page: 'https://acme.test/pricing?plan' },
    });
    expect(JSON.stringify(await db.snapshots.toArray())).not.toContain('plan=7');
    expect((await snapshots.list()).snapshots).toEqual([saved]);
  });

  it('is saved once, also where the question is asked again because no answer came', async () => {
    const { world, snapshots, open } = setUp();
    await open(STAGING);
    const wish = named('Before');
    const saved = await snapshots.save(TAB, wish);
    world.now.at += 1_000;
    expect(await snapshots.save(TAB, wish)).toEqual(saved);
    expect((await snapshots.list()).snapshots).toEqual([saved]);
  });

  it('can be chosen in the tab at once, and on the page as its source knows it', async () => {
    const { heat, snapshots, open } = setUp();
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    expect((await heat.read(TAB)).sources).toContainEqual({
      id,
      name: 'Before',
      kind: 'snapshot',
      abilities: null,
    });
    const state = await heat.set(TAB, { sourceId: id });
    expect(state.summary).toMatchObject({
      mapId: id,
      cells: 3,
      provenance: { kind: 'snapshot', sourceName: 'Before', sourceId: id },
    });
    const ids = async (url: string, tab: number) => (await open(url, tab)).sources.map((s) => s.id);
    expect(await ids('https://acme.test/pricing/?plan=7', 8)).toContain(id);
    expect(await ids('https://acme.test/pricing?plan=8', 9)).not.toContain(id);
    expect(await ids('https://acme.test/other', 10)).not.toContain(id);
  });

  it('outlives its source, and is shown then without a choice', async () => {
    const { world, heat, snapshots, open } = setUp();
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    world.configured = [];
    const asked = world.asked;
    const state = await open(STAGING, 8);
    expect(state).toMatchObject({ status: 'shown', summary: { mapId: id } });
    expect(world.asked).toBe(asked);
    const { data } = await heat.tile(id, 0, TAB);
    expect(data.length).toBeGreaterThan(0);
  });

  it('fits every page of its pattern', async () => {
    const { heat, snapshots, open } = setUp();
    const filters = { ...DEFAULT_HEAT_SETTINGS.filters, pattern: 'https://acme.test/item/*' };
    const sources = async (url: string, tab: number) => (await open(url, tab)).sources;
    // On a page that is none of the pattern, the heat is of that page alone.
    await open(STAGING);
    await heat.set(TAB, { filters });
    const other = await snapshots.save(TAB, named('One page'));
    expect(await sources('https://acme.test/item/9', 7)).not.toContainEqual(
      expect.objectContaining({ id: other.id }),
    );
    await open('https://acme.test/item/7');
    await heat.set(TAB, { filters });
    const { id } = await snapshots.save(TAB, named('Items'));
    expect(await sources('https://acme.test/item/9', 8)).toContainEqual(
      expect.objectContaining({ id }),
    );
    expect(await sources('https://acme.test/cart', 9)).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('is shown under the k of today, also by a worker that was born again', async () => {
    const { world, heat, snapshots, open, ports } = setUp();
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    world.policy = { minimumK: 20 };
    const { summary } = await heat.set(TAB, { sourceId: id });
    expect(summary).toMatchObject({ k: 20, cells: 2 });
    const reborn = createHeatService(ports);
    expect(await reborn.tile(id, 0, TAB)).toEqual(await heat.tile(id, 0, TAB));
    // What was saved stays as it was.
    world.policy = {};
    expect((await createHeatService(ports).reload(TAB)).summary).toMatchObject({ k: 11, cells: 3 });
  });

  it('is of nothing where no heat is shown, or sample data, or another snapshot', async () => {
    const { world, heat, snapshots, open } = setUp();
    const nothing = { code: 'snapshot.nothing' };
    await expect(snapshots.save(TAB, named('x'))).rejects.toMatchObject(nothing);
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    await heat.set(TAB, { sourceId: id });
    await expect(snapshots.save(TAB, named('x'))).rejects.toMatchObject(nothing);
    world.configured = [];
    await snapshots.remove(id);
    await open('https://acme.test/new', 8);
    await expect(snapshots.offer(8)).rejects.toMatchObject(nothing);
  });

  it('that was removed is no longer offered, and can be put back', async () => {
    const { heat, snapshots, open } = setUp();
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    expect((await snapshots.remove(id)).snapshots).toEqual([]);
    await heat.set(TAB, { sourceId: id });
    expect((await heat.read(TAB)).summary?.provenance.kind).toBe('endpoint');
    expect((await snapshots.restore(id)).snapshots).toHaveLength(1);
    expect((await snapshots.rename(id, 'Kept')).snapshots[0]?.name).toBe('Kept');
  });

  it('is written as a heat file that opens again', async () => {
    const { snapshots, store, open } = setUp();
    await open(STAGING);
    const { id } = await snapshots.save(TAB, named('Before'));
    const map = await store.get(id);
    if (map === null) throw new Error('It is gone.');
    const read = await readHeatFile([...writeHeatFile(heatOfMap(map), 20)].join(''));
    expect(read).toMatchObject({ value: { map: 'click', heat: { cells: { length: 2 } } } });
    const { band, filters } = map.summary.provenance;
    expect(band).not.toBeNull();
    expect(read).toMatchObject({ value: { band, filters } });
  });
});

describe('room for snapshots', () => {
  const MB = 1_000_000;
  it.each<[string, StorageUse, boolean]>([
    ['plenty', { usage: 100 * MB, quota: 1000 * MB }, false],
    ['less than a fifth', { usage: 810 * MB, quota: 1000 * MB }, true],
    ['less than twice the map', { usage: 0, quota: 150 }, true],
    ['more in use than allowed', { usage: 20 * MB, quota: 10 * MB }, true],
    ['nobody knows', null, false],
  ])('(%s) is told before anything is saved', async (_what, storage, warned) => {
    const { snapshots, open } = setUp({ storage: async () => storage });
    await open(STAGING);
    const { bytes, warning } = await snapshots.offer(TAB);
    expect(bytes).toBeGreaterThan(75);
    expect(warning?.id ?? null).toBe(warned ? 'heat.snapshot.littleRoom' : null);
  });

  it('that is used up is told as such', async () => {
    const { open, store } = setUp();
    const full = {
      ...store,
      put: async () => {
        throw new HushmapError('storage.quota');
      },
    };
    const world = setUp({ snapshots: full });
    await open(STAGING);
    await world.open(STAGING);
    await expect(world.snapshots.save(TAB, named('x'))).rejects.toMatchObject({
      code: 'snapshot.noRoom',
    });
  });
});
