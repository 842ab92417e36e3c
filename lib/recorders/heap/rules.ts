import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** help.heap.io, session replay privacy. */
const documented: DocumentedRules = {
  id: 'heap',
  text: 'unknown',
  inputs: 'masked',
  alwaysMasked: [],
  mask: ['[data-heap-redact-text]'],
  block: ['[data-heap-redact-attributes]'],
  unmask: [],
  precedence: 'mask-wins',
  fix: { kind: 'attribute', text: 'data-heap-redact-text="true"' },
  frames: null,
};

export const rules = documentedRules(documented);
