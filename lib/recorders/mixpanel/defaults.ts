import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { FamilyDefaults } from '../rrweb/options';

/** Defaults of mixpanel-browser 2.83 (docs.mixpanel.com, session replay privacy; its default config). */
export const DEFAULT_OPTIONS = {
  record_mask_all_inputs: true,
  record_block_class: {
    pattern: '^(mp-block|fs-exclude|amp-block|rr-block|ph-no-capture)$',
    flags: '',
  },
  record_block_selector: 'img, video, audio',
  record_console: true,
  record_network: false,
  record_allowed_iframe_origins: [],
} as const;

/** What Mixpanel hands to its copy of rrweb, whose own defaults never count. */
export const FAMILY_DEFAULTS: FamilyDefaults = {
  blockClass: 'rr-block',
  maskTextClass: 'rr-mask',
  ignoreClass: 'rr-ignore',
  maskAllInputs: { ...MASK_ALL_INPUTS, hidden: true },
};

/** Classes that mask in every configuration that does not mask everything. */
export const MASK_CLASSES = '.mp-mask, .fs-mask, .amp-mask, .rr-mask, .ph-mask';
