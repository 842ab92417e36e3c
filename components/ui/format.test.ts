import { describe, expect, it } from 'vitest';
import { formatAge, formatBytes, formatOffset, formatShare, shortUrl } from './format';

describe('formatShare', () => {
  it.each([
    [0, '0'],
    [0.0002, '<0.1'],
    [0.0604, '6.0'],
    [0.0996, '10'],
    [0.2413, '24'],
    [1, '100'],
  ])('shows %f as %s percent', (share, shown) => {
    expect(formatShare(share)).toBe(shown);
  });
});

describe('formatAge', () => {
  const now = 1_000_000_000_000;
  it('takes the largest unit that fits', () => {
    expect(formatAge(now - 5 * 60_000, now)).toContain('5');
    expect(formatAge(now - 2 * 3_600_000, now)).toContain('2 hr');
    expect(formatAge(now - 3 * 86_400_000, now)).toContain('3 day');
  });
});

describe('formatOffset and formatBytes', () => {
  it('keep a unit beside the number', () => {
    expect(formatOffset(412)).toBe('0.41 s');
    expect(formatBytes(900)).toBe('900 B');
    expect(formatBytes(18_200)).toBe('18 kB');
    expect(formatBytes(3_250_000)).toBe('3.1 MB');
  });
});

describe('shortUrl', () => {
  it('leaves out what every address has', () => {
    expect(shortUrl('https://acme.test/')).toBe('acme.test');
    expect(shortUrl('http://localhost:3000/a')).toBe('localhost:3000/a');
  });
});
