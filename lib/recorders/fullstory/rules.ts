import type { DocumentedRules } from '../documented/contract';
import { documentedRules } from '../documented/judge';

/** help.fullstory.com, FullStory privacy. */
const documented: DocumentedRules = {
  id: 'fullstory',
  text: 'unknown',
  inputs: 'unknown',
  alwaysMasked: [],
  mask: ['.fs-mask', '.fs-mask-without-consent'],
  block: ['.fs-exclude', '.fs-exclude-without-consent'],
  unmask: ['.fs-unmask', '.fs-unmask-with-consent'],
  precedence: 'mask-wins',
  fix: { kind: 'class', text: 'class="fs-mask"' },
  frames: null,
  withOptions: ({ privateByDefault }) =>
    privateByDefault === true
      ? { text: 'masked', inputs: 'masked' }
      : privateByDefault === false
        ? { text: 'plain' }
        : {},
};

export const rules = documentedRules(documented);
