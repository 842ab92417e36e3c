import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../phrases';
import { fold, toWords } from '../../words';
import { vocabulary } from '.';

describe('toWords', () => {
  it.each([
    ['billingFirst_name2', 'billing first name 2'],
    ['Prénom', 'prenom'],
    ['URLPath', 'url path'],
    ['ΟΔΌΣ', 'οδοσ'],
    ['Straße', 'strasse'],
    ['携帯電話', '携帯電話'],
    ['이메일', '이메일'],
    ['  --  ', ''],
  ])('%s', (text, words) => {
    expect(toWords(text)).toBe(words);
  });

  it('looks at a bounded part of a text', () => {
    expect(toWords('a'.repeat(10_000)).length).toBeLessThanOrEqual(400);
  });

  it('folds case and diacritics alone', () => {
    expect(fold('Zürich 1-2')).toBe('zurich 1-2');
  });
});

describe('phrases', () => {
  const index = compilePhrases([
    { concept: 'mail', sure: 'email, email address', hint: 'mail' },
    { concept: 'place', sure: 'address, *strasse, telefon*, 住所' },
  ]);
  const found = (text: string) =>
    index.find(toWords(text)).map(({ concept, sure }) => `${concept} ${sure}`);

  it('prefers the longest phrase', () => {
    expect(found('Email address')).toEqual(['mail true']);
    expect(found('Mail, address')).toEqual(['mail false', 'place true']);
  });

  it('keeps to whole words, except where a phrase is open', () => {
    expect(found('blackmail addresses')).toEqual([]);
    expect(found('Hauptstrasse Telefonnummer')).toEqual(['place true', 'place true']);
    expect(found('ご住所は')).toEqual(['place true']);
  });

  it('finds long phrases inside run-together names', () => {
    expect(index.findInside('txtemailaddress').map(({ concept }) => concept)).toContain('mail');
    expect(index.findInside('txtmail')).toEqual([]);
  });
});

describe('the vocabularies', () => {
  it('find the words of every concept', () => {
    const text =
      'email phone username password given name gender birthday street city state zip country card number cvv expiry iban message search captcha coupon quantity';
    const concepts = new Set(
      vocabulary()
        .find(text)
        .map(({ concept }) => concept),
    );
    expect(concepts.size).toBeGreaterThan(15);
  });
});
