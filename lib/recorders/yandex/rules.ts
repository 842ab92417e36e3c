import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** yandex.com/support/metrica, Session Replay settings. */
const documented: DocumentedRules = {
  id: 'yandex',
  text: 'plain',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['.ym-hide-content'],
  block: [],
  unmask: ['.ym-show-content', '.ym-record-keys'],
  maskInputs: ['.ym-disable-keys'],
  precedence: 'nearest',
  fix: { kind: 'class', text: 'class="ym-hide-content"' },
  frames: null,
};

export const rules = documentedRules(documented);
