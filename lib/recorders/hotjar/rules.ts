import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** help.hotjar.com, suppress text, images and user input. */
const documented: DocumentedRules = {
  id: 'hotjar',
  text: 'plain',
  inputs: 'masked',
  alwaysMasked: [],
  mask: ['[data-hj-suppress]', '.data-hj-suppress'],
  block: [],
  unmask: ['[data-hj-allow]', '.data-hj-allow'],
  precedence: 'unmask-on-field',
  fix: { kind: 'attribute', text: 'data-hj-suppress' },
  frames: null,
};

export const rules = documentedRules(documented);
