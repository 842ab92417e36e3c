/**
 * The one set of names for what a value is about a person, for fields, text, attributes and URLs.
 * Dotted names are kinds of a kind: `card.number` is a `card`.
 */
export const PII_CLASSES = [
  'email',
  'phone',
  'username',
  'password',
  'username_or_email',
  'name.given',
  'name.middle',
  'name.family',
  'name.full',
  'name.prefix',
  'address.street',
  'address.city',
  'address.state',
  'address.postal',
  'address.country',
  'card.number',
  'card.cvv',
  'card.expiry',
  'card.name',
  'card.type',
  'iban',
  'bank_account',
  'dob',
  'gender',
  'organization',
  'job_title',
  'national_id',
  'tax_id',
  'otp',
  'security_answer',
  'security_question',
  'message',
  'message_subject',
  'ip',
  'jwt',
  'api_key',
  'session_token',
  'search',
  'url',
  'phone_country_code',
  'health',
  'income',
  'religion',
  'ethnicity',
  'politics',
  'union',
  'sexuality',
  'biometric',
] as const;

export type PiiClass = (typeof PII_CLASSES)[number];

/** Special categories of personal data: what the law protects most (GDPR, art. 9). */
export const SPECIAL_CLASSES: readonly PiiClass[] = [
  'health',
  'religion',
  'ethnicity',
  'politics',
  'union',
  'sexuality',
  'biometric',
];

/** What gives access or money to whoever reads it: a length is all that may leave the frame. */
export const SECRET_CLASSES: ReadonlySet<PiiClass> = new Set([
  'password',
  'otp',
  'card.number',
  'card.cvv',
  'security_answer',
  'jwt',
  'api_key',
  'session_token',
]);

/** Classes that are about a person. The rest describe a form and are never an exposure. */
export const isPersonal = (pii: PiiClass): boolean => !NOT_PERSONAL.has(pii);

const NOT_PERSONAL: ReadonlySet<PiiClass> = new Set([
  'card.type',
  'security_question',
  'search',
  'url',
  'phone_country_code',
]);
