import type { CaptureRules, NodeJudge } from '../contract';
import { capture } from './capture';
import { type OpenreplayOptions, resolveOptions } from './options';
import { type Place, rootFor, step } from './place';

/**
 * Capture rules of @openreplay/tracker 19. The source of every rule is its `sanitizer`, `observer`
 * and `input` modules; the contract test compares them with what the real tracker sends.
 */
export const rules: CaptureRules = {
  majors: [19],
  verified: true,
  judge: (state) => {
    const options = resolveOptions(state.options);
    return judgeOf(rootFor(options), options);
  },
  recordsFrame: (options, { sameOrigin }) => {
    const { frames, crossdomain } = {
      ...resolveOptions(options),
      crossdomain: options.crossdomain,
    };
    // A mark on the frame itself can turn it round either way; another origin has to agree.
    if (sameOrigin) return frames ? true : null;
    return typeof crossdomain === 'object' && crossdomain !== null ? null : false;
  },
};

const judgeOf = (place: Place, options: OpenreplayOptions): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, options), options),
  capture: (channel, attribute, value) => capture(place, options, channel, attribute, value),
});
