import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** help.luckyorange.com, sensitive data. */
const documented: DocumentedRules = {
  id: 'luckyorange',
  text: 'plain',
  inputs: 'masked',
  alwaysMasked: [],
  mask: ['.lo-sensitive', '.losensitive'],
  block: [],
  unmask: ['.lo-not-sensitive'],
  precedence: 'nearest',
  fix: { kind: 'class', text: 'class="lo-sensitive"' },
  frames: null,
};

export const rules = documentedRules(documented);
