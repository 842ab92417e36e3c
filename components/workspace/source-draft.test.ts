import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED_EVENTS } from '../../lib/protocol/sources';
import { FURTHER_COLUMNS, furtherColumns, withRaw } from './clickhouse-draft';
import type { SourceDraft } from './draft';
import { draftOf, EMPTY_DRAFT, readDraft } from './source-draft';

const GOOD: SourceDraft = {
  ...EMPTY_DRAFT,
  name: 'PostHog EU',
  host: 'https://eu.posthog.com',
  projectId: '48213',
  secret: 'phx_abc123',
  origins: 'https://acme.test\nwww.acme.test',
  mappings: [
    { from: 'http://localhost:3000', to: 'acme.test' },
    { from: '', to: '' },
  ],
};

const errorsOf = (draft: SourceDraft, needsKey = true): string[] => {
  const read = readDraft(draft, null, needsKey);
  return read.ok ? [] : Object.keys(read.errors);
};

describe('readDraft', () => {
  it('reads what people type, scheme or not, and leaves empty rows out', () => {
    const read = readDraft(GOOD, 'posthog_eu', true);
    expect(read).toEqual({
      ok: true,
      secret: 'phx_abc123',
      config: {
        kind: 'posthog',
        id: 'posthog_eu',
        name: 'PostHog EU',
        host: 'https://eu.posthog.com',
        projectId: '48213',
        hogql: false,
        origins: ['https://acme.test', 'https://www.acme.test'],
        mappings: [{ from: 'http://localhost:3000', to: 'https://acme.test' }],
      },
    });
  });

  it('says what is wrong with each field of an empty form', () => {
    expect(errorsOf(EMPTY_DRAFT)).toEqual(['name', 'projectId', 'secret', 'origins']);
  });

  it('keeps a saved key where none is typed', () => {
    const read = readDraft({ ...GOOD, secret: '' }, 'posthog_eu', false);
    expect(read).toMatchObject({ ok: true, secret: null });
  });

  it('lets a key travel encrypted only, or not off this machine', () => {
    expect(errorsOf({ ...GOOD, host: 'http://posthog.acme.test' })).toEqual(['host']);
    expect(errorsOf({ ...GOOD, host: 'http://localhost:8000' })).toEqual([]);
    expect(errorsOf({ ...GOOD, host: 'http://127.0.0.1:8000' })).toEqual([]);
    expect(errorsOf({ ...GOOD, host: 'ftp://acme.test' })).toEqual(['host']);
  });

  it.each([
    ['a space', 'phx abc'],
    ['a line break', 'phx\nabc'],
    ['a letter that no key has', 'phx_ä'],
  ])('refuses a key with %s', (_, secret) => {
    expect(errorsOf({ ...GOOD, secret })).toEqual(['secret']);
  });

  it('wants whole pairs of addresses', () => {
    expect(errorsOf({ ...GOOD, mappings: [{ from: 'acme.test', to: '' }] })).toEqual(['mappings']);
    expect(errorsOf({ ...GOOD, origins: 'https://' })).toEqual(['origins']);
  });
});

describe('a table of single events', () => {
  const raw: SourceDraft = {
    ...GOOD,
    kind: 'clickhouse',
    host: 'https://data.acme.test',
    user: 'reader',
    ...withRaw(EMPTY_DRAFT, true),
  };
  const eventsOf = (draft: SourceDraft) => {
    const read = readDraft(draft, 'src_1', true);
    if (!read.ok || read.config.kind !== 'clickhouse') throw new Error('The form is refused.');
    return read.config;
  };

  it('is the documented one until another is named, every column of it', () => {
    const { table, columns, events } = eventsOf(raw);
    expect(table).toBe('hushmap_events');
    expect(events).toEqual(DOCUMENTED_EVENTS);
    const sql = readFileSync(
      join(import.meta.dirname, '../../docs/sources/clickhouse/1-events.sql'),
      'utf8',
    );
    const documented = [...sql.matchAll(/^ {4}(\w+) +[A-Z]/gm)].map(([, name]) => name);
    const named = [...Object.values(columns ?? {}), ...FURTHER_COLUMNS.map((one) => events?.[one])];
    expect(named.filter((name) => name !== '').sort()).toEqual(documented.sort());
  });

  it('goes to the documented table of its form and back, but from no table of your own', () => {
    expect(withRaw(raw, false)).toEqual({ raw: false, table: 'hushmap_cells' });
    expect(withRaw({ ...raw, table: 'clicks' }, false)).toEqual({ raw: false });
  });

  it('may lack what is no place, and says what its kinds are called', () => {
    const columns = { ...raw.columns, ...furtherColumns('none'), fixed: '' };
    const values = { ...raw.values, click: ' tap \n\nDouble Tap', scroll: '' };
    const config = eventsOf({ ...raw, columns, values, unit: 'sessions' });
    expect(config.events).toEqual({
      ...furtherColumns('none'),
      unit: 'sessions',
      values: {
        ...DOCUMENTED_EVENTS.values,
        click: ['tap', 'Double Tap'],
        scroll: [],
      },
    });
    expect(eventsOf({ ...draftOf(config), secret: 'x' })).toEqual(config);
    const long = Array.from({ length: 11 }, (_, at) => `v${at}`).join('\n');
    expect(errorsOf({ ...raw, values: { ...raw.values, rage: long } })).toEqual(['values.rage']);
  });

  it('keeps its columns where a shared file says nothing beside them', () => {
    const { events: _, ...config } = eventsOf(raw);
    expect(draftOf(config).columns).toEqual({ ...raw.columns, ...furtherColumns('none') });
  });
});

describe('each kind of source', () => {
  const own: Readonly<Record<string, Partial<SourceDraft>>> = {
    matomo: { path: 'matomo', siteId: '3' },
    openreplay: { projectId: '7' },
    clickhouse: { user: 'reader', raw: true, columns: { ...EMPTY_DRAFT.columns, person: 'who' } },
    endpoint: { path: '/heat', keyless: true, secret: '' },
  };

  it.each(['matomo', 'openreplay', 'clickhouse', 'endpoint'] as const)(
    'reads %s, and shows it again as it was saved',
    (kind) => {
      const draft = { ...GOOD, kind, host: 'https://data.acme.test', ...own[kind] };
      const read = readDraft(draft, 'src_1', true);
      if (!read.ok) throw new Error(Object.keys(read.errors).join());
      expect(read.config.kind).toBe(kind);
      expect(readDraft(draftOf(read.config), 'src_1', false)).toEqual({ ...read, secret: null });
    },
  );

  it('says which of its own fields is wrong', () => {
    const at = (kind: SourceDraft['kind'], part: Partial<SourceDraft>) =>
      errorsOf({ ...GOOD, kind, ...own[kind], ...part });
    expect(at('matomo', { siteId: '3; drop', path: '/../x' })).toEqual(['siteId', 'path']);
    expect(at('clickhouse', { user: '', table: 'a b' })).toEqual(['user', 'table']);
    expect(at('clickhouse', { columns: { ...EMPTY_DRAFT.columns, x: 'x)' } })).toEqual([
      'column.x',
    ]);
    expect(at('endpoint', { path: 'heat' })).toEqual(['path']);
    for (const path of ['//evil.test/x', '/\\evil.test/x', '\\\\evil.test', ' //evil.test']) {
      expect(at('endpoint', { path, keyless: true })).toEqual(['path']);
    }
    expect(at('endpoint', { keyless: false })).toEqual(['secret']);
  });
});
