import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** help.mouseflow.com, excluding and masking content. */
const documented: DocumentedRules = {
  id: 'mouseflow',
  text: 'plain',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['[data-mf-replace-inner]', '.mf-masked'],
  block: ['.mf-excluded', '[data-mf-replace]'],
  unmask: ['.mf-listen'],
  precedence: 'nearest',
  fix: { kind: 'class', text: 'class="mf-excluded"' },
  frames: null,
};

export const rules = documentedRules(documented);
