import { message } from '../../core/message';
import type { Finding } from '../../protocol/findings';
import { namesOfOthers } from '../walk/others';
import { partOf } from '../walk/tell';
import { tracesOf } from '../walk/trace';
import { isKnownAnalytics, isKnownStatistics } from '../walk/traffic';
import type { WalkEvidence } from '../walk-contract';
import type { RegionPack } from './contract';
import { toReview } from './to-review';

/**
 * The United Kingdom. Since the Data (Use and Access) Act 2025, PECR lets some storage and access for
 * statistics about a service be without consent, where people are told clearly, can object, and nobody
 * else gets the data for their own ends. Whether that is so is not to be seen from a page, so what such
 * an exemption might cover is asked, not failed. Recordings of single people stay as they are.
 */
export const uk: RegionPack = {
  id: 'uk',
  title: message('consent.walk.region.uk.title'),
  source:
    'UK GDPR; PECR 2003, reg. 6 and schedule A1, as amended by the Data (Use and Access) Act 2025, s. 112; ICO, guidance on storage and access technologies',
  rules: [],
  adapt: (finding, evidence) =>
    mayBeStatistics(finding, evidence)
      ? toReview(finding, message('consent.walk.region.uk.statistics'))
      : finding,
};

/** Events and names of a tool, and names known from statistics, before a choice; never a recording, never ads. */
function mayBeStatistics(finding: Finding, evidence: WalkEvidence): boolean {
  const { rule, outcome, severity, recorder } = finding;
  if (outcome !== 'fail' || rule !== 'before-choice') return false;
  if (recorder !== null) return severity !== 'critical';
  return partOf(finding) === 'storage' && isStatisticsAlone(evidence);
}

/** One name that is there for ads leaves the finding as it is: it tells of all names at once. */
function isStatisticsAlone({ walk, policy }: WalkEvidence): boolean {
  const undecided = tracesOf(walk).filter(({ decided }) => decided === 'unset');
  return namesOfOthers(undecided, policy).filter(isKnownAnalytics).every(isKnownStatistics);
}
