import type { PiiClass } from '../../lib/protocol/pii-classes';

/** Our classes by the labels that sets of labelled text use. */
const LABELS: Readonly<Partial<Record<PiiClass, string>>> = {
  email: 'EMAIL',
  phone: 'PHONE',
  'card.number': 'CREDIT_CARD',
  iban: 'IBAN',
  ip: 'IP_ADDRESS',
  dob: 'DATE_OF_BIRTH',
  jwt: 'JWT',
  api_key: 'API_KEY',
  session_token: 'SESSION_TOKEN',
  'name.full': 'PERSON',
  'name.given': 'PERSON',
  'name.family': 'PERSON',
  'address.street': 'STREET_ADDRESS',
};

/** Ids of a country have a label each: the kind says which. */
const KINDS: Readonly<Record<string, string>> = {
  'de-tax-id': 'DE_TAX_ID',
  'pl-pesel': 'PL_PESEL',
  'in-aadhaar': 'IN_AADHAAR',
  'se-personnummer': 'SE_PERSONNUMMER',
  'es-dni': 'ES_NIF',
  'es-nie': 'ES_NIE',
  'it-cf': 'IT_FISCAL_CODE',
  'uk-postcode': 'UK_POSTCODE',
  'fi-hetu': 'FI_PERSONAL_IDENTITY_CODE',
};

const KINDS_OF: ReadonlySet<PiiClass> = new Set(['national_id', 'tax_id', 'address.postal']);

/** The label of a match: `us-ssn` is `US_SSN`, an email `EMAIL`. */
export function textLabel(pii: PiiClass, kind: string | undefined): string {
  if (kind && KINDS_OF.has(pii)) return KINDS[kind] ?? kind.replace(/-/g, '_').toUpperCase();
  return LABELS[pii] ?? pii.replace(/\./g, '_').toUpperCase();
}
