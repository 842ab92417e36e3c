import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { AskedValue, CaptureRules, Judgement, NodeJudge, NodeView } from '../contract';
import { absent } from '../judgements';
import { recorderName } from '../names';
import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { Dialect } from '../rrweb/dialect';
import { familyJudge } from '../rrweb/family-judge';
import { recordsFrameByOption } from '../rrweb/frames';
import { type FamilyDefaults, resolveOptions } from '../rrweb/options';
import { clickedText, consoleText, resourceUrl, told } from './beside';
import { DEFAULT_OPTIONS, OWN_BLOCK } from './defaults';
import { type EventType, obfuscated } from './obfuscate';
import { effectiveOptions } from './options';

/** Classes that nobody can change. */
const DEFAULTS: FamilyDefaults = {
  blockClass: 'nr-block',
  maskTextClass: 'nr-mask',
  ignoreClass: 'nr-ignore',
  maskAllInputs: MASK_ALL_INPUTS,
};

/**
 * Capture rules of New Relic's browser agent 1.322. Their source is its code and that of its fork of rrweb;
 * the contract test compares them with what the real agent sends. `state.options` are the effective ones.
 */
export const rules: CaptureRules = {
  majors: [1],
  verified: true,
  judge: ({ options: given }) => {
    const options = effectiveOptions(given);
    return withClicks(familyJudge(newrelicDialect(options)), options, false);
  },
  recordsFrame: recordsFrameByOption,
};

/**
 * What a click, a key or a paste tells of an element counts where the recording covers it. In a shadow
 * root its host counts as clicked, and in a frame nothing is listened for.
 */
const withClicks = (
  judge: NodeJudge,
  options: Readonly<Record<string, unknown>>,
  inside: boolean,
): NodeJudge => ({
  enter: (view, via) => withClicks(judge.enter(view, via), options, inside || via !== 'child'),
  capture: (channel, attribute, value) => {
    if (channel === 'clicked-text' && inside) {
      return absent(message('recorder.because.clickHasNoText', NAME));
    }
    const judged = besideRecording(judge.capture(channel, attribute, value), {
      options,
      channel,
      attribute,
      value,
    });
    const heard = inside ? null : told(options, channel, value);
    if (heard === null || heard.capture === 'masked') return judged;
    // What is plain in both is mended in neither by a mark that covers the recording alone.
    return heard.capture === 'unknown' && judged.capture === 'plain' ? judged : heard;
  },
});

interface Asked {
  readonly options: Readonly<Record<string, unknown>>;
  readonly channel: Channel;
  readonly attribute: string | undefined;
  readonly value: AskedValue | undefined;
}

/** The channels that are no part of the recording, whose texts `obfuscate` rewrites. */
function besideRecording(judged: Judgement, { options, channel, attribute, value }: Asked) {
  const types = EVENTS[channel];
  if (!types) return judged;
  // Traces tell addresses without their query.
  return obfuscated(judged, options.obfuscate, attribute ? types.slice(0, 1) : types, value);
}

const EVENTS: Readonly<Partial<Record<Channel, readonly EventType[]>>> = {
  console: ['Log'],
  'resource-url': ['AjaxRequest', 'SessionTrace'],
  'clicked-text': ['UserAction'],
};

const NAME = recorderName('newrelic');

function newrelicDialect(options: Readonly<Record<string, unknown>>): Dialect {
  const given = {
    blockSelector: options.block_selector,
    maskTextSelector: options.mask_text_selector,
    maskAllInputs: options.mask_all_inputs,
    maskInputOptions: options.mask_input_options,
    slimDOMOptions: 'all',
  };
  return {
    id: 'newrelic',
    name: NAME,
    options: resolveOptions(given, DEFAULTS),
    maxDepth: null,
    // Measured: the element is a box, and its document is recorded all the same.
    blockReachesFrame: false,
    selectValueReplaced: false,
    recordsJsonLd: false,
    unmasks,
    insteadOfInvalid: {
      maskTextSelector: DEFAULT_OPTIONS.mask_text_selector,
      blockSelector: OWN_BLOCK,
    },
    closedInputTable: true,
    writeOption: (option) => `session_replay: { ${inItsNames(option)} }`,
    optionName: inItsNames,
    pageUrl: () => null,
    clickedText: () => clickedText(options),
    console: (method) => consoleText(options, method),
    resourceUrl: (parameter) => resourceUrl(options, parameter),
    urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
  };
}

/** On the element itself and nothing around it; a password stays masked (`customMasker`). */
const unmasks = (view: NodeView): boolean =>
  view.type !== 'password' &&
  (view.attribute('data-nr-unmask') !== null || view.hasClass('nr-unmask'));

const inItsNames = (option: string): string =>
  option
    .replace('maskInputOptions', 'mask_input_options')
    .replace('maskTextSelector', 'mask_text_selector');
