import type { CaptureRules, NodeJudge } from '../contract';
import { capture } from './capture';
import { asksForCrossOrigin, resolveOptions, type SentryOptions } from './options';
import { type Place, ROOT, step } from './place';

/** Capture rules of Sentry Replay 11; `state.options` are those of `replayIntegration`. */
export const rules: CaptureRules = {
  majors: [11],
  verified: true,
  judge: ({ options }) => judgeOf(ROOT, resolveOptions(options)),
  recordsFrame: (options, { sameOrigin }) => {
    if (sameOrigin) return true;
    // The frame has to agree, which can't be seen from here.
    return asksForCrossOrigin(options) ? null : false;
  },
};

const judgeOf = (place: Place, options: SentryOptions): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, options), options),
  capture: (channel, attribute) => capture(place, options, channel, attribute),
});
