import { describe, expect, it } from 'vitest';
import { der, tokenFor } from '../testing/bundle';
import stamps from '../testing/timestamps.json' with { type: 'json' };
import { fromBase64 } from './bytes';
import { readTimestamp } from './timestamp';

const bytesOf = (base64: string): Uint8Array => fromBase64(base64) ?? new Uint8Array();

describe('an RFC 3161 time stamp', () => {
  it.each(['response', 'token'] as const)('is read from a %s of openssl', (kind) => {
    expect(readTimestamp(bytesOf(stamps[kind]))).toEqual({
      time: stamps.time,
      imprint: stamps.sha256,
    });
  });

  it('by another digest says so', () => {
    expect(readTimestamp(bytesOf(stamps.responseSha512))).toMatchObject({ imprint: null });
  });

  it('is refused when its time is none', () => {
    const at = (time: string) => readTimestamp(tokenFor('ab'.repeat(32), time));
    expect(at('20261122140000Z')?.time).toBe('2026-11-22T14:00:00.000Z');
    expect(at('20261122140000.25Z')?.time).toBe('2026-11-22T14:00:00.000Z');
    for (const time of ['20260230140000Z', '20261122140000', '20261122140000+0100', '']) {
      expect(at(time)).toBeNull();
    }
  });

  it('is refused when anything stands before, behind or in place of it', () => {
    const token = tokenFor('ab'.repeat(32));
    expect(readTimestamp(Uint8Array.of(...token, 0))).toBeNull();
    expect(readTimestamp(new Uint8Array())).toBeNull();
    expect(readTimestamp(der(0x30))).toBeNull();
    expect(readTimestamp(Uint8Array.of(0x30, 0x80, 0, 0))).toBeNull();
    expect(readTimestamp(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff))).toBeNull();
  });

  it('never throws on what is cut or flipped', () => {
    const token = bytesOf(stamps.response);
    for (let at = 0; at < token.length; at++) {
      const flipped = token.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      expect(() => readTimestamp(flipped)).not.toThrow();
      expect(readTimestamp(token.subarray(0, at))).toBeNull();
    }
  });
});
