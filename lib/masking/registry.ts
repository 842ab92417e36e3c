import type { Finding } from '../protocol/findings';
import { clearedValue } from './cleared-value';
import { clickSideChannel } from './click-side-channel';
import type { MaskingArtifacts, MaskingRule } from './contract';
import { evidenceTruncated } from './evidence-truncated';
import { exposedAttribute } from './exposed-attribute';
import { exposedField } from './exposed-field';
import { exposedText } from './exposed-text';
import { frameNotAudited } from './frame-not-audited';
import { hiddenValue } from './hidden-value';
import { ignoreMistaken } from './ignore-mistaken';
import { maskNotReaching } from './mask-not-reaching';
import { maskTooLate } from './mask-too-late';
import { optionsAssumed } from './options-assumed';
import { overMasked } from './over-masked';
import { partialLook } from './partial-look';
import { personalTitle } from './personal-title';
import { personalUrl } from './personal-url';
import { predictionDisagrees } from './prediction-disagrees';
import { recorderUnknown } from './recorder-unknown';
import { revealedPassword } from './revealed-password';

/** Every rule of the masking half and of its coverage. */
export const MASKING_RULES: readonly MaskingRule[] = [
  exposedField,
  exposedText,
  exposedAttribute,
  personalUrl,
  personalTitle,
  hiddenValue,
  clearedValue,
  revealedPassword,
  maskNotReaching,
  maskTooLate,
  ignoreMistaken,
  clickSideChannel,
  overMasked,
  predictionDisagrees,
  recorderUnknown,
  optionsAssumed,
  frameNotAudited,
  evidenceTruncated,
  partialLook,
];

/**
 * The version of the rules that a clearance was given under. Raise it whenever a rule, a severity or
 * a threshold changes what an audit would say: clearances of older versions then no longer hold.
 */
export const RULE_SET = '2026.11.4';

/** Applies every rule. The same artifacts give the same findings, in the same order. */
export function runMaskingRules(artifacts: MaskingArtifacts): Finding[] {
  return MASKING_RULES.flatMap((rule) => rule.check(artifacts));
}

/** Whether a person's answer may settle a finding of this rule. */
export function isResolvable(rule: string): boolean {
  return MASKING_RULES.find(({ id }) => id === rule)?.resolvable ?? true;
}
