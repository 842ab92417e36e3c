/** The rules that a page is scored by. */
export const SCORED_RULES = [
  'reject-first-layer',
  'equal-prominence',
  'reject-legible',
  'pre-ticked',
  'legitimate-interest',
  'purpose-named',
  'before-choice',
  'reject-honoured',
  'withdrawal',
  're-prompt',
  'cookie-life',
  'consent-wall',
  'banner-language',
  'keyboard',
  'policy-link',
  'wording',
  'gpc-honoured',
  'signals-agree',
  'path-not-walked',
  'recorder-bundled',
  'no-consent-asked',
  'identify-before-consent',
  'fingerprinting',
] as const;

export type ScoredRule = (typeof SCORED_RULES)[number];
