import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** web.developer.smartlook.com, sensitive data. */
const documented: DocumentedRules = {
  id: 'smartlook',
  text: 'plain',
  inputs: 'masked',
  alwaysMasked: [],
  mask: ['[data-sl="mask"]', '[data-recording-sensitive]'],
  block: ['[data-sl="exclude"]', '[data-recording-disable]'],
  unmask: ['[data-sl="unmask"]'],
  precedence: 'nearest',
  fix: { kind: 'attribute', text: 'data-sl="mask"' },
  frames: null,
  withOptions: ({ forms }) => (forms === true ? { inputs: 'plain' } : {}),
};

export const rules = documentedRules(documented);
