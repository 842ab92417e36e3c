import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import managed from '../../public/managed-schema.json' with { type: 'json' };
import { DEFAULT_HEAT_SETTINGS } from '../protocol/heat';
import { NO_FILTERS, SOURCE_KINDS } from '../protocol/heat-kinds';
import { PolicySchema, SourceConfigSchema } from '../protocol/sources';
import { readHeatPreferences, readPolicy, writeHeatPreferences } from './preferences';

let stored: Record<string, unknown>;

beforeEach(() => {
  stored = {};
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => stored);
});

describe('what an administrator set', () => {
  it('is nothing where nobody set anything, also where the browser refuses to say', async () => {
    expect(await readPolicy()).toEqual({});
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValue(new Error('no manifest'));
    expect(await readPolicy()).toEqual({});
  });

  it('is read', async () => {
    stored = { minimumK: 25, allowedOrigins: ['https://acme.test/'], featuresOff: ['sample'] };
    expect(await readPolicy()).toEqual({
      minimumK: 25,
      allowedOrigins: ['https://acme.test'],
      featuresOff: ['sample'],
    });
  });

  it.each([
    [{ minimumK: 'many' }],
    [{ minimumk: 50 }],
    [{ minimumK: 50, alowedOrigins: ['https://acme.test'] }],
  ])('closes everything where it cannot be understood: %j', async (given) => {
    stored = given;
    expect(await readPolicy()).toEqual({ allowedOrigins: [], featuresOff: ['heat', 'audit'] });
  });

  it('is documented with an example that is read, and that no browser takes anything from', async () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8');
    const [, text = ''] = /## An example[\s\S]*?```json\n([\s\S]*?)```/.exec(docs) ?? [];
    stored = JSON.parse(text);
    expect(named(stored, managed)).toEqual(stored);
    expect(await readPolicy()).toMatchObject(stored);
    const kinds = (await readPolicy()).sources?.map(({ kind }) => kind);
    expect([...new Set(kinds)].sort()).toEqual([...SOURCE_KINDS].sort());
    const keys = [...Object.keys(PolicySchema.entries), ...fieldsOfSources()];
    expect(keys.filter((key) => !new RegExp(`^\\|[^|]*\`${key}\``, 'm').test(docs))).toEqual([]);
    for (const feature of FEATURES) expect(docs).toContain(`\`${feature}\``);
  });
});

describe('what tabs to come begin with', () => {
  const LOOK = { ...DEFAULT_HEAT_SETTINGS, days: 30, palette: 'gray' as const };
  const PERSONAL = { ...NO_FILTERS, pattern: 'https://acme.test/people/jane-doe/*' };
  const inStorage = async () => JSON.stringify(await browser.storage.local.get(null));

  beforeEach(() => browser.storage.local.clear());

  it('is how heat was looked at last, without what is chosen per page', async () => {
    expect(await readHeatPreferences()).toEqual(DEFAULT_HEAT_SETTINGS);
    await writeHeatPreferences({ ...LOOK, filters: PERSONAL, sourceId: 'acme', peak: 12 });
    expect(await readHeatPreferences()).toEqual(LOOK);
    expect(await inStorage()).not.toContain('jane-doe');
  });

  it('loses the pattern of pages that an earlier version has kept', async () => {
    await browser.storage.local.set({ 'preferences:heat:1': { ...LOOK, filters: PERSONAL } });
    expect(await readHeatPreferences()).toEqual(LOOK);
    expect(await inStorage()).not.toContain('jane-doe');
  });
});

const FEATURES = PolicySchema.entries.featuresOff.wrapped.item.options;

const fieldsOfSources = (): string[] =>
  SourceConfigSchema.options.flatMap(({ entries }) => Object.keys(entries));

interface Described {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** What Chromium leaves of a value: a field that the schema does not name, or names otherwise, is gone. */
function named(value: unknown, { type, properties = {}, items }: Described): unknown {
  if (Array.isArray(value)) {
    return type === 'array' && items ? value.map((one) => named(one, items)) : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === type ? value : undefined;
  }
  const left = Object.entries(value).flatMap(([name, field]) => {
    const schema = properties[name];
    return schema === undefined ? [] : [[name, named(field, schema)] as const];
  });
  return type === 'object' ? Object.fromEntries(left) : undefined;
}
