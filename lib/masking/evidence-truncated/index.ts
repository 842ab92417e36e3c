import { message } from '../../core/message';
import type { MaskingRule } from '../contract';
import { exposuresOf } from '../exposures';
import { finding } from '../finding';

/** What a scan saw and could not take, or could not open. No answer makes up for it. */
export const evidenceTruncated: MaskingRule = {
  id: 'evidence-truncated',
  half: 'coverage',
  resolvable: false,
  check(artifacts) {
    const { beyond } = exposuresOf(artifacts);
    const draft = {
      rule: 'evidence-truncated',
      half: 'coverage',
      outcome: 'needs-review',
      severity: 'high',
    } as const;
    return artifacts.frames.flatMap((frame) => {
      const target = { frame: frame.frameId, selector: '' };
      const left = frame.truncated + (frame.frameId === 0 ? beyond : 0);
      const { unreadable } = frame.shadowRoots;
      const cut = message('audit.rule.evidenceTruncated.review', left);
      const shut = message('audit.rule.evidenceTruncated.unreadable', unreadable);
      const identity = ['evidence-truncated', frame.origin];
      return [
        ...(left > 0 ? [finding({ ...draft, target, text: cut }, [...identity, 'cut'])] : []),
        ...(unreadable > 0
          ? [finding({ ...draft, target, text: shut }, [...identity, 'shut'])]
          : []),
      ];
    });
  },
};
