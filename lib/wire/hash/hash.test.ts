import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { md5Hex } from './md5';
import { sha1Hex } from './sha1';

describe('digests', () => {
  it.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])('of %i letters', (length) => {
    for (const text of ['a'.repeat(length), 'é🙂x'.repeat(length)]) {
      expect(md5Hex(text)).toBe(createHash('md5').update(text).digest('hex'));
      expect(sha1Hex(text)).toBe(createHash('sha1').update(text).digest('hex'));
    }
  });
});
