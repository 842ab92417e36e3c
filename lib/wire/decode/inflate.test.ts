import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../core/sha256';
import { createDice } from '../canary/dice';
import { latin1Of } from './bytes';
import { inflate } from './inflate';

const dice = createDice(sha256Hex, 'inflate');
const random = (length: number): Uint8Array => Uint8Array.from({ length }, () => dice.roll(256));
const words = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => `word${dice.roll(500)}`).join(' '));

describe('inflate', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('a')],
    ['words', words(5000)],
    ['random bytes', random(70_000)],
    ['one byte again and again', Buffer.alloc(300_000, 97)],
    ['words and bytes', Buffer.concat([words(3000), random(5000), words(3000)])],
  ])('gives back %s at every level', (_name, plain) => {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [0, 2, 3, 4]) {
        const packed = deflateRawSync(plain, { level, strategy });
        const { bytes, end, read } = inflate(packed, 0, 1_000_000);
        expect([end, read]).toEqual(['done', packed.length]);
        expect(latin1Of(bytes) === latin1Of(plain)).toBe(true);
      }
    }
  });

  it('keeps what came before a stream broke off', () => {
    const plain = words(5000);
    const { bytes, end } = inflate(deflateRawSync(plain).subarray(0, 4000), 0, 1_000_000);
    expect(end).toBe('cut');
    expect(bytes.length).toBeGreaterThan(4000);
    expect(plain.toString().startsWith(latin1Of(bytes))).toBe(true);
  });

  it('stops at its limit, however much more would come', () => {
    const bomb = deflateRawSync(Buffer.alloc(200_000_000));
    const { bytes, end } = inflate(bomb, 0, 100_000);
    expect([end, bytes.length]).toEqual(['limit', 100_000]);
  });

  it('ends on anything', () => {
    for (let turn = 0; turn < 500; turn++) {
      const { bytes } = inflate(random(400), 0, 50_000);
      expect(bytes.length).toBeLessThanOrEqual(50_000);
    }
    const damaged = Uint8Array.from(gzipSync(words(2000)).subarray(10));
    for (let at = 0; at < damaged.length; at += 97) {
      const copy = damaged.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      expect(inflate(copy, 0, 100_000).bytes.length).toBeLessThanOrEqual(100_000);
    }
  });
});
