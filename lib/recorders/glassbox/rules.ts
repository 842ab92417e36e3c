import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** a public table of privacy classes. */
const documented: DocumentedRules = {
  id: 'glassbox',
  text: 'unknown',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['.cls_mask'],
  block: [],
  unmask: [],
  precedence: 'nearest',
  fix: { kind: 'class', text: 'class="cls_mask"' },
  frames: null,
};

export const rules = documentedRules(documented);
