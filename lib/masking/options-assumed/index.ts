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
  check: ({ recorders, standIn = false }) =>
    recorders.map((state) =>
      finding(
        {
          rule: 'options-assumed',
          half: 'coverage',
          outcome: state.optionSource === 'read' ? 'pass' : 'needs-review',
          severity: 'high',
          ...ofSetup(state),
          text: textOf(state, standIn),
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

function textOf(state: RecorderState, standIn: boolean): Message {
  const name = setupName(state);
  if (standIn) return message('audit.rule.optionsAssumed.standIn', name);
  if (state.optionSource === 'read') return message('audit.rule.optionsAssumed.pass', name);
  if (state.optionSource === 'entered') return message('audit.rule.optionsAssumed.entered', name);
  if (!state.detected) return message('audit.rule.optionsAssumed.chosen', name);
  return message('audit.rule.optionsAssumed.review', name);
}
