import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { FamilyDefaults } from '../rrweb/options';

/** Documented default of highlight.run 10 (highlight.io, privacy; checked against the package). */
export const DEFAULT_OPTIONS = { privacySetting: 'default' } as const;

/** Defaults of the copy of rrweb that Highlight and LaunchDarkly run. */
export const FAMILY_DEFAULTS: FamilyDefaults = {
  blockClass: 'highlight-block',
  maskTextClass: 'highlight-mask',
  ignoreClass: 'highlight-ignore',
  maskAllInputs: MASK_ALL_INPUTS,
};
