import { createTranslator } from '../../core/translator';
import type { Finding } from '../../protocol/findings';
import type { Walk } from '../../protocol/walk/walk';
import { runWalkRules } from '../rules/walk-rules';
import type { ConsentWalkPolicy } from '../walk-policy';
import { evidenceOf } from './walk';

const say = createTranslator();

export const textOf = ({ text }: Finding): string => say(text.id, text.params);

/** What one rule finds on a walk. */
export const findingsOf = (
  rule: string,
  walk: Walk,
  policy: Partial<ConsentWalkPolicy> = {},
): Finding[] => runWalkRules(evidenceOf(walk, policy)).filter((finding) => finding.rule === rule);

/** The same, as `outcome: sentence`. */
export const tellsOf = (...args: Parameters<typeof findingsOf>): string[] =>
  findingsOf(...args).map((finding) => `${finding.outcome}: ${textOf(finding)}`);

export const outcomesOf = (...args: Parameters<typeof findingsOf>): Finding['outcome'][] =>
  findingsOf(...args).map(({ outcome }) => outcome);
