import type { Message } from '../../core/message';
import type { RegionId } from '../../protocol/consent-policy';
import type { Finding } from '../../protocol/findings';
import type { WalkEvidence, WalkRule } from '../walk-contract';

/**
 * What the law of a region makes of a walk: rules of its own, and what a finding of the common rules means
 * there. A pack may weaken a failure to a question for a person and says why; it never makes a pass.
 */
export interface RegionPack {
  readonly id: RegionId;
  readonly title: Message;
  readonly source: string;
  readonly rules: readonly WalkRule[];
  adapt(finding: Finding, evidence: WalkEvidence): Finding;
}
