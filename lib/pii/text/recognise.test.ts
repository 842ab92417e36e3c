import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

/** What is found, as `class: text`. */
const found = (text: string) =>
  recognise(text).map(({ pii, start, end }) => `${pii}: ${text.slice(start, end)}`);
const kinds = (text: string) => recognise(text).map(({ kind }) => kind);

describe('email', () => {
  it.each([
    ['Write to anna.b+news@mail.example.co.uk, please.', 'email: anna.b+news@mail.example.co.uk'],
    ['<jörg@müller.example>', 'email: jörg@müller.example'],
    ["o'neil@example.com", "email: o'neil@example.com"],
    ['mail:info@example.com.', 'email: info@example.com'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'icon@2x.png',
    '@media print',
    'a@b',
    'someone@localhost',
    'x @ y.com',
    'price.@example.com',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('phone', () => {
  it.each([
    '+49 30 901820-123',
    '+44 (0)20 7946 0958',
    '(415) 555-0132',
    '415-555-0132',
    '030/1234567',
    '01 23 45 67 89',
    '0171 1234567',
    '+7 (978) 100-77-06',
  ])('%s', (number) => {
    expect(found(`a ${number} b`)).toEqual([`phone: ${number}`]);
  });

  it.each([
    ['Tel.: 5550132', 'phone: 5550132'],
    ['Handy 1761234567', 'phone: 1761234567'],
    ['телефон 495 1234567', 'phone: 495 1234567'],
    ['電話 312345678', 'phone: 312345678'],
    ['call me at 212-555-0199 ext. 12', 'phone: 212-555-0199 ext. 12'],
  ])('by the words before it: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'Order no. 4155550132',
    'from 12.05.1984 to 13.06.1985',
    '2019-2020-2021',
    'EUR 1 234 567',
    '1.234.567,89',
    '$4155550132',
    'v1.2.3.4567',
    '1280 800 24000',
    'ISBN 978-3-16-148410-0',
    'ZIP 99705-7752',
    'room 4155550132x',
    '2026-11-22 17:20:25',
  ])('not %s', (text) => {
    expect(found(text).filter((one) => one.startsWith('phone'))).toEqual([]);
  });
});

describe('cards', () => {
  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111111111111111',
    '5500 0000 0000 0004',
    '3782 822463 10005',
    '6011.0009.9013.9424',
    '2223000048400011',
  ])('%s', (number) => {
    expect(found(`paid with ${number}.`)).toEqual([`card.number: ${number}`]);
  });

  it.each([
    '4111 1111 1111 1112',
    '500 501 502 503 504 505',
    '37 38 39 40 41 42 43 44',
    '0000 0000 0000 0000',
    '14111111111111111',
    'x4111111111111111',
    '2010 2011 2012 2013',
  ])('not %s', (text) => {
    expect(found(text).filter((one) => one.startsWith('card'))).toEqual([]);
  });
});

describe('IBAN', () => {
  it.each([
    'DE89 3704 0044 0532 0130 00',
    'GB82WEST12345698765432',
    'FR14 2004 1010 0505 0001 3M02 606',
    'no93 8601 1117 947',
  ])('%s', (iban) => {
    expect(found(`IBAN: ${iban}, thanks`)).toEqual([`iban: ${iban}`]);
  });

  it.each([
    'DE89 3704 0044 0532 0130 01',
    'SL24 sneakers in stock now',
    'DE89 3704 0044 0532 0130 000',
  ])('not %s', (text) => {
    expect(found(text).filter((one) => one.startsWith('iban'))).toEqual([]);
  });
});

describe('IP addresses', () => {
  it.each([
    '203.0.113.7',
    '2001:db8::8a2e:370:7334',
    '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    'fe80::1ff:fe23:4567:890a',
    '::ffff:192.0.2.128',
    '::1',
    'fe80::1',
  ])('%s', (ip) => {
    expect(found(`from ${ip} today`)).toEqual([`ip: ${ip}`]);
  });

  it.each([
    'version 10.4.22.1',
    '1.2.3.4.5',
    '256.1.1.1',
    '12:30:45',
    'std::vector',
    'ns::1st',
    'x::y',
    '::',
    'a::before { }',
    '10:20',
    'Chrome/120.0.6099.109',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('national numbers with check digits', () => {
  it.each([
    ['219-09-9999', 'us-ssn'],
    ['SSN 219099999', 'us-ssn'],
    ['ITIN: 912-70-1234', 'us-itin'],
    ['NI number AB 12 34 56 C', 'uk-nino'],
    ['Steuer-ID 86095742719', 'de-tax-id'],
    ['NIR 1 84 12 76 451 089 46', 'fr-nir'],
    ['DNI 12345678Z', 'es-dni'],
    ['NIE X1234567L', 'es-nie'],
    ['RSSMRA85T10A562S', 'it-cf'],
    ['BSN: 111222333', 'nl-bsn'],
    ['PESEL 44051401359', 'pl-pesel'],
    ['529.982.247-25', 'br-cpf'],
    ['Aadhaar 2341 2341 2346', 'in-aadhaar'],
    ['756.9217.0769.85', 'ch-ahv'],
    ['811228-9874', 'se-personnummer'],
    ['131052-308T', 'fi-hetu'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    '000-12-3456',
    '666-12-3456',
    '219099999',
    'BSN: 111222334',
    'PESEL 44051401358',
    '529.982.247-26',
    'Aadhaar 2341 2341 2345',
    '12345678A',
    'RSSMRA85T10A562T',
    '811228-9875',
    '86095742719',
  ])('not %s', (text) => {
    expect(kinds(text).filter(Boolean)).toEqual([]);
  });
});

describe('dates of birth', () => {
  it.each([
    ['Date of birth: 12/05/1984', 'dob: 12/05/1984'],
    ['geboren am 3.4.1990', 'dob: 3.4.1990'],
    ['Дата рождения: 01.02.1970', 'dob: 01.02.1970'],
    ['生年月日：1990-02-03', 'dob: 1990-02-03'],
    ['She was born on 12 May 1984 in Rome', 'dob: 12 May 1984'],
    ['Date of birth: March 3, 1991', 'dob: March 3, 1991'],
    ['Born: 12-May-1984', 'dob: 12-May-1984'],
    ['née le 3 mars 1990 à Lyon', 'dob: 3 mars 1990'],
    ['nacida el 3 de marzo de 1990', 'dob: 3 de marzo de 1990'],
    ['生年月日: 1990年2月3日', 'dob: 1990年2月3日'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('takes no other date for one', () => {
    expect(found('Delivered 12/05/2024, next on 13/05/2024')).toEqual([]);
  });
});

describe('postal addresses', () => {
  it.each([
    ['lives at 12 Acacia Avenue, London', '12 Acacia Avenue'],
    ['Hauptstraße 5a, 10115 Berlin', 'Hauptstraße 5a'],
    ['au 12 rue de la Paix, 75002 Paris', '12 rue de la Paix'],
    ['en Calle Mayor 12, Madrid', 'Calle Mayor 12'],
    ['in Via Garibaldi 7', 'Via Garibaldi 7'],
    ['ul. Długa 5', 'ul. Długa 5'],
    ['Mannerheimintie 12', 'Mannerheimintie 12'],
    ['Storgatan 3', 'Storgatan 3'],
  ])('%s', (text, street) => {
    expect(found(text)).toContain(`address.street: ${street}`);
  });

  it('finds the postal code behind the street', () => {
    expect(found('Hauptstraße 5, 10115 Berlin')).toContain('address.postal: 10115');
    expect(found('12 Elm Street, Springfield, IL 62704')).toContain('address.postal: 62704');
  });

  it.each([
    'the 2nd way to do it',
    'via email in 24 hours',
    'a long road ahead',
    'Drive 3 miles',
    'rue the day',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('names in context', () => {
  it.each([
    ['Hi Anna, thanks', 'name.given: Anna'],
    ['Dear Mr. Van Damme', 'name.full: Van Damme'],
    ['Sehr geehrte Frau Müller-Lüdenscheidt', 'name.given: Müller-Lüdenscheidt'],
    ['Bonjour Élodie !', 'name.given: Élodie'],
    ['My name is Jan van der Berg', 'name.full: Jan van der Berg'],
    ['Привет, Ольга!', 'name.given: Ольга'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'Hi there',
    'Dear customer',
    'Dear Sir or Madam',
    'Hello World',
    'Mr Mrs Miss Ms Dr',
    'Liebe Kunden',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('secrets', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const key = (prefix: string, rest: string) => prefix + rest;
  it.each([
    [key('sk_live_', 'a1B2c3D4e5F6g7H8'), 'api_key'],
    [key('AKIA', 'IOSFODNN7EXAMPL3'), 'api_key'],
    [key('ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'), 'api_key'],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln', 'jwt'],
    ['session_id=a8F3k29Dk3mZ0qP1xT7v', 'session_token'],
    ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'api_key'],
    ["setItem('sessionToken', 'a8F3k29Dk3mZ0qP1xT7v')", 'session_token'],
    ['{\\"sessionId\\": \\"a8F3k29Dk3mZ0qP1xT7v\\"}', 'session_token'],
    ['secure_session=a8F3k29Dk3mZ0qP1xT7v; Path=/', 'session_token'],
    ['logged in with token a8F3k29Dk3mZ0qP1xT7v', 'session_token'],
    ['Authorization: Bearer a8F3k29Dk3mZ0qP1xT7v', 'session_token'],
  ])('%s', (text, pii) => {
    expect(recognise(text).map((match) => match.pii)).toEqual([pii]);
  });

  it.each([
    'Request ID: 550e8400-e29b-41d4-a716-446655440000',
    'the key to success is patience',
    'eyJ not a token',
    'eyJhbGc.broken.signature',
    'eyJhbGciOiJub25lIn0.cut',
    'the token bucket-algorithm-2024-edition',
    'sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'hushmap-1.24.3-beta.2-linux-x64.tar.gz',
    'sk-learn',
  ])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('parameters of addresses in a text', () => {
  it('are read by their names', () => {
    expect(found('See https://x.test/?first_name=Anna&page=2 there')).toEqual(['name.given: Anna']);
    expect(found('/cb?sess=a8F3k29Dk3&lang=en')).toEqual(['session_token: a8F3k29Dk3']);
  });

  it.each(['What? a=b', '/?q=shoes&page=12', 'Really?!', 'why?=because'])('not %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('several at once', () => {
  it('come in order and never overlap', () => {
    const text =
      'Hi Anna, card 4111 1111 1111 1111, call +49 30 901820 or mail a@example.com from 203.0.113.7';
    expect(recognise(text).map(({ pii }) => pii)).toEqual([
      'name.given',
      'card.number',
      'phone',
      'email',
      'ip',
    ]);
  });

  it('never carry the value in their evidence', () => {
    expect(JSON.stringify(recognise('Tel. +49 30 901820, a@example.com'))).not.toMatch(
      /901820|example/,
    );
  });
});

describe('hostile text', () => {
  const half = 200_000;
  it.each([
    'a@',
    'a@a.',
    '1 ',
    '1.',
    '1',
    ' ',
    ':',
    'a:',
    'eyJaa.',
    'Aa ',
    '12 Aa Street ',
    'rue ',
    'Hi Hi ',
    'api_key=',
    'DE12 ',
    'born ',
    '+1 (415) ',
    'Bearer aaaaaaaaaaaaaaaa ',
    '\n',
    '😀',
    'Calle de la ',
    'geburtstag ',
    '?a=',
    '?email=b&',
    'a1',
    'key=a1b2c3d4e5f6g7h8 ',
    'passport 123456 ',
    'road, 1AA ',
    '::1 ',
    'token ',
  ])('many times %j ends', (unit) => {
    expect(Array.isArray(recognise(unit.repeat(half / unit.length)))).toBe(true);
  });

  it('bears lone surrogates and nothing', () => {
    expect(recognise('\ud800'.repeat(50))).toEqual([]);
    expect(recognise('')).toEqual([]);
  });
});
