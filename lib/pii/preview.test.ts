import { describe, expect, it } from 'vitest';
import { PII_CLASSES, SECRET_CLASSES } from '../protocol/pii-classes';
import { maskPreview } from './preview';

describe('maskPreview', () => {
  it.each([
    ['anna@example.com', 'email', 'a•••@•••.com'],
    ['anna@firm.koeln', 'email', 'a•••@•••.••'],
    ['+49 30 901820', 'phone', '+•• •• •••'],
    ['Anna Schmidt', 'name.full', 'A••• •••'],
    ['12.05.1984', 'dob', '•••'],
    ['', 'email', ''],
    ['DE89 3704 0044', 'iban', '••• ••• •••'],
  ] as const)('%s as %s', (text, pii, preview) => {
    expect(maskPreview(text, pii)).toBe(preview);
  });

  it('shows nothing of secrets', () => {
    for (const pii of SECRET_CLASSES) expect(maskPreview('4111 1111 1111 1111', pii)).toBe('');
  });

  it('never shows two letters or digits of a value in a row, whatever the class', () => {
    const values = [
      'anna@example.com',
      'Anna Schmidt',
      '+49 30 901820',
      'Hauptstraße 5',
      'a',
      '12',
      'See you at 5 at my place, Anna',
      '山田太郎',
      'x'.repeat(5000),
      '1-2-3-4-5-6-7-8-9',
      'a@b@c.de',
      '@',
      '🎂 2 May',
    ];
    for (const pii of PII_CLASSES) {
      for (const value of values) {
        const preview = maskPreview(value, pii);
        const shown =
          pii === 'email' || pii === 'username_or_email'
            ? preview.replace(/\.[a-z]{2,3}$/, '')
            : preview;
        expect(shown.match(/[\p{L}\p{N}]/gu)?.length ?? 0, `${pii} ${value}`).toBeLessThanOrEqual(
          1,
        );
        expect(preview.length).toBeLessThanOrEqual(24);
      }
    }
  });
});
