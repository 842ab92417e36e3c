import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import managed from '../../public/managed-schema.json' with { type: 'json' };
import { DEFAULT_HEAT_SETTINGS } from '../protocol/heat';
import { NO_FILTERS } from '../protocol/heat-kinds';
import { PolicySchema } from '../protocol/sources';
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

  it('closes everything where it cannot be understood', async () => {
    stored = { minimumK: 'many' };
    expect(await readPolicy()).toEqual({ allowedOrigins: [], featuresOff: ['heat', 'audit'] });
  });

  it('is described to browsers field by field as it is read here', () => {
    expect(Object.keys(managed.properties).toSorted()).toEqual(
      Object.keys(PolicySchema.entries).toSorted(),
    );
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
