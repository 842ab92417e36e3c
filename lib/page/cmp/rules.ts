import type { CompactCMPRule, CompactCMPRuleset } from '@duckduckgo/autoconsent';

/** Rules that name a platform and find its banner, and hold no step that does anything to it. */
export type CmpRules = CompactCMPRuleset & { readonly identifyOnly: true };

/**
 * Leaves of the package's compact rules what identifies: the steps that opt out and test for it, and
 * the selectors that hide, are dropped, and so is every rule whose identifying itself would click.
 * Their strings stay in the list, which numbers refer to.
 */
export function rulesToIdentify(rules: CompactCMPRuleset): CmpRules {
  const kept = rules.r.filter((rule) => !acts(rule[DETECT]) && !acts(rule[POPUP]));
  return { v: rules.v, s: rules.s, r: kept.map(withoutActs), identifyOnly: true };
}

const DETECT = 6;
const POPUP = 7;

/** `k`, `c`: click; `h`: hide; the long names are those of steps that were not shortened. */
const ACTS = [
  'k',
  'c',
  'h',
  'click',
  'waitForThenClick',
  'hide',
  'removeClass',
  'setStyle',
  'addStyle',
] as const;

const acts = (steps: CompactCMPRule[6]): boolean => {
  const text = JSON.stringify(steps);
  return ACTS.some((name) => text.includes(`"${name}":`));
};

const withoutActs = (rule: CompactCMPRule): CompactCMPRule => [
  rule[0],
  rule[1],
  rule[2],
  rule[3],
  rule[4],
  [],
  rule[DETECT],
  rule[POPUP],
  [],
  [],
  rule[10],
];
