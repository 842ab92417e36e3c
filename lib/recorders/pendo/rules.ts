import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** support.pendo.io, Session Replay privacy. */
const documented: DocumentedRules = {
  id: 'pendo',
  text: 'unknown',
  inputs: 'masked',
  alwaysMasked: [],
  mask: [],
  block: ['.pendo-ignore', '.pendo-sr-ignore'],
  unmask: [],
  precedence: 'mask-wins',
  fix: { kind: 'class', text: 'class="pendo-ignore"' },
  frames: null,
};

export const rules = documentedRules(documented);
