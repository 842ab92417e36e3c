// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../core/clock';
import type { SourceConfig } from '../../protocol/sources';
import { HushmapDatabase } from '../../vault/database';
import { createSecretStore } from '../../vault/secrets';
import { createSourceStore } from '../../vault/sources';
import { createWorkspaceService } from './workspace-service';

const KEY = 'key-canary-123';

const SAVED: SourceConfig = {
  kind: 'endpoint',
  id: 'src_1',
  name: 'Warehouse',
  host: 'https://heat.acme.test',
  path: '/heat',
  needsKey: true,
  origins: ['https://acme.test'],
  mappings: [],
};

let db: HushmapDatabase;

beforeEach(() => {
  db = new HushmapDatabase('workspace-service-test');
});

afterEach(() => db.delete());

async function withSaved() {
  const secrets = createSecretStore(db);
  const service = createWorkspaceService({
    clock: systemClock,
    fetch,
    policy: async () => ({}),
    hasGrant: async () => true,
    sources: createSourceStore(db),
    secrets,
  });
  await service.save({ config: SAVED, secret: KEY });
  return { secrets, service };
}

describe('a source that is saved over one of the same id', () => {
  test.each<[string, SourceConfig]>([
    ['host', { ...SAVED, host: 'https://evil.test' }],
    ['path', { ...SAVED, path: '/elsewhere' }],
    ['kind', { ...SAVED, kind: 'openreplay', projectId: '7' }],
  ])('loses the key where its %s is another, even after it is put back', async (_what, config) => {
    const { secrets, service } = await withSaved();
    await service.save({ config });
    expect(await secrets.has(config)).toBe(false);
    await service.save({ config: SAVED });
    expect(await secrets.get(SAVED)).toBeNull();
  });

  test('keeps the key where the key would go to the same place', async () => {
    const { secrets, service } = await withSaved();
    await service.save({ config: { ...SAVED, name: 'Lake', origins: ['https://b.test'] } });
    expect(await secrets.get(SAVED)).toBe(KEY);
  });

  test('takes the key that comes with it', async () => {
    const { secrets, service } = await withSaved();
    const moved = { ...SAVED, path: '/elsewhere' };
    await service.save({ config: moved, secret: 'key-new' });
    expect(await secrets.get(moved)).toBe('key-new');
  });
});
