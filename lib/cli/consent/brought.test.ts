// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { event, timelineOf } from '../../consent/testing/visit';
import { readBrought } from './brought';

const folder = mkdtempSync(join(tmpdir(), 'brought-'));
afterAll(() => rmSync(folder, { recursive: true }));

const origin = 'https://shop.example';
const file = (state: unknown): string => {
  const name = join(folder, 'state.json');
  writeFileSync(name, JSON.stringify(state));
  return name;
};
const STATE = {
  cookies: [{ name: 'session', value: 'secret', domain: '.shop.example', path: '/' }],
  origins: [{ origin, localStorage: [{ name: 'user_8f2c1b9a7e60', value: 'secret' }] }],
};

const cookies = [
  { name: 'session', domain: '.shop.example' },
  { name: 'session', domain: 'other.example' },
  { name: '_ga', domain: 'shop.example' },
];
const local = (name: string) => ({ area: 'localStorage' as const, name, origin });
const present = (name: string) => event.storage(0, name, { action: 'present', recorder: null });

describe('what a visit was given', () => {
  const brought = readBrought(file(STATE));

  it('is not told as stored by the page', () => {
    expect(brought.cookies(cookies)).toEqual(cookies.slice(1));
    const names = [local('user_8f2c1b9a7e60'), local('user_1a2b3c4d5e6f')];
    expect(brought.stored(names)).toEqual(names.slice(1));
    const session = { ...names[0], area: 'sessionStorage' as const };
    expect(brought.stored([{ ...local('user_8f2c1b9a7e60'), ...session }])).toHaveLength(1);
  });

  it('is told where the page writes it', () => {
    const written = event.storage(1, 'user_‹id›', { recorder: null });
    const seen = timelineOf([present('user_‹id›'), present('basket'), written]);
    expect(brought.timeline(seen).events).toEqual([present('basket'), written]);
  });

  it('is no longer there when the site was cleared', () => {
    const cleared = brought.without(origin);
    expect(cleared.cookies(cookies)).toEqual(cookies);
    expect(cleared.stored([local('user_8f2c1b9a7e60')])).toHaveLength(1);
    expect(brought.without('https://other.example').stored([local('user_8f2c1b9a7e60')])).toEqual(
      [],
    );
  });

  it('is nothing without a file, and said to be wrong where the file is', () => {
    expect(readBrought(null).cookies(cookies)).toEqual(cookies);
    expect(() => readBrought(join(folder, 'not-there.json'))).toThrow('--storage-state');
    expect(() => readBrought(file({ cookies: 'none' }))).toThrow('--storage-state');
  });
});
