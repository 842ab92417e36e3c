import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** docs.inspectlet.com, sensitive fields. */
const documented: DocumentedRules = {
  id: 'inspectlet',
  text: 'plain',
  inputs: 'plain',
  alwaysMasked: [],
  mask: ['.inspectlet-sensitive', '.inspectletIgnore'],
  block: [],
  unmask: [],
  precedence: 'nearest',
  fix: { kind: 'class', text: 'class="inspectlet-sensitive"' },
  frames: null,
};

export const rules = documentedRules(documented);
