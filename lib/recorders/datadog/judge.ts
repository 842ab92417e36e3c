import type { CaptureRules, NodeJudge } from '../contract';
import { capture } from './capture';
import { type DatadogOptions, resolveOptions } from './options';
import { type Place, rootAt, step } from './place';

/**
 * Capture rules of Datadog RUM 6.33 and 7.16. The source of every rule is `privacy.ts` of
 * browser-rum-core and the recorder's `serialization`; the contract test compares them with what the
 * real recorder sends.
 */
export const rules: CaptureRules = {
  majors: [6, 7],
  verified: true,
  judge: (state) => {
    const options = resolveOptions(state);
    return judgeOf(rootAt(options.level), options);
  },
  recordsFrame: () => false,
};

const judgeOf = (place: Place, options: DatadogOptions): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via), options),
  capture: (channel, attribute, value) => capture(place, options, channel, attribute, value),
});
