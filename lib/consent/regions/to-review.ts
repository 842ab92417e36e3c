import type { Message } from '../../core/message';
import type { Finding, Severity } from '../../protocol/findings';

/** A failure that is a question for a person here, with the reason as its first evidence. */
export const toReview = (
  finding: Finding,
  because: Message,
  severity: Severity = 'medium',
): Finding => ({
  ...finding,
  outcome: 'needs-review',
  severity,
  why: [because, ...finding.why],
});
