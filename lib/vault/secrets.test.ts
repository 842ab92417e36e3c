// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HushmapDatabase } from './database';
import { deviceKey } from './device-key';
import { createSecretStore } from './secrets';

const SECRET = 'phx_CanarySecret0123456789';
const ACME = { id: 'src_1', host: 'https://eu.posthog.com' };

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('secrets-test');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

describe('the device key', () => {
  test('is made once, of 256 bits, and its bytes cannot be read', async () => {
    const [first, second] = await Promise.all([deviceKey(db), deviceKey(db)]);
    expect(first.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
    expect(first.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', first)).rejects.toThrow();
    expect(await db.keys.count()).toBe(1);

    const iv = new Uint8Array(12);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, first, iv);
    for (const key of [second, await deviceKey(db)]) {
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
      expect(new Uint8Array(opened)).toEqual(iv);
    }
  });

  test('is made anew where what is stored is none', async () => {
    await db.keys.put({ id: 'device', key: 'nonsense' });
    expect((await deviceKey(db)).extractable).toBe(false);
  });
});

describe('secrets', () => {
  test('come back for their source at its address', async () => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    expect(await secrets.get(ACME)).toBe(SECRET);
    expect(await secrets.has(ACME)).toBe(true);
  });

  test('are in no row of the database in readable form, and never encrypted alike twice', async () => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    const before = await rowOf();
    await secrets.put(ACME, SECRET);
    const after = await rowOf();
    for (const table of db.tables) {
      for (const row of await table.toArray()) expect(textOf(row)).not.toContain('Canary');
    }
    expect(before.iv).toHaveLength(12);
    expect(after.iv).not.toEqual(before.iv);
    expect(after.data).not.toEqual(before.data);
  });

  test('are not there before somebody enters one, nor after it was removed', async () => {
    const secrets = createSecretStore(db);
    expect(await secrets.get(ACME)).toBeNull();
    expect(await secrets.has(ACME)).toBe(false);
    await secrets.put(ACME, SECRET);
    await secrets.remove(ACME.id);
    expect(await secrets.get(ACME)).toBeNull();
  });

  test('do not follow a source to another address', async () => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    const moved = { ...ACME, host: 'https://evil.test' };
    expect(await secrets.get(moved)).toBeNull();
    expect(await secrets.has(moved)).toBe(false);
  });

  test.each([
    ['another address', { host: 'https://evil.test' }, { ...ACME, host: 'https://evil.test' }],
    ['another source', { sourceId: 'src_2' }, { ...ACME, id: 'src_2' }],
  ])('cannot be moved to %s by changing the database', async (_what, change, owner) => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    await db.secrets.put({ ...(await rowOf()), ...change });
    await expect(secrets.get(owner)).rejects.toMatchObject({
      code: 'vault.unreadable',
      params: [new URL(owner.host).host],
    });
  });

  test.each([
    ['the device key was lost', () => db.keys.clear()],
    ['the row is damaged', () => db.secrets.put({ sourceId: ACME.id, host: ACME.host })],
    ['its bytes were changed', () => db.secrets.update(ACME.id, { data: new Uint8Array(60) })],
  ])('say that they must be entered again where %s', async (_what, damage) => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    await damage();
    await expect(secrets.get(ACME)).rejects.toMatchObject({ code: 'vault.unreadable' });
    await secrets.put(ACME, SECRET);
    expect(await secrets.get(ACME)).toBe(SECRET);
  });

  test('that cannot be saved leave the one before in its place', async () => {
    const secrets = createSecretStore(db);
    await secrets.put(ACME, SECRET);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failed = secrets.put(ACME, 'phx_another');
    await expect(failed).rejects.toMatchObject({ code: 'storage.quota' });
    await failed.catch((error: Error) => expect(String(error.stack)).not.toContain('phx_another'));
    put.mockRestore();
    expect(await secrets.get(ACME)).toBe(SECRET);
  });
});

async function rowOf(): Promise<{ iv: Uint8Array; data: Uint8Array }> {
  const row = await db.secrets.get(ACME.id);
  if (typeof row !== 'object' || row === null || !('iv' in row) || !('data' in row)) {
    throw new Error('There is no row.');
  }
  if (!(row.iv instanceof Uint8Array) || !(row.data instanceof Uint8Array)) {
    throw new Error('The row holds no bytes.');
  }
  return { ...row, iv: row.iv, data: row.data };
}

function textOf(row: unknown): string {
  if (row instanceof Uint8Array) return new TextDecoder('latin1').decode(row);
  if (typeof row !== 'object' || row === null) return String(row);
  return Object.values(row).map(textOf).join('\n');
}
