import { describe, expect, it } from 'vitest';
import { SIGNS, signsOf } from './signs';

describe('the signs of a text', () => {
  it.each([
    ['plain words', SIGNS.space],
    ['a1', SIGNS.digit],
    ['a@b', SIGNS.at],
    ['a:b?', SIGNS.colon | SIGNS.question],
    ['Anna', 0],
    ['hi Anna', SIGNS.space | SIGNS.laterCapital],
    ['hi élodie', SIGNS.space | SIGNS.laterCapital],
    ['hiAnna', 0],
  ])('%s', (text, wanted) => {
    const known = Object.values(SIGNS).reduce((all: number, sign) => all | sign, 0);
    expect(signsOf(text) & known).toBe(wanted);
  });
});
