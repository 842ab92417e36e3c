import { type PiiClass, SPECIAL_CLASSES } from '../../protocol/pii-classes';
import type { FieldFacts } from '../contract';

/** Whether a control of this kind can hold a value of this class at all. */
export function canHold(facts: FieldFacts, pii: PiiClass): boolean {
  if (facts.tag === 'contenteditable') return pii === 'message' || pii === 'message_subject';
  if (facts.tag === 'textarea') return IN_TEXTAREA.has(pii);
  if (facts.tag === 'select') return IN_SELECT.has(pii);
  if (facts.type === 'number') return !IN_WORDS.has(pii);
  const only = BY_TYPE[facts.type];
  return only ? only.has(pii) : true;
}

/** Types that hold nothing a person wrote. */
export const SILENT_TYPES: ReadonlySet<string> = new Set([
  'hidden',
  'submit',
  'button',
  'reset',
  'image',
  'file',
  'range',
  'color',
]);

const set = (...classes: PiiClass[]): ReadonlySet<PiiClass> => new Set(classes);

const IN_TEXTAREA = set(
  'message',
  'message_subject',
  'address.street',
  'organization',
  'job_title',
  ...SPECIAL_CLASSES,
  'search',
  'url',
  'security_answer',
  'name.full',
);
const IN_SELECT = set(
  'name.prefix',
  'address.street',
  'address.city',
  'address.state',
  'address.postal',
  'address.country',
  'card.expiry',
  'card.type',
  'dob',
  'gender',
  'organization',
  'job_title',
  'security_question',
  'message_subject',
  'phone_country_code',
  'income',
  ...SPECIAL_CLASSES,
);
const CHOICES = set(
  'gender',
  'name.prefix',
  'card.type',
  'income',
  'message_subject',
  ...SPECIAL_CLASSES,
);
/** What no number says. */
const IN_WORDS = set(
  'email',
  'name.given',
  'name.middle',
  'name.family',
  'name.full',
  'name.prefix',
  'card.name',
  'organization',
  'job_title',
  'address.city',
  'address.state',
  'address.country',
  'message',
  'message_subject',
);
const DATES = set('dob', 'card.expiry');

const BY_TYPE: Readonly<Record<string, ReadonlySet<PiiClass>>> = {
  checkbox: set(...SPECIAL_CLASSES),
  radio: CHOICES,
  date: DATES,
  month: DATES,
  'datetime-local': DATES,
  week: set(),
  time: set(),
  email: set('email', 'username', 'username_or_email'),
  password: set(
    'password',
    'otp',
    'card.cvv',
    'card.number',
    'security_answer',
    'national_id',
    'tax_id',
    'bank_account',
    'iban',
    'dob',
  ),
  url: set('url'),
};
