// @vitest-environment node
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exception } from '../protocol/exceptions';
import type { Clearance } from '../protocol/findings';
import type { SourceConfig } from '../protocol/sources';
import { createClearanceStore } from './clearances';
import { HushmapDatabase } from './database';
import { createExceptionStore } from './exceptions';
import { createResolutionStore, type Resolution } from './resolutions';
import { createSecretStore } from './secrets';
import { createSourceStore } from './sources';

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('stores-test');
});

afterEach(() => db.delete());

const sourceOf = (part: { readonly id?: string; readonly name?: string } = {}): SourceConfig => ({
  kind: 'posthog',
  id: 'src_1',
  name: 'Acme',
  host: 'https://eu.posthog.com',
  projectId: '42',
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [{ from: 'http://localhost:3000', to: 'https://acme.test' }],
  ...part,
});

describe('sources', () => {
  test('come back as they were saved, by name', async () => {
    const store = createSourceStore(db);
    const zed = sourceOf({ id: 'src_1', name: 'Zed' });
    const acme = sourceOf({ id: 'src_2', name: 'acme' });
    await store.put(zed);
    await store.put(acme);
    expect(await store.list()).toEqual([acme, zed]);
    expect(await store.get('src_1')).toEqual(zed);
    expect(await store.get('nope')).toBeNull();
  });

  test('never take a secret along that was put beside them', async () => {
    const store = createSourceStore(db);
    const careless: SourceConfig & { secret: string } = { ...sourceOf(), secret: 'phx_canary' };
    await store.put(careless);
    expect(JSON.stringify(await db.sources.toArray())).not.toContain('phx_canary');
  });

  test('take their secret with them when they are removed', async () => {
    const store = createSourceStore(db);
    const secrets = createSecretStore(db);
    await store.put(sourceOf());
    await secrets.put(sourceOf(), 'phx_key');
    await store.remove('src_1');
    expect(await store.list()).toEqual([]);
    expect(await secrets.get(sourceOf())).toBeNull();
  });

  test('that are damaged do not hide the others', async () => {
    const store = createSourceStore(db);
    await store.put(sourceOf());
    await db.sources.put({ id: 'src_2', kind: 'posthog', host: 'javascript:alert(1)' });
    expect((await store.list()).map(({ id }) => id)).toEqual(['src_1']);
    expect(await store.get('src_2')).toBeNull();
  });

  test('are still there when the database is opened again', async () => {
    await createSourceStore(db).put(sourceOf());
    db.close();
    db = new HushmapDatabase('stores-test');
    expect(await createSourceStore(db).list()).toEqual([sourceOf()]);
  });
});

const clearanceOf = (part: Partial<Clearance> = {}): Clearance => ({
  id: 'clr_1',
  origin: 'https://acme.test',
  path: '/chat',
  recorders: ['posthog'],
  optionsDigest: 'a'.repeat(64),
  exposureSignature: 'b'.repeat(64),
  ruleSet: '1',
  statesSeen: ['start'],
  issued: 1000,
  expires: 2000,
  ...part,
});

describe('clearances', () => {
  test('are listed latest first, and by origin', async () => {
    const store = createClearanceStore(db);
    const old = clearanceOf();
    const late = clearanceOf({ id: 'clr_2', issued: 1500 });
    const other = clearanceOf({ id: 'clr_3', origin: 'https://other.test', issued: 1200 });
    for (const one of [old, late, other]) await store.put(one);
    expect(await store.list()).toEqual([late, other, old]);
    expect(await store.forOrigin('https://acme.test')).toEqual([late, old]);
    expect(await store.get('clr_3')).toEqual(other);
  });

  test('are gone once revoked', async () => {
    const store = createClearanceStore(db);
    await store.put(clearanceOf());
    await store.remove('clr_1');
    expect(await store.get('clr_1')).toBeNull();
    expect(await store.forOrigin('https://acme.test')).toEqual([]);
  });

  test('that are damaged clear nothing', async () => {
    const store = createClearanceStore(db);
    await store.put(clearanceOf());
    await db.clearances.update('clr_1', { exposureSignature: '' });
    expect(await store.get('clr_1')).toBeNull();
    expect(await store.list()).toEqual([]);
  });
});

const answerOf = (part: Partial<Resolution> = {}): Resolution => ({
  origin: 'https://acme.test',
  findingId: 'f1',
  answer: 'accepted',
  reason: 'Shown to staff alone',
  expires: 2000,
  ...part,
});

describe('answers to findings', () => {
  test('hold for their origin until they expire', async () => {
    const store = createResolutionStore(db);
    await store.put(answerOf());
    await store.put(answerOf({ origin: 'https://other.test' }));
    expect(await store.forOrigin('https://acme.test', 1999)).toEqual([answerOf()]);
    expect(await store.forOrigin('https://acme.test', 2000)).toEqual([]);
  });

  test('are replaced by a later one to the same finding, and can be withdrawn', async () => {
    const store = createResolutionStore(db);
    await store.put(answerOf());
    await store.put(answerOf({ answer: 'confirmed' }));
    expect(await store.forOrigin('https://acme.test', 0)).toEqual([
      answerOf({ answer: 'confirmed' }),
    ]);
    await store.remove('https://acme.test', 'f1');
    expect(await store.forOrigin('https://acme.test', 0)).toEqual([]);
  });

  test('need a reason', async () => {
    await expect(createResolutionStore(db).put(answerOf({ reason: '  ' }))).rejects.toThrow();
  });

  test('that are damaged do not hold, and are swept out with the expired', async () => {
    const store = createResolutionStore(db);
    await store.put(answerOf());
    await store.put(answerOf({ findingId: 'f2', expires: 9000 }));
    await db.resolutions.put({ origin: 'https://acme.test', findingId: 'f3', answer: 'maybe' });
    await store.prune(5000);
    expect(await db.resolutions.count()).toBe(1);
    expect(await store.forOrigin('https://acme.test', 5000)).toHaveLength(1);
  });
});

const exceptionOf = (owner: string): Exception => ({
  rule: 'exposed-text',
  page: 'https://acme.test/*',
  field: { template: '#mail', channel: 'text', class: 'email' },
  reason: 'Our own support address.',
  owner,
  expires: '2027-03-31',
});

describe('exceptions', () => {
  test('are kept in the order in which they came, and none of them twice', async () => {
    const store = createExceptionStore(db);
    await store.add([exceptionOf('Zoe'), exceptionOf('Ada')]);
    await store.add([exceptionOf('Ada'), exceptionOf('Ben')]);
    expect((await store.list()).map(({ owner }) => owner)).toEqual(['Zoe', 'Ada', 'Ben']);
    await store.remove(exceptionOf('Ada'));
    expect((await store.list()).map(({ owner }) => owner)).toEqual(['Zoe', 'Ben']);
  });

  test('that are too many are refused together', async () => {
    const store = createExceptionStore(db);
    await store.add([exceptionOf('Ada')]);
    const many = Array.from({ length: 1000 }, (_, i) => exceptionOf(`Owner ${i}`));
    await expect(store.add(many)).rejects.toMatchObject({ code: 'file.tooManyExceptions' });
    expect(await store.list()).toEqual([exceptionOf('Ada')]);
  });

  test('find room in a database of the version before, which loses nothing', async () => {
    const name = 'upgrade-test';
    const old = new Dexie(name);
    old.version(1).stores({ clearances: 'id, origin', resolutions: '[origin+findingId], origin' });
    await old.table('resolutions').put({ origin: 'https://acme.test', findingId: 'f1' });
    old.close();
    const now = new HushmapDatabase(name);
    await createExceptionStore(now).add([exceptionOf('Ada')]);
    expect(await now.resolutions.count()).toBe(1);
    expect(await createExceptionStore(now).list()).toEqual([exceptionOf('Ada')]);
    await now.delete();
  });
});
