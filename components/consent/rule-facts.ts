import { REGION_PACKS } from '../../lib/consent/regions';
import { WALK_RULES } from '../../lib/consent/rules/walk-rules';

/** What the rules are about, as somebody who looks for one would say. */
export const RULE_GROUPS = ['banner', 'recording', 'refusal', 'signals', 'evidence'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

const GROUP_OF: Readonly<Record<string, RuleGroup>> = {
  'no-consent-asked': 'banner',
  'reject-first-layer': 'banner',
  'equal-prominence': 'banner',
  'reject-legible': 'banner',
  'pre-ticked': 'banner',
  'legitimate-interest': 'banner',
  'purpose-named': 'banner',
  'consent-wall': 'banner',
  'banner-language': 'banner',
  keyboard: 'banner',
  'policy-link': 'banner',
  wording: 'banner',
  'opt-out-link': 'banner',
  'before-choice': 'recording',
  'recorder-bundled': 'recording',
  'identify-before-consent': 'recording',
  fingerprinting: 'recording',
  'other-party-recorded': 'recording',
  'cookie-life': 'recording',
  'reject-honoured': 'refusal',
  withdrawal: 'refusal',
  're-prompt': 'refusal',
  'gpc-honoured': 'signals',
  'signals-agree': 'signals',
  'segment-consent-defects': 'signals',
  'path-not-walked': 'evidence',
  'proof-too-weak': 'evidence',
  'timeline-incomplete': 'evidence',
};

export const groupOf = ({ rule }: { readonly rule: string }): RuleGroup =>
  GROUP_OF[rule] ?? 'evidence';

/** The law, guideline or standard that a rule reads; empty: it is not one of ours. */
export const sourceOf = (rule: string): string => RULES.find(({ id }) => id === rule)?.source ?? '';

const RULES = [...WALK_RULES, ...Object.values(REGION_PACKS).flatMap(({ rules }) => rules)];
