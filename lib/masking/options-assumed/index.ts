import { type Message, message } from '../../core/message';
import { sha256Hex } from '../../core/sha256';
import type { RecorderState } from '../../protocol/recorders';
import { ofSetup, setupIdOf, setupName } from '../../recorders/setups';
import { canonicalJson } from '../canonical-json';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';

/** Options that were not read from the page: what follows from them holds only if they do. */
export const optionsAssumed: MaskingRule = {
  id: 'options-assumed',
  half: 'coverage',
  resolvable: true,
  check: ({ recorders }) =>
    recorders.map((state) =>
      finding(
        {
          rule: 'options-assumed',
          half: 'coverage',
          outcome: state.optionSource === 'read' ? 'pass' : 'needs-review',
          severity: 'high',
          ...ofSetup(state),
          text: textOf(state),
        },
        // An answer holds for these options alone.
        [
          'options-assumed',
          setupIdOf(state),
          state.optionSource,
          sha256Hex(canonicalJson(state.options)),
        ],
      ),
    ),
};

function textOf(state: RecorderState): Message {
  const name = setupName(state);
  if (state.optionSource === 'read') return message('audit.rule.optionsAssumed.pass', name);
  if (state.optionSource === 'entered') return message('audit.rule.optionsAssumed.entered', name);
  return message('audit.rule.optionsAssumed.review', name);
}
