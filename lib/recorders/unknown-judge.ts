import { type Message, message } from '../core/message';
import type { RecorderState } from '../protocol/recorders';
import type { NodeJudge } from './contract';
import { recorderName } from './names';

/** Answers `unknown` for every value of the page: never a pass. */
export function unknownJudge(because: Message): NodeJudge {
  const judge: NodeJudge = {
    enter: () => judge,
    capture: () => ({ capture: 'unknown', because, fix: null }),
  };
  return judge;
}

export const notImplemented = (state: RecorderState): NodeJudge =>
  unknownJudge(message('recorder.because.notImplemented', recorderName(state.id)));
