import { message } from '../core/message';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import type { NodeJudge } from './contract';
import { recorderName } from './names';
import { judgePosthog } from './posthog/judge';
import { judgeRrweb } from './rrweb/judge';
import { notImplemented, unknownJudge } from './unknown-judge';

interface Rules {
  /** The major version that the rules were held to. */
  readonly major: number;
  readonly judge: (state: RecorderState) => NodeJudge;
}

/** Recorders whose capture rules are known. */
const RULES: Readonly<Partial<Record<RecorderId, Rules>>> = {
  rrweb: { major: 2, judge: judgeRrweb },
  posthog: { major: 1, judge: judgePosthog },
};

/** Whether the capture rules of a recorder, in the version it runs in, are known at all. */
export function hasRules(state: RecorderState): boolean {
  const rules = RULES[state.id];
  return rules !== undefined && isKnownVersion(state, rules);
}

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
      rules.major,
      state.version ?? '',
    ),
  );
}

const isKnownVersion = (state: RecorderState, rules: Rules): boolean =>
  state.version === null || Number.parseInt(state.version, 10) === rules.major;

/**
 * Whether a recorder on a page records what is in a frame of it; null: can't tell. All of the known
 * ones reach into frames of the same origin; of another origin only where both sides agreed to it.
 */
export function recordsFrame(state: RecorderState, frame: { sameOrigin: boolean }): boolean | null {
  if (!hasRules(state)) return null;
  if (frame.sameOrigin) return true;
  return state.options.recordCrossOriginIframes === true ? null : false;
}
