import { message } from '../../core/message';
import type { CaptureRules, NodeJudge } from '../contract';
import { unknownJudge } from '../unknown-judge';
import { capture } from './capture';
import { NAME } from './judgements';
import { type ClarityOptions, resolveOptions } from './options';
import { type Place, rootFor, step } from './place';

/**
 * Capture rules of clarity-js 0.8. The source of every rule is its `layout/dom`, `layout/node` and
 * `core/scrub` modules; the contract test compares them with what the real recorder sends.
 */
export const rules: CaptureRules = {
  majors: [0],
  verified: true,
  judge: (state) => {
    // Before 1.0 it is the second number that tells versions with other rules apart.
    if (state.version !== null && !state.version.startsWith(`${MINOR}.`)) {
      return unknownJudge(message('recorder.because.otherVersion', NAME, MINOR, state.version));
    }
    const options = resolveOptions(state.options);
    return judgeOf(rootFor(options), options);
  },
  recordsFrame: (_, { sameOrigin }) => sameOrigin,
};

const MINOR = '0.8';

const judgeOf = (place: Place, options: ClarityOptions): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, options), options),
  capture: (channel, attribute, value) => capture(place, options, channel, attribute, value),
});
