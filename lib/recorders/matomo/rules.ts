import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** developer.matomo.org, heatmap and session recording. */
const documented: DocumentedRules = {
  id: 'matomo',
  text: 'plain',
  inputs: 'masked',
  alwaysMasked: [
    'input[type="tel"]',
    'input[type="email"]',
    'input[type="hidden"]',
    '[autocomplete^="cc-"]',
  ],
  mask: ['[data-matomo-mask]', '[data-piwik-mask]'],
  block: [],
  unmask: ['[data-matomo-unmask]', '[data-piwik-unmask]'],
  precedence: 'nearest',
  fix: { kind: 'attribute', text: 'data-matomo-mask' },
  frames: false,
  withOptions: ({ captureKeystrokes }) => (captureKeystrokes === true ? { inputs: 'plain' } : {}),
};

export const rules = documentedRules(documented);
