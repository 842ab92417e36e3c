// @vitest-environment node
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, readJson } from './canonical';

const text = (value: unknown): string => new TextDecoder().decode(canonicalBytes(value));
const bytes = (json: string): Uint8Array => new TextEncoder().encode(json);

describe('canonical JSON', () => {
  it('is that of RFC 8785, by its own examples', () => {
    // §3.2.2, with its numbers, escapes and literals.
    expect(
      text({
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    // §3.2.3: names are sorted by their UTF-16 units.
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = JSON.parse(text(Object.fromEntries(names.map((name) => [name, 0]))));
    expect(text(sorted)).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
    );
  });

  it.each([
    -0,
    1e21,
    1e-7,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    2 ** 53,
    [[], {}, ''],
    { b: { z: 1, a: [3, { y: null, x: true }] }, a: '\u2028\u007f😀', 10: 1, 9: 2, constructor: 1 },
  ])('agrees with another implementation on %j', (value) => {
    expect(text(value)).toBe(canonicalize(value));
  });

  it('refuses what has no canonical form', () => {
    for (const value of [Number.NaN, Infinity, 'half \ud83d', { '\udc00': 1 }, [{ a: '\ud800' }]]) {
      expect(() => canonicalBytes(value)).toThrow(TypeError);
    }
  });

  it.each([
    '{"a":1,"a":1}',
    '{"b":1,"a":1}',
    '{"a": 1}',
    '{"a":1.0}',
    '{"a":1}\n',
    '"\\u0041"',
    '"\\ud83d"',
    '-0',
    '1e400',
  ])('tells that %s is not in it', (json) => {
    expect(readJson(bytes(json))?.isCanonical).toBe(false);
  });

  it('reads no text that is not UTF-8, and no mark before it', () => {
    expect(readJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeNull();
    expect(readJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toBeNull();
    expect(readJson(bytes('{"a":1}'))).toEqual({ value: { a: 1 }, isCanonical: true });
  });
});
