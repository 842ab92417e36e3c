import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';
import { isObject } from '../json';

/** docs.logrocket.com, DOM capture and privacy. */
const documented: DocumentedRules = {
  id: 'logrocket',
  text: 'plain',
  inputs: 'plain',
  alwaysMasked: [],
  mask: ['[data-private="lipsum"]', '[data-private="redact"]'],
  block: ['[data-private=""]', '[data-private="true"]', '[data-private="delete"]', '._lr-hide'],
  unmask: ['[data-public]'],
  precedence: 'mask-wins',
  fix: { kind: 'attribute', text: 'data-private' },
  frames: null,
  withOptions: ({ dom }) => {
    const given = isObject(dom) ? dom : {};
    return {
      ...(given.inputSanitizer ? { inputs: 'masked' as const } : {}),
      ...(given.textSanitizer ? { text: 'masked' as const } : {}),
    };
  },
};

export const rules = documentedRules(documented);
