import type { MessageId } from '../core/message';
import type { PiiClass } from '../protocol/pii-classes';

/** The sentence id of a class's name for people: `card.number` is `pii.class.cardNumber`. */
export function classNameOf(pii: PiiClass): MessageId {
  return NAMES[pii];
}

const NAMES = {
  email: 'pii.class.email',
  phone: 'pii.class.phone',
  username: 'pii.class.username',
  password: 'pii.class.password',
  username_or_email: 'pii.class.usernameOrEmail',
  'name.given': 'pii.class.nameGiven',
  'name.middle': 'pii.class.nameMiddle',
  'name.family': 'pii.class.nameFamily',
  'name.full': 'pii.class.nameFull',
  'name.prefix': 'pii.class.namePrefix',
  'address.street': 'pii.class.addressStreet',
  'address.city': 'pii.class.addressCity',
  'address.state': 'pii.class.addressState',
  'address.postal': 'pii.class.addressPostal',
  'address.country': 'pii.class.addressCountry',
  'card.number': 'pii.class.cardNumber',
  'card.cvv': 'pii.class.cardCvv',
  'card.expiry': 'pii.class.cardExpiry',
  'card.name': 'pii.class.cardName',
  'card.type': 'pii.class.cardType',
  iban: 'pii.class.iban',
  bank_account: 'pii.class.bankAccount',
  dob: 'pii.class.dob',
  gender: 'pii.class.gender',
  organization: 'pii.class.organization',
  job_title: 'pii.class.jobTitle',
  national_id: 'pii.class.nationalId',
  tax_id: 'pii.class.taxId',
  otp: 'pii.class.otp',
  security_answer: 'pii.class.securityAnswer',
  security_question: 'pii.class.securityQuestion',
  message: 'pii.class.message',
  message_subject: 'pii.class.messageSubject',
  ip: 'pii.class.ip',
  jwt: 'pii.class.jwt',
  api_key: 'pii.class.apiKey',
  session_token: 'pii.class.sessionToken',
  search: 'pii.class.search',
  url: 'pii.class.url',
  phone_country_code: 'pii.class.phoneCountryCode',
  health: 'pii.class.health',
  income: 'pii.class.income',
} as const satisfies Record<PiiClass, MessageId>;
