import { describe, expect, it } from 'vitest';
import { redactSelector } from './redact-selector';
import { redactText } from './redact-text';
import { originOf, redactUrl } from './redact-url';

const PERSONAL: readonly (readonly [string, string])[] = [
  ['email', 'ada.byron+test@mail.example.org'],
  ['email', 'zoë@bücher.example'],
  ['email', 'ada%40example.com'],
  ['phone', '+49 (0)151 234 567 89'],
  ['phone', '0044 20 7946 0958'],
  ['number', '(415) 555-0132'],
  ['national_id', '078-05-1120'],
  ['card.number', '4111 1111 1111 1111'],
  ['card.number', '5500-0000-0000-0004'],
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['iban', 'GB29NWBK60161331926819'],
  ['ip', '203.0.113.77'],
  ['ip', '2001:db8:85a3:0:0:8a2e:370:7334'],
  ['jwt', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ['api_key', 'phx_A1b2C3d4E5f6G7h8'],
  ['id', '3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
];

const HARMLESS = [
  '',
  'Checkout · Step 2 of 3',
  'main > ul.thread:nth-of-type(2) > li:nth-of-type(40000) > p',
  'Report 2026-11-01',
  'from 2019-2024',
  'version 1.2.3',
  'user@',
  'step-2-of-the-checkout-for-customers-2024',
  '@media (min-width: 1280px)',
];

/** Values side by side in every order, as a page with no respect for word boundaries has them. */
const MIXTURES = PERSONAL.flatMap(([, a]) =>
  PERSONAL.flatMap(([, b]) => [' ', ', ', '/', ' – ', '>'].map((glue) => `${a}${glue}${b}`)),
);

describe('whose account it is', () => {
  it('is not told, in several languages', () => {
    expect(redactText('Continue as Ines Okafor')).toBe('Continue as ‹name.full›');
    expect(redactText('Signed in as Bob Miller (admin)')).toBe('Signed in as ‹name.full› (admin)');
    expect(redactText('Angemeldet als Jörg Weiß')).toBe('Angemeldet als ‹name.full›');
    expect(redactText('Continuar como Lucía')).toBe('Continuar como ‹name.full›');
  });

  it('leaves other sentences alone', () => {
    expect(redactText('Continue as guest')).toBe('Continue as guest');
    expect(redactText('Save as PDF')).toBe('Save as PDF');
  });
});

describe('redactText', () => {
  it('hides whatever a parameter of an address holds, by its name alone', () => {
    expect(redactText('See /find?q=anything&mail=a@b.co&page=2')).toBe(
      'See /find?q=‹value›&mail=‹email›&page=‹value›',
    );
    const once = redactText('a[href="/x?who=Jo+Doe&b="]');
    expect(once).toBe('a[href="/x?who=‹value›&b="]');
    expect(redactText(once)).toBe(once);
    expect(redactText('Is 2 = 2? Yes & no')).toBe('Is 2 = 2? Yes & no');
  });

  it.each(PERSONAL)('replaces a personal value by its class: %s', (label, value) => {
    expect(redactText(value)).toBe(`‹${label}›`);
    expect(redactText(`Chat with ${value} – Parley`)).toBe(`Chat with ‹${label}› – Parley`);
  });

  it.each(HARMLESS)('leaves what says nothing of anybody: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('never lets a value through beside another, and changes nothing when applied twice', () => {
    for (const mixture of MIXTURES) {
      const once = redactText(mixture);
      for (const [, value] of PERSONAL) expect(once, mixture).not.toContain(value);
      expect(redactText(once), mixture).toBe(once);
    }
  });

  it('cuts what is too long to be looked at', () => {
    expect(redactText(`${'x '.repeat(6000)}ada@example.com`)).not.toContain('ada@');
  });
});

describe('redactUrl', () => {
  it.each([
    ['https://ada:secret@acme.test/a?x=1#frag', 'https://acme.test/a?x'],
    ['https://acme.test/users/ada%40example.com/edit', 'https://acme.test/users/‹email›/edit'],
    ['https://acme.test/reset/9f86d081884c7d659a2feaa0c55ad015', 'https://acme.test/reset/‹id›'],
    ['https://acme.test/?email=a@b.co&token=abc', 'https://acme.test/?email&token'],
    ['https://acme.test/?ada@example.com', 'https://acme.test/?‹email›'],
    ['https://acme.test:8443/pricing', 'https://acme.test:8443/pricing'],
    ['/thread/12?to=ada@example.com#x', '/thread/12?to'],
    ['mailto:ada@example.com', 'mailto:‹url›'],
    ['data:text/plain,ada@example.com', 'data:‹url›'],
    ['javascript:alert("ada@example.com")', 'javascript:‹url›'],
    ['about:srcdoc', 'about:srcdoc'],
    ['https://exa mple/ada@example.com', 'https:‹url›'],
    ['', ''],
  ])('%s → %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
    expect(redactUrl(shown)).toBe(shown);
  });

  it('keeps no personal value anywhere in a web address', () => {
    for (const [, value] of PERSONAL) {
      const part = encodeURIComponent(value);
      const shown = redactUrl(`https://u:${part}@acme.test/p/${part}/q?a=${part}&${part}#${part}`);
      expect(shown).not.toContain(value);
      expect(shown).not.toContain(part);
      expect(redactUrl(shown)).toBe(shown);
    }
  });

  it('names the origin', () => {
    expect(originOf('https://acme.test/x')).toBe('https://acme.test');
    expect(originOf('about:blank')).toBe('null');
    expect(originOf('nonsense')).toBe('null');
  });
});

describe('redactSelector', () => {
  it('drops the values of attributes that hold words for people', () => {
    expect(redactSelector('a[title="Ada Byron"] > img[alt=Ada]')).toBe('a[title] > img[alt]');
    expect(redactSelector('button[aria-label^="Write to \\"Ada\\""]')).toBe('button[aria-label]');
  });

  it('replaces personal values in the rest and keeps its length in bounds', () => {
    expect(redactSelector('[href="mailto:ada@example.com"]')).toBe('[href="mailto:‹email›"]');
    expect(redactSelector('div > '.repeat(1000))).toHaveLength(1000);
  });
});
