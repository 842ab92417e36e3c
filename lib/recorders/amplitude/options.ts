import { isObject, isUndefinedMark } from '../json';
import { joinSelectors } from '../rrweb/nearest';
import type { SelectorRule } from '../rrweb/options';

export const MASK_LEVELS = ['light', 'medium', 'conservative'] as const;
export type MaskLevel = (typeof MASK_LEVELS)[number];

/** `privacyConfig` of the init call, as Amplitude reads it. */
export interface PrivacyOptions {
  /** Every level that a page of the site may have: which one, its address decides. */
  readonly levels: readonly MaskLevel[];
  readonly mask: SelectorRule;
  readonly unmask: SelectorRule;
  readonly block: SelectorRule;
  /** Names of attributes that are masked where text, or the field's value, would be. */
  readonly attributes: readonly string[];
}

export function privacyOptions(options: Readonly<Record<string, unknown>>): PrivacyOptions {
  const given = isObject(options.privacyConfig) ? options.privacyConfig : {};
  const byAddress = Array.isArray(given.urlMaskLevels) ? given.urlMaskLevels : [];
  const { maskAttributes } = given;
  return {
    levels: [given.defaultMaskLevel, ...byAddress.map(levelIn)].map(levelOf),
    mask: listed(given.maskSelector),
    unmask: listed(given.unmaskSelector, '.amp-unmask'),
    block: joinSelectors(given.blockSelector),
    attributes: Array.isArray(maskAttributes)
      ? maskAttributes.filter((name) => typeof name === 'string')
      : [],
  };
}

/**
 * A list of selectors. Anything else that is set is not what it looks like: a text is taken apart
 * into its letters, each of them a selector, or the callback fails on it.
 */
function listed(given: unknown, ...always: readonly string[]): SelectorRule {
  const isSet = given !== undefined && given !== null && !isUndefinedMark(given);
  if (isSet && !Array.isArray(given)) return 'unknown-selector';
  return joinSelectors(...always, given);
}

const levelIn = (rule: unknown): unknown => (isObject(rule) ? rule.maskLevel : undefined);

/** What is no level counts as the default. */
const levelOf = (given: unknown): MaskLevel =>
  MASK_LEVELS.find((level) => level === given) ?? 'medium';

/** Whether something is switched on by name; undefined and its mark are off. */
export const isOn = (value: unknown): boolean => Boolean(value) && !isUndefinedMark(value);
