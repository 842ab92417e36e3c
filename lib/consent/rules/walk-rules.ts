import type { Finding } from '../../protocol/findings';
import { REGION_PACKS } from '../regions';
import type { WalkEvidence, WalkRule } from '../walk-contract';
import { bannerLanguage } from './banner-language/walk';
import { beforeChoiceOnWalk } from './before-choice/walk';
import { consentWall } from './consent-wall/walk';
import { cookieLife } from './cookie-life/walk';
import { equalProminence } from './equal-prominence/walk';
import { fingerprinting } from './fingerprinting/walk';
import { gpcHonouredOnWalk } from './gpc-honoured/walk';
import { identifyBeforeConsent } from './identify-before-consent/walk';
import { keyboard } from './keyboard/walk';
import { legitimateInterest } from './legitimate-interest/walk';
import { noConsentAskedOnWalk } from './no-consent-asked/walk';
import { pathNotWalked } from './path-not-walked/walk';
import { policyLink } from './policy-link/walk';
import { preTicked } from './pre-ticked/walk';
import { proofTooWeak } from './proof-too-weak/walk';
import { purposeNamedOnWalk } from './purpose-named/walk';
import { rePrompt } from './re-prompt/walk';
import { recorderBundled } from './recorder-bundled/walk';
import { rejectFirstLayer } from './reject-first-layer/walk';
import { rejectHonouredOnWalk } from './reject-honoured/walk';
import { rejectLegible } from './reject-legible/walk';
import { segmentConsentDefects } from './segment-consent-defects/walk';
import { signalsAgreeOnWalk } from './signals-agree/walk';
import { timelineIncompleteOnWalk } from './timeline-incomplete/walk';
import { withdrawal } from './withdrawal/walk';
import { wording } from './wording/walk';

/** Every rule over a walk, in the order in which findings are told: the eighteen checks, then more. */
export const WALK_RULES: readonly WalkRule[] = [
  rejectFirstLayer,
  equalProminence,
  rejectLegible,
  preTicked,
  legitimateInterest,
  purposeNamedOnWalk,
  beforeChoiceOnWalk,
  rejectHonouredOnWalk,
  withdrawal,
  rePrompt,
  cookieLife,
  consentWall,
  bannerLanguage,
  keyboard,
  policyLink,
  wording,
  gpcHonouredOnWalk,
  signalsAgreeOnWalk,
  pathNotWalked,
  noConsentAskedOnWalk,
  recorderBundled,
  segmentConsentDefects,
  proofTooWeak,
  identifyBeforeConsent,
  fingerprinting,
  timelineIncompleteOnWalk,
];

/**
 * Judges a whole walk by every rule, and by the pack of its policy's region, which may add rules and
 * tells what a finding means there. Pure.
 */
export function runWalkRules(evidence: WalkEvidence): Finding[] {
  const pack = REGION_PACKS[evidence.policy.region];
  return [...WALK_RULES, ...pack.rules]
    .flatMap((rule) => rule.judge(evidence))
    .map((finding) => pack.adapt(finding, evidence));
}
