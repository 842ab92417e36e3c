import type { FamilyDefaults } from './options';

/** Documented defaults of rrweb 2.2 (guide.md of rrweb-io/rrweb, checked against the package). */
export const DEFAULT_OPTIONS = {
  blockClass: 'rr-block',
  blockSelector: null,
  ignoreClass: 'rr-ignore',
  maskTextClass: 'rr-mask',
  maskTextSelector: null,
  maskAllInputs: false,
  maskInputOptions: { password: true },
  slimDOMOptions: {},
  inlineStylesheet: true,
  recordCrossOriginIframes: false,
} as const;

/** Types that `maskAllInputs: true` masks. Hidden, file, image, reset and buttons are not in it. */
export const MASK_ALL_INPUTS: Readonly<Record<string, boolean>> = Object.fromEntries(
  [
    'color',
    'date',
    'datetime-local',
    'email',
    'month',
    'number',
    'range',
    'search',
    'tel',
    'text',
    'time',
    'url',
    'week',
    'textarea',
    'select',
    'password',
  ].map((type) => [type, true]),
);

export const FAMILY_DEFAULTS: FamilyDefaults = {
  blockClass: DEFAULT_OPTIONS.blockClass,
  maskTextClass: DEFAULT_OPTIONS.maskTextClass,
  ignoreClass: DEFAULT_OPTIONS.ignoreClass,
  maskAllInputs: MASK_ALL_INPUTS,
};
