/** Every picture: which screen, how large, and what to do before it is taken. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Words as long as German ones. */
  readonly long?: true;
  /** Presses before the picture, by role and name or by test id. */
  readonly press?: readonly Press[];
}

export type Press =
  | { readonly tab: string }
  | { readonly button: string }
  | { readonly testId: string }
  | { readonly key: string }
  | { readonly dropFile: true };

const panel = { width: 360, height: 760 };
const narrow = { width: 320, height: 700 };
const devtools = { width: 1180, height: 420 };
const docked = { width: 480, height: 760 };
const page = { width: 1180, height: 820 };

const HEAT_EMPTY = [
  'loading',
  'off',
  'noSource',
  'noPermission',
  'locked',
  'filteredOut',
  'noData',
  'failed',
  'refusedKey',
];

export const SCREENS: readonly Screen[] = [
  { name: 'heat/shown', ...panel },
  { name: 'heat/shown@320', ...narrow },
  { name: 'heat/shown@400', width: 400, height: 900 },
  { name: 'heat/shown@long', ...narrow, long: true },
  { name: 'heat/sample', ...panel },
  { name: 'heat/savedCopy', ...panel },
  { name: 'heat/many', ...panel, press: [{ testId: 'heat-filter' }] },
  { name: 'heat/markup', ...panel },
  { name: 'heat/unknown', ...panel },
  { name: 'heat/error', ...panel },
  { name: 'heat/shown@menu', ...panel, press: [{ testId: 'heat-width' }] },
  { name: 'heat/shown@drop', ...panel, press: [{ dropFile: true }] },
  { name: 'heat/shown@keys', ...panel, press: [{ key: '?' }] },
  { name: 'heat/noMatch', ...panel },
  ...HEAT_EMPTY.map((name) => ({ name: `heat/${name}`, ...panel })),
  { name: 'heat/noData@long', ...narrow, long: true },

  { name: 'audit/blocked', ...devtools },
  { name: 'audit/blocked@docked', ...docked },
  { name: 'audit/blocked@320', width: 320, height: 760 },
  { name: 'audit/blocked@long', ...devtools, long: true },
  {
    name: 'audit/blocked@answer',
    ...devtools,
    height: 560,
    press: [{ testId: 'row-4' }, { button: 'Answer' }],
  },
  { name: 'audit/blocked@coverage', ...devtools, press: [{ tab: 'Coverage' }] },
  { name: 'audit/blocked@coverage320', width: 320, height: 760, press: [{ tab: 'Coverage' }] },
  { name: 'audit/blocked@consent', ...devtools, height: 620, press: [{ tab: 'Consent' }] },
  { name: 'audit/blocked@consentDocked', ...docked, press: [{ tab: 'Consent' }] },
  { name: 'audit/blocked@evidence', ...devtools, height: 760, press: [{ tab: 'Evidence' }] },
  {
    name: 'audit/blocked@whatIf',
    ...devtools,
    height: 900,
    press: [{ tab: 'Evidence' }, { testId: 'assume-summary' }],
  },
  { name: 'audit/clear', ...devtools },
  { name: 'audit/clear@evidence', ...devtools, height: 620, press: [{ tab: 'Evidence' }] },
  { name: 'audit/needsProof', ...devtools },
  { name: 'audit/needsProof@consent', ...devtools, height: 560, press: [{ tab: 'Consent' }] },
  { name: 'audit/partial', ...devtools },
  { name: 'audit/many', ...devtools },
  { name: 'audit/markup', ...devtools },
  { name: 'audit/noGrant', ...devtools },
  { name: 'audit/notAllowed', ...devtools },
  { name: 'audit/idle', ...devtools },
  { name: 'audit/running', ...devtools },
  { name: 'audit/rescanning', ...devtools },
  { name: 'audit/failed', ...devtools },
  { name: 'audit/error', ...devtools },
  { name: 'audit/unknown', ...devtools },

  { name: 'workspace/sources', ...page },
  { name: 'workspace/sources@320', width: 320, height: 900 },
  { name: 'workspace/sources@long', ...page, long: true },
  { name: 'workspace/tested', ...page, press: [{ button: 'Test the connection' }] },
  { name: 'workspace/remove', ...page, press: [{ button: 'Remove' }] },
  { name: 'workspace/noSources', ...page },
  { name: 'workspace/form', ...page, height: 1100, press: [{ button: 'Add a source' }] },
  {
    name: 'workspace/formErrors',
    ...page,
    height: 1200,
    press: [{ button: 'Add a source' }, { button: 'Add a mapping' }, { button: 'Save the source' }],
  },
  { name: 'workspace/clearances', ...page, press: [{ button: 'Clearances' }] },
  { name: 'workspace/noClearances', ...page, press: [{ button: 'Clearances' }] },
  { name: 'workspace/policy', ...page, press: [{ button: 'Policy' }] },
  { name: 'workspace/noPolicy', ...page, press: [{ button: 'Policy' }] },
  { name: 'workspace/about', ...page, press: [{ button: 'About' }] },
  { name: 'workspace/error', ...page },
];

export const THEMES = ['light', 'dark'] as const;
export type GalleryTheme = (typeof THEMES)[number];
