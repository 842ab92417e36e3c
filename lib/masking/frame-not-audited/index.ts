import { type Message, message } from '../../core/message';
import type { Outcome } from '../../protocol/findings';
import { recorderNames } from '../../recorders/setups';
import type { MaskingArtifacts, MaskingRule } from '../contract';
import { finding } from '../finding';
import { type UnreadFrame, unreadFrames } from '../frames';

/** A frame that gave no evidence. It blocks only where a recorder would record it. */
export const frameNotAudited: MaskingRule = {
  id: 'frame-not-audited',
  half: 'coverage',
  resolvable: true,
  check: (artifacts) =>
    unreadFrames(artifacts).map((frame) =>
      finding(
        {
          rule: 'frame-not-audited',
          half: 'coverage',
          outcome: outcomeOf(frame),
          severity: frame.recorded ? 'high' : 'medium',
          target: { frame: frame.parent, selector: frame.child.selector },
          text: textOf(frame, artifacts),
        },
        ['frame-not-audited', frame.key],
      ),
    ),
};

function outcomeOf({ state, recorded }: UnreadFrame): Outcome {
  if (state !== 'not-audited') return 'pass';
  return recorded ? 'fail' : 'needs-review';
}

function textOf({ state, recorded, child }: UnreadFrame, artifacts: MaskingArtifacts): Message {
  const names = recorderNames(artifacts.recorders);
  if (state === 'allowed') return message('audit.rule.frameNotAudited.allowed', child.origin);
  if (state === 'recorder-cannot-read') {
    return message('audit.rule.frameNotAudited.pass', child.origin, names);
  }
  if (recorded) return message('audit.rule.frameNotAudited.fail', child.origin, names);
  return message('audit.rule.frameNotAudited.review', child.origin);
}
