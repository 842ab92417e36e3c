// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fetchMethod, queryNames } from './request-url';

describe('queryNames', () => {
  it.each([
    ['', ''],
    ['?a=1&b=2', '?a&b'],
    ['?alice@acme.test', ''],
    ['?alice%40acme.test=1&ok=2', '?ok'],
    [`?${'n'.repeat(41)}=1`, ''],
    ['?filter[name]=x&$lib=y', '?filter[name]&$lib'],
  ])('%s becomes %s', (search, names) => expect(queryNames(search)).toBe(names));

  it('keeps the two fixed words that tell a recording from other traffic, and no other value', () => {
    expect(queryNames('?type=SessionReplay&app=1')).toBe('?type=SessionReplay&app');
    expect(queryNames('?type=alice')).toBe('?type');
    expect(queryNames('?ddforward=%2Fapi%2Fv2%2Freplay%3Fkey%3Dsecret')).toBe(
      '?ddforward=%2fapi%2fv2%2freplay',
    );
  });
});

describe('fetchMethod', () => {
  it('reads what is stated, and does not run a getter for it', () => {
    let ran = false;
    const init = {
      get method() {
        ran = true;
        return 'PUT';
      },
    };
    expect(fetchMethod('/', { method: 'PATCH' })).toBe('PATCH');
    expect(fetchMethod('/', init)).toBe('GET');
    expect(fetchMethod('/', undefined)).toBe('GET');
    expect(ran).toBe(false);
  });
});
