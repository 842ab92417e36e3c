import type { Severity } from '../protocol/findings';
import type { PiiClass } from '../protocol/pii-classes';

/**
 * How bad it is when a value of this class is recorded as it is. Critical: whoever reads it gains
 * access, money or an identity. High: it names or reaches a person, or is private by its nature.
 * Medium: it says something about a person who is known otherwise. Low: it narrows down little.
 */
const SEVERITY: Readonly<Record<PiiClass, Severity>> = {
  password: 'critical',
  otp: 'critical',
  'card.number': 'critical',
  'card.cvv': 'critical',
  security_answer: 'critical',
  jwt: 'critical',
  api_key: 'critical',
  session_token: 'critical',
  national_id: 'critical',
  email: 'high',
  phone: 'high',
  username_or_email: 'high',
  'name.full': 'high',
  'address.street': 'high',
  'card.expiry': 'high',
  'card.name': 'high',
  iban: 'high',
  bank_account: 'high',
  tax_id: 'high',
  dob: 'high',
  message: 'high',
  message_subject: 'high',
  health: 'high',
  income: 'high',
  religion: 'high',
  ethnicity: 'high',
  politics: 'high',
  union: 'high',
  sexuality: 'high',
  biometric: 'high',
  username: 'medium',
  'name.given': 'medium',
  'name.middle': 'medium',
  'name.family': 'medium',
  'address.postal': 'medium',
  'address.city': 'medium',
  ip: 'medium',
  gender: 'medium',
  'address.state': 'low',
  'address.country': 'low',
  'name.prefix': 'low',
  organization: 'low',
  job_title: 'low',
  'card.type': 'low',
  security_question: 'low',
  search: 'low',
  url: 'low',
  phone_country_code: 'low',
};

export const severityOf = (pii: PiiClass): Severity => SEVERITY[pii];
