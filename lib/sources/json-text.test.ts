import { describe, expect, test } from 'vitest';
import { faultOffset, parseLoosely } from './json-text';

describe('parseLoosely', () => {
  test('reads the words that Python writes as null, and leaves texts alone', () => {
    expect(parseLoosely('[NaN,-Infinity,"NaN \\" Infinity",1]')).toEqual([
      null,
      null,
      'NaN " Infinity',
      1,
    ]);
  });

  test.each(['["NaN', '["a\\', '["a\\"', '[NaN,"a'])(
    'refuses a text without an end: %s',
    (text) => {
      expect(() => parseLoosely(text)).toThrow(SyntaxError);
    },
  );
});

// Looked at again from every quote, a megabyte of them would take hours, and this test would hang.
test('a row of a million quotes is one pass away from its fault', () => {
  for (const quotes of ['"\\"', '\\"', '""']) {
    const row = `["${quotes.repeat(500_000)}",x]`;
    expect(faultOffset(row)).toBeGreaterThanOrEqual(0);
  }
});
