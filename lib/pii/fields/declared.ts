import { message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import type { FieldFacts } from '../contract';
import { toWords } from '../words';
import type { EvidenceBook } from './reading';
import { vocabulary } from './vocabulary';

/**
 * Adds what a field's attributes declare: `autocomplete`, `type`, `inputmode`, `pattern`,
 * `maxlength`. Declarations are evidence, not truth: pages put `new-password` on streets to keep
 * browsers from filling them, and `type=tel` on whatever should open a number pad.
 * Names: HTML Standard, 4.10.18.7 "Autofill".
 */
export function readDeclarations(facts: FieldFacts, book: EvidenceBook): void {
  readAutocomplete(facts, book);
  const declared = TYPES[facts.type];
  if (declared) book.add(declared.pii, declared.weight, message('pii.why.type', facts.type));
  if (facts.tag === 'textarea') book.add('message', 0.4, message('pii.why.longText'));
  if (facts.tag === 'contenteditable') book.add('message', 1, message('pii.why.editable'));
  if (/^[\s(]*\\?d\{?3|\[0-9\]\{3(,4)?\}/.test(facts.pattern) && facts.maxLength <= 4) {
    book.add('card.cvv', 0.15, message('pii.why.pattern'));
  }
  if (facts.maxLength === 19 || facts.maxLength === 16) {
    book.add('card.number', 0.1, message('pii.why.length', facts.maxLength));
  }
}

const TYPES: Readonly<Record<string, { pii: PiiClass; weight: number }>> = {
  email: { pii: 'email', weight: 1.1 },
  tel: { pii: 'phone', weight: 0.5 },
  phone: { pii: 'phone', weight: 0.55 },
  password: { pii: 'password', weight: 1.2 },
  url: { pii: 'url', weight: 0.9 },
  search: { pii: 'search', weight: 1 },
};

function readAutocomplete(facts: FieldFacts, book: EvidenceBook): void {
  const tokens = facts.autocomplete.toLowerCase().split(/\s+/).filter(Boolean);
  const token = tokens.filter((part) => part !== 'webauthn').at(-1);
  if (!token || SILENT.has(token)) return;
  const pii = AUTOCOMPLETE[token];
  if (pii) {
    // Browsers obey new-password everywhere, so pages use it to switch autofill off.
    if (pii === 'password' && facts.type !== 'password') return;
    const weight = pii === 'username' || pii === 'address.country' ? 0.9 : 1.3;
    book.add(pii, weight, message('pii.why.autocomplete', token));
    return;
  }
  for (const hit of vocabulary().find(toWords(token))) {
    book.add(hit.concept, hit.sure ? 0.5 : 0.2, message('pii.why.autocomplete', hit.phrase));
  }
}

const SILENT: ReadonlySet<string> = new Set(['on', 'off', 'false', 'true', 'nope', 'none', 'no']);

const AUTOCOMPLETE: Readonly<Record<string, PiiClass>> = {
  name: 'name.full',
  'honorific-prefix': 'name.prefix',
  'given-name': 'name.given',
  'additional-name': 'name.middle',
  'family-name': 'name.family',
  nickname: 'username',
  username: 'username',
  'new-password': 'password',
  'current-password': 'password',
  'one-time-code': 'otp',
  'organization-title': 'job_title',
  organization: 'organization',
  'street-address': 'address.street',
  'address-line1': 'address.street',
  'address-line2': 'address.street',
  'address-line3': 'address.street',
  'address-level1': 'address.state',
  'address-level2': 'address.city',
  'address-level3': 'address.street',
  'address-level4': 'address.street',
  country: 'address.country',
  'country-name': 'address.country',
  'postal-code': 'address.postal',
  'cc-name': 'card.name',
  'cc-given-name': 'card.name',
  'cc-family-name': 'card.name',
  'cc-additional-name': 'card.name',
  'cc-number': 'card.number',
  'cc-exp': 'card.expiry',
  'cc-exp-month': 'card.expiry',
  'cc-exp-year': 'card.expiry',
  'cc-csc': 'card.cvv',
  'cc-type': 'card.type',
  bday: 'dob',
  'bday-day': 'dob',
  'bday-month': 'dob',
  'bday-year': 'dob',
  sex: 'gender',
  url: 'url',
  tel: 'phone',
  'tel-national': 'phone',
  'tel-area-code': 'phone',
  'tel-local': 'phone',
  'tel-local-prefix': 'phone',
  'tel-local-suffix': 'phone',
  'tel-extension': 'phone',
  'tel-country-code': 'phone_country_code',
  email: 'email',
  impp: 'username',
};
