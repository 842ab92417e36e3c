import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { FamilyDefaults } from '../rrweb/options';

/** Documented default of Amplitude Session Replay: inputs masked, text plain. */
export const DEFAULT_OPTIONS = { privacyConfig: { defaultMaskLevel: 'medium' } } as const;

/** What Amplitude hands to its copy of rrweb. */
export const FAMILY_DEFAULTS: FamilyDefaults = {
  blockClass: 'amp-block',
  maskTextClass: 'amp-mask',
  ignoreClass: 'rr-ignore',
  maskAllInputs: MASK_ALL_INPUTS,
};

/** What is left out of every snapshot, since a replay does not show it. */
export const SLIM_DOM = {
  script: true,
  comment: true,
  headFavicon: true,
  headMetaDescKeywords: true,
  headMetaSocial: true,
  headMetaRobots: true,
  headMetaHttpEquiv: true,
  headMetaAuthorship: true,
  headMetaVerification: true,
} as const;
