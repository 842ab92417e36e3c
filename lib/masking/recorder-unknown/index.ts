import { message } from '../../core/message';
import { hasRules, isVerified } from '../../recorders/judge';
import { ofSetup, setupIdOf, setupName } from '../../recorders/setups';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';

/** A recorder whose capture rules are not known: what it takes can only be seen on the wire. */
export const recorderUnknown: MaskingRule = {
  id: 'recorder-unknown',
  half: 'coverage',
  resolvable: true,
  check: ({ recorders }) =>
    recorders.map((state) => {
      const verified = isVerified(state);
      const name = setupName(state);
      return finding(
        {
          rule: 'recorder-unknown',
          half: 'coverage',
          outcome: verified ? 'pass' : 'needs-review',
          severity: 'high',
          ...ofSetup(state),
          text: verified
            ? message('audit.rule.recorderUnknown.pass', name)
            : message(
                `audit.rule.recorderUnknown.${hasRules(state) ? 'documented' : 'review'}`,
                name,
                state.version ?? '?',
              ),
        },
        ['recorder-unknown', setupIdOf(state), verified ? '' : (state.version ?? '')],
      );
    }),
};
