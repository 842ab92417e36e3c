import type { PiiClass } from '../protocol/pii-classes';
import type { ProofTarget } from '../protocol/proof';

/**
 * Why a target is not planted unless somebody chooses it: a code would be tried at a server and use
 * an attempt up, a search is logged and counted, a message may reach another person.
 */
export function leftOutOf(pii: PiiClass | null, type: string): ProofTarget['leftOut'] {
  if (pii === 'otp') return 'one-time-code';
  if (pii === 'search' || type === 'search') return 'search';
  if (pii === 'message' || pii === 'message_subject') return 'message';
  return null;
}
