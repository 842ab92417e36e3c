import { describe, expect, it } from 'vitest';
import { recognise } from '../recognise';

const kinds = (text: string) => recognise(text).map(({ kind }) => kind);
const found = (text: string) =>
  recognise(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('ids whose check digits hold', () => {
  it.each([
    ['SSN: 219-09-9999', 'us-ssn: 219-09-9999'],
    ['NHS number 943 476 5919', 'uk-nhs: 943 476 5919'],
    ['National Insurance: AB123456C', 'uk-nino: AB123456C'],
    ['nino ab 12 34 56 c', 'uk-nino: ab 12 34 56 c'],
    ['MORGA657054SM9IJ', 'uk-driving-licence: MORGA657054SM9IJ'],
    ['IdNr. 86 095 742 719', 'de-tax-id: 86 095 742 719'],
    ['1 84 12 2A 451 089 33', 'fr-nir: 1 84 12 2A 451 089 33'],
    ['Mi DNI es 12345678-Z.', 'es-dni: 12345678-Z'],
    ['Y1234567X', 'es-nie: Y1234567X'],
    ['z1234567r', 'es-nie: z1234567r'],
    ['C.F.: RSSMRA85T10A562S', 'it-cf: RSSMRA85T10A562S'],
    ['burgerservicenummer 1112.22.333', 'nl-bsn: 1112.22.333'],
    ['PESEL: 02070803628', 'pl-pesel: 02070803628'],
    ['CPF 52998224725', 'br-cpf: 52998224725'],
    ['11.222.333/0001-81', 'br-cnpj: 11.222.333/0001-81'],
    ['CNPJ 11222333000181', 'br-cnpj: 11222333000181'],
    ['12.ABC.345/01DE-35', 'br-cnpj: 12.ABC.345/01DE-35'],
    ['Aadhaar: 234123412346', 'in-aadhaar: 234123412346'],
    ['2341-2341-2346', 'in-aadhaar: 2341-2341-2346'],
    ['ABCPE1234F', 'in-pan: ABCPE1234F'],
    ['PAN of the firm: ABCFE1234F', 'in-pan: ABCFE1234F'],
    ['personnummer 189004119807', 'se-personnummer: 189004119807'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('says so of companies too, as a tax id', () => {
    expect(recognise('11.222.333/0001-81').map(({ pii }) => pii)).toEqual(['tax_id']);
  });
});

describe('what only looks like an id', () => {
  it.each([
    'NHS number 943 476 5918',
    'Call 943 476 5919',
    'QQ 12 34 56 C',
    'GB123456A',
    'MORGA697054SM9IJ',
    '1 84 12 2A 451 089 32',
    '12345678-A',
    '1234567L',
    'Y1234567L',
    'PESEL: 02070803629',
    '44051401359',
    'CPF 52998224724',
    '11.222.333/0001-82',
    '12.ABC.345/01DE-36',
    '00.000.000/0000-00',
    '2341-2341-2345',
    'ABCDE1234F',
    'ABCP01234F',
    'Order no. 111222333',
    'version 2.341.234',
    'commit 3f2a9c1d8e7b6a5f4c3d2e1f0a9b8c7d6e5f4a3b',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'SKU RSSMRA85T10A562T',
    'INV-2024-000123',
  ])('%s', (text) => {
    expect(kinds(text).filter(Boolean)).toEqual([]);
  });
});

describe('papers without check digits', () => {
  it.each([
    ['Passport No. C01X00T47', 'passport: C01X00T47'],
    ['her passport number is AB1234567.', 'passport: AB1234567'],
    ['Reisepass: C01X00T47', 'passport: C01X00T47'],
    ['Numéro de passeport 12AB34567', 'passport: 12AB34567'],
    ['паспорт 4510123456', 'passport: 4510123456'],
    ["Driver's license: H12234567", 'driving-licence: H12234567'],
    ['Führerschein Nr. B072RRE2I55', 'driving-licence: B072RRE2I55'],
    ['permis de conduire n° 123456789012', 'driving-licence: 123456789012'],
    ['Personalausweis L01X00T471', 'identity-card: L01X00T471'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'C01X00T47',
    'Passport renewal costs 8250 dollars',
    'passport photos, item AB1234567',
    'Renew your driving licence by form 123456ABC',
    'licence key',
  ])('not %s', (text) => {
    expect(kinds(text).filter(Boolean)).toEqual([]);
  });
});

describe('UK postcodes', () => {
  it.each([
    ['Postcode: SW1A 1AA', 'uk-postcode: SW1A 1AA'],
    ['She lives in Leeds, LS1 4AP', 'uk-postcode: LS1 4AP'],
    ['The Old House, Truro, TR1 2HE', 'uk-postcode: TR1 2HE'],
    ['delivered to M11AA', 'uk-postcode: M11AA'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each(['part no. M1 1AA', 'SW1A 1AA', 'Model EC1A1BB', 'at address A1 1CM'])(
    'not %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
