import { message } from '../../core/message';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';

/** A look without a grant sees the page as the page shows itself: it proves exposures, never their absence. */
export const partialLook: MaskingRule = {
  id: 'partial-look',
  half: 'coverage',
  resolvable: false,
  check: ({ partial }) =>
    partial
      ? [
          finding(
            {
              rule: 'partial-look',
              half: 'coverage',
              outcome: 'needs-review',
              severity: 'high',
              text: message('audit.rule.partialLook.review'),
            },
            ['partial-look'],
          ),
        ]
      : [],
};
