import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number';

describe('readNumber', () => {
  it.each([
    ['1900', 1900],
    ['1,900', 1900],
    ['1.900', 1900],
    ['1 900', 1900],
    ['1’900’000', 1900000],
    ['70 %', 70],
    ['0,5', 0.5],
    ['0.5', 0.5],
    ['12px', 12],
    ['-3', -3],
  ])('reads %s', (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it.each(['', 'many', '1e9', '1,2,3', '12 apples', '--1'])('takes "%s" for no number', (typed) => {
    expect(readNumber(typed)).toBeNaN();
  });
});
