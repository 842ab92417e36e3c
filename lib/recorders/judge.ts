import { message } from '../core/message';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import { rules as contentsquare } from './contentsquare/rules';
import type { CaptureRules, NodeJudge } from './contract';
import { rules as datadog } from './datadog/judge';
import { rules as dynatrace } from './dynatrace/rules';
import { rules as faro } from './faro/rules';
import { rules as fullstory } from './fullstory/rules';
import { rules as glassbox } from './glassbox/rules';
import { rules as heap } from './heap/rules';
import { rules as hotjar } from './hotjar/rules';
import { rules as inspectlet } from './inspectlet/rules';
import { rules as logrocket } from './logrocket/rules';
import { rules as luckyorange } from './luckyorange/rules';
import { rules as matomo } from './matomo/rules';
import { rules as mouseflow } from './mouseflow/rules';
import { recorderName } from './names';
import { rules as newrelic } from './newrelic/judge';
import { rules as openreplay } from './openreplay/judge';
import { rules as pendo } from './pendo/rules';
import { rules as posthog } from './posthog/judge';
import { rules as quantummetric } from './quantummetric/rules';
import { rules as rrweb } from './rrweb/judge';
import { rules as smartlook } from './smartlook/rules';
import { rules as statsig } from './statsig/rules';
import { notImplemented, unknownJudge } from './unknown-judge';
import { rules as yandex } from './yandex/rules';

/** Recorders whose capture rules are known. */
const RULES: Readonly<Partial<Record<RecorderId, CaptureRules>>> = {
  rrweb,
  posthog,
  datadog,
  newrelic,
  logrocket,
  fullstory,
  hotjar,
  contentsquare,
  heap,
  mouseflow,
  smartlook,
  luckyorange,
  inspectlet,
  matomo,
  yandex,
  dynatrace,
  statsig,
  faro,
  pendo,
  quantummetric,
  glassbox,
  openreplay,
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
export function judgeAt(state: RecorderState): NodeJudge {
  const rules = RULES[state.id];
  if (!rules) return notImplemented(state);
  if (isKnownVersion(state, rules)) return rules.judge(state);
  return unknownJudge(
    message(
      'recorder.because.otherVersion',
      recorderName(state.id),
      rules.majors === 'any' ? '' : rules.majors.join(', '),
      state.version ?? '',
    ),
  );
}

/**
 * Whether a recorder on a page records what is in a frame of it; null: can't tell. Of another origin
 * only where both sides agreed to it.
 */
export function recordsFrame(state: RecorderState, frame: { sameOrigin: boolean }): boolean | null {
  const rules = RULES[state.id];
  if (!rules || !hasRules(state)) return null;
  return rules.recordsFrame(state.options, frame);
}

const isKnownVersion = ({ version }: RecorderState, { majors }: CaptureRules): boolean =>
  version === null || majors === 'any' || majors.includes(Number.parseInt(version, 10));
