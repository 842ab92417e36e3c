import type { RecorderState } from '../protocol/recorders';
import type { NodeJudge } from './contract';
import { isKnownVersion, judgeBy, type RuleTable } from './judging';
import { rules as amplitude } from './rules/amplitude';
import { rules as clarity } from './rules/clarity';
import { rules as datadog } from './rules/datadog';
import { rules as documented } from './rules/documented';
import { rules as highlight } from './rules/highlight';
import { rules as mixpanel } from './rules/mixpanel';
import { rules as newrelic } from './rules/newrelic';
import { rules as openreplay } from './rules/openreplay';
import { rules as rrweb } from './rules/rrweb';
import { rules as sentry } from './rules/sentry';

/** Recorders whose capture rules are known. */
const RULES: RuleTable = {
  ...amplitude,
  ...clarity,
  ...datadog,
  ...documented,
  ...highlight,
  ...mixpanel,
  ...newrelic,
  ...openreplay,
  ...rrweb,
  ...sentry,
};

/** Whether the capture rules of a recorder, in the version it runs in, are known at all. */
export function hasRules(state: RecorderState): boolean {
  const rules = RULES[state.id];
  return rules !== undefined && isKnownVersion(state, rules);
}

/**
 * Whether the capture rules of a recorder, in the version it runs in, were held to what the real one
 * sends. Rules that only its documentation tells are no proof.
 */
export const isVerified = (state: RecorderState): boolean =>
  hasRules(state) && RULES[state.id]?.verified === true;

/**
 * Capture rules of a recorder at the document's root. Where they are not known, or not for the
 * version on the page, every value is `unknown`, with the reason.
 */
export const judgeAt = (state: RecorderState): NodeJudge => judgeBy(RULES, state);

/**
 * Whether a recorder on a page records what is in a frame of it; null: can't tell. Of another origin
 * only where both sides agreed to it.
 */
export function recordsFrame(state: RecorderState, frame: { sameOrigin: boolean }): boolean | null {
  const rules = RULES[state.id];
  if (!rules || !hasRules(state)) return null;
  return rules.recordsFrame(state.options, frame);
}
