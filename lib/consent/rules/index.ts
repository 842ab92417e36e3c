import type { Finding } from '../../protocol/findings';
import type { ConsentEvidence, ConsentRule } from '../contract';
import { beforeChoice } from './before-choice/rule';
import { gpcHonoured } from './gpc-honoured/rule';
import { noConsentAsked } from './no-consent-asked/rule';
import { purposeNamed } from './purpose-named/rule';
import { rejectHonoured } from './reject-honoured/rule';
import { signalsAgree } from './signals-agree/rule';
import { timelineIncomplete } from './timeline-incomplete/rule';

/** Every rule of the consent half, in the order in which findings are told. */
export const CONSENT_RULES: readonly ConsentRule[] = [
  beforeChoice,
  noConsentAsked,
  purposeNamed,
  rejectHonoured,
  signalsAgree,
  gpcHonoured,
  timelineIncomplete,
];

/** Judges one visit by every rule of the consent half. */
export function runConsentRules(evidence: ConsentEvidence): Finding[] {
  return CONSENT_RULES.flatMap((rule) => rule.check(evidence));
}
