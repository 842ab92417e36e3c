import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import managed from '../../public/managed-schema.json' with { type: 'json' };
import { PolicySchema } from '../protocol/sources';
import { readPolicy } from './preferences';

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
