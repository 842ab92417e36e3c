import { type PiiClass, SPECIAL_CLASSES } from '../../lib/protocol/pii-classes';

/**
 * Our classes by the labels that the labelled forms use. Most share their name; a class that no set
 * has a label for is `none` there, so that it neither wins nor loses a point. That holds for bank
 * accounts, for what the law protects most, and for tokens, which no form asks for.
 */
export function fieldLabel(pii: PiiClass | null): string {
  return pii === null || UNLABELLED.has(pii) ? 'none' : pii;
}

const UNLABELLED: ReadonlySet<PiiClass> = new Set([
  'iban',
  'bank_account',
  'income',
  ...SPECIAL_CLASSES,
  'ip',
  'jwt',
  'api_key',
  'session_token',
]);
