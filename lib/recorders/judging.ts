import { message } from '../core/message';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import type { CaptureRules, NodeJudge } from './contract';
import { recorderName } from './names';
import { notImplemented, unknownJudge } from './unknown-judge';

/** Capture rules by recorder: all of them, or those that a page's scan was given. */
export type RuleTable = Readonly<Partial<Record<RecorderId, CaptureRules>>>;

/** Capture rules of a recorder at the document's root. */
export type JudgeAt = (state: RecorderState) => NodeJudge;

/**
 * Judges by the rules of a table. Where they are not known, or not for the version on the page, every
 * value is `unknown`, with the reason.
 */
export function judgeBy(table: RuleTable, state: RecorderState): NodeJudge {
  const rules = table[state.id];
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

/** Whether the rules hold for the version that a recorder runs in. */
export const isKnownVersion = ({ version }: RecorderState, { majors }: CaptureRules): boolean =>
  version === null || majors === 'any' || majors.includes(Number.parseInt(version, 10));
