import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** docs.contentsquare.com, personal data handling. */
const documented: DocumentedRules = {
  id: 'contentsquare',
  text: 'plain',
  inputs: 'masked',
  alwaysMasked: [],
  mask: ['[data-cs-encrypt]'],
  block: ['[data-cs-mask]'],
  unmask: ['[data-cs-capture]'],
  precedence: 'nearest',
  fix: { kind: 'attribute', text: 'data-cs-mask' },
  frames: null,
};

export const rules = documentedRules(documented);
