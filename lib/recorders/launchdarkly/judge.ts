import { message } from '../../core/message';
import type { CaptureRules } from '../contract';
import { type Beside, clickedText } from '../highlight/beside';
import { judgeFor, recordsFrame } from '../highlight/judge';
import { isUndefinedMark } from '../json';
import { absent } from '../judgements';
import { recorderName } from '../names';
import { DEFAULT_OPTIONS } from './defaults';

/**
 * Capture rules of @launchdarkly/session-replay 1, which is Highlight's recorder with a default of
 * its own. It gives the version of that recorder, so the majors are those of highlight.run.
 */
export const rules: CaptureRules = {
  majors: [10],
  verified: true,
  judge: (state) => judgeFor({ ...state, options: withDefault(state.options) }, BESIDE),
  recordsFrame,
};

/** Whatever is not set is strict, `null` and `undefined` among it. */
const withDefault = (given: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...given,
  privacySetting: isUnset(given.privacySetting)
    ? DEFAULT_OPTIONS.privacySetting
    : given.privacySetting,
});

const isUnset = (setting: unknown): boolean =>
  setting === undefined || setting === null || isUndefinedMark(setting);

const NAME = recorderName('launchdarkly');

/** Console and requests are left to LaunchDarkly's other package, `observability`. */
const BESIDE: Beside = {
  clickedText: clickedText(NAME),
  console: () => absent(message('recorder.because.noConsole', NAME)),
  resourceUrl: () => absent(message('recorder.because.noResources', NAME)),
};
