import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** a public table of privacy attributes. */
const documented: DocumentedRules = {
  id: 'quantummetric',
  text: 'unknown',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['[data-qm-encrypt]'],
  block: ['[data-qm-block]'],
  unmask: ['[data-qm-allow]'],
  precedence: 'nearest',
  fix: { kind: 'attribute', text: 'data-qm-block' },
  frames: null,
};

export const rules = documentedRules(documented);
