import { message } from '../../core/message';
import type { Fidelity, FrameEvidence } from '../../protocol/evidence';
import type { Finding } from '../../protocol/findings';
import { recorderName } from '../../recorders/names';
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
  check: ({ frames }) =>
    frames.flatMap((frame) => (frame.fidelity ?? []).flatMap((each) => findingsOf(frame, each))),
};

function findingsOf(frame: FrameEvidence, { recorder, examples }: Fidelity): Finding[] {
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
        capture: 'masked',
        text: message('audit.rule.overMasked.text', recorderName(recorder), places),
        places,
      },
      ['over-masked', frame.origin, template, channel, recorder],
    ),
  );
}
