import { createHash, createHmac as nodeHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmac, sha256Hex } from './sha256';

/** Every length around the borders of one and two blocks, and one of many. */
const TEXTS = [...Array.from({ length: 140 }, (_, n) => 'x'.repeat(n)), 'ü€😀'.repeat(5000)];

describe('sha256Hex', () => {
  it('is SHA-256 for every length of text', () => {
    for (const text of TEXTS) {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });
});

describe('createHmac', () => {
  it.each([1, 32, 64, 65, 200])('is HMAC-SHA-256 under a key of %i bytes', (bytes) => {
    const key = 'a7'.repeat(bytes);
    const hmac = createHmac(key);
    for (const text of TEXTS) {
      const expected = nodeHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
      expect(hmac(text)).toBe(expected);
    }
  });
});
