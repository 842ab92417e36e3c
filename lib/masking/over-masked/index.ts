import { message } from '../../core/message';
import type { Fidelity, FrameEvidence } from '../../protocol/evidence';
import type { Finding } from '../../protocol/findings';
import type { RecorderState } from '../../protocol/recorders';
import { setupIdIn, setupNameIn } from '../../recorders/setups';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';

/**
 * Controls without anything personal that a recorder hides all the same. That is safe, so it always
 * passes; it is told because a replay and a heatmap lose what is hidden.
 */
export const overMasked: MaskingRule = {
  id: 'over-masked',
  half: 'masking',
  resolvable: false,
  check: ({ frames, recorders }) =>
    frames.flatMap((frame) =>
      (frame.fidelity ?? []).flatMap((each) => findingsOf(frame, each, recorders)),
    ),
};

function findingsOf(
  frame: FrameEvidence,
  fidelity: Fidelity,
  setups: readonly RecorderState[],
): Finding[] {
  const { recorder, setup, examples } = fidelity;
  return examples.map(({ selector, template, channel, places }) =>
    finding(
      {
        rule: 'over-masked',
        half: 'masking',
        outcome: 'pass',
        severity: 'low',
        target: { frame: frame.frameId, selector },
        template,
        channel,
        recorder,
        ...(setup !== undefined && { setup }),
        capture: 'masked',
        text: message('audit.rule.overMasked.text', setupNameIn(setups, fidelity), places),
        places,
      },
      ['over-masked', frame.origin, template, channel, setupIdIn(fidelity)],
    ),
  );
}
