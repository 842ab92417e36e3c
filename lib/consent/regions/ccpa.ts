import { message } from '../../core/message';
import { optOutLink } from '../rules/opt-out-link/walk';
import type { RegionPack } from './contract';
import { toReview } from './to-review';

/**
 * California: people opt out, so what happens before a choice is not a failure by this law. It is not a
 * pass either: recordings without prior consent are fought over under the state's wiretap law.
 */
export const ccpa: RegionPack = {
  id: 'ccpa',
  title: message('consent.walk.region.ccpa.title'),
  source:
    'California Civil Code §§ 1798.100–1798.199.100; CCPA regulations, 11 CCR §§ 7004, 7013, 7025, 7026; Penal Code § 631',
  rules: [optOutLink],
  adapt(finding) {
    if (finding.outcome !== 'fail') return finding;
    if (finding.rule === 'before-choice') {
      return toReview(finding, message('consent.walk.region.ccpa.optOut'));
    }
    return OPT_IN_ONLY.has(finding.rule)
      ? toReview(finding, message('consent.walk.region.ccpa.optIn'), 'low')
      : finding;
  },
};

/** Rules of laws that want consent beforehand. */
const OPT_IN_ONLY: ReadonlySet<string> = new Set([
  'pre-ticked',
  'legitimate-interest',
  'cookie-life',
  'no-consent-asked',
  'identify-before-consent',
  'fingerprinting',
]);
