import { message } from '../../core/message';
import type { RecorderId, RecorderState } from '../../protocol/recorders';
import type { CaptureRules, NodeJudge } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import type { Dialect } from '../rrweb/dialect';
import { unknownJudge } from '../unknown-judge';
import { type Beside, highlightBeside } from './beside';
import { capture, type Rules } from './capture';
import { type HighlightOptions, resolve } from './options';
import { type Place, rootFor, step } from './place';

/**
 * Capture rules of highlight.run 10. Their source is its copy of rrweb and the call that starts it;
 * the contract test compares them with what the real recorder sends.
 */
export const rules: CaptureRules = {
  majors: [10],
  verified: true,
  judge: (state) => judgeFor(state, highlightBeside(recorderName('highlight'), state.options)),
  recordsFrame,
};

/** The judge of a recorder that runs Highlight's copy of rrweb, at the document's root. */
export function judgeFor({ id, options: given }: RecorderState, beside: Beside): NodeJudge {
  const options = resolve(given);
  const name = recorderName(id);
  if (!options.privacy) {
    return unknownJudge(message('recorder.because.optionUnread', name, 'privacySetting'));
  }
  return judgeOf(rootFor(options), { dialect: dialectOf(id, options), options, beside });
}

/** rrweb's own rules hold for frames; the option has a name of its own. */
export function recordsFrame(
  options: Readonly<Record<string, unknown>>,
  { sameOrigin }: { readonly sameOrigin: boolean },
): boolean | null {
  if (sameOrigin) return true;
  return options.recordCrossOriginIframe === true ? null : false;
}

const judgeOf = (place: Place, rules: Rules): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, rules.dialect, rules.options), rules),
  capture: (channel, attribute = '', value) => capture(place, rules, channel, attribute, value),
});

const dialectOf = (id: RecorderId, { family }: HighlightOptions): Dialect => ({
  id,
  name: recorderName(id),
  options: family,
  maxDepth: null,
  // Measured: the element is a grey box, and its document is recorded all the same.
  blockReachesFrame: false,
  selectValueReplaced: false,
  recordsJsonLd: false,
  writeOption: (option) => option,
  pageUrl: () => null,
  ...nothingBeside(id),
  urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
});
