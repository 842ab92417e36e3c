import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { FamilyDefaults } from '../rrweb/options';

/** Defaults of posthog-js 1.449 (its recorder's option table; posthog.com/docs/session-replay/privacy). */
export const DEFAULT_OPTIONS = {
  blockClass: 'ph-no-capture',
  blockSelector: null,
  ignoreClass: 'ph-ignore-input',
  maskTextClass: 'ph-mask',
  maskTextSelector: null,
  maskAllInputs: true,
  maskInputOptions: { password: true },
  maskAllElementAttributes: false,
  slimDOMOptions: {},
  inlineStylesheet: true,
  recordCrossOriginIframes: false,
  captureJsonLd: false,
  mask_personal_data_properties: false,
  custom_personal_data_properties: [],
  disable_capture_url_hashes: false,
} as const;

/**
 * Where an option is set to `undefined` on purpose, PostHog passes that on, and its copy of rrweb
 * falls back to rrweb's own class names.
 */
export const FAMILY_DEFAULTS: FamilyDefaults = {
  blockClass: 'rr-block',
  maskTextClass: 'rr-mask',
  ignoreClass: 'rr-ignore',
  maskAllInputs: { ...MASK_ALL_INPUTS, hidden: true },
};

/** What is deeper than this below the document node is left out of a snapshot. */
export const MAX_DEPTH = 50;

/** Query parameters that `mask_personal_data_properties` masks: click ids of advertisers. */
export const MASKED_URL_PARAMS: readonly string[] = [
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'msclkid',
  'twclid',
  'li_fat_id',
  'igshid',
  'ttclid',
  'rdt_cid',
  'epik',
  'qclid',
  'sccid',
  'oppref',
  'bfcid',
  'irclid',
  '_kx',
];
