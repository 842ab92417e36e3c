import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** docs.dynatrace.com, Session Replay privacy. */
const documented: DocumentedRules = {
  id: 'dynatrace',
  text: 'unknown',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['[data-dtrum-mask]'],
  block: [],
  unmask: ['[data-dtrum-allow]'],
  precedence: 'nearest',
  fix: { kind: 'attribute', text: 'data-dtrum-mask' },
  frames: null,
  withOptions: ({ maskingPreset }) => {
    if (maskingPreset === 'MASK_ALL') return { text: 'masked', inputs: 'masked' };
    if (maskingPreset === 'MASK_USER_INPUT') return { text: 'plain', inputs: 'masked' };
    return {};
  },
};

export const rules = documentedRules(documented);
