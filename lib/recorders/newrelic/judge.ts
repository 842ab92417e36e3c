import type { CaptureRules, NodeView } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import type { Dialect } from '../rrweb/dialect';
import { familyJudge } from '../rrweb/family-judge';
import { recordsFrameByOption } from '../rrweb/frames';
import { type FamilyDefaults, resolveOptions } from '../rrweb/options';

/** Classes that nobody can change. */
const DEFAULTS: FamilyDefaults = {
  blockClass: 'nr-block',
  maskTextClass: 'nr-mask',
  ignoreClass: 'nr-ignore',
  maskAllInputs: MASK_ALL_INPUTS,
};

/**
 * Capture rules of New Relic's browser agent 1.322, read in its code and in that of its fork of rrweb;
 * nobody has compared them with what it sends. `state.options` are the effective ones.
 */
export const rules: CaptureRules = {
  majors: [1],
  verified: false,
  judge: ({ options }) => familyJudge(newrelicDialect(options)),
  recordsFrame: recordsFrameByOption,
};

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
    name: recorderName('newrelic'),
    options: resolveOptions(given, DEFAULTS),
    maxDepth: null,
    blockReachesFrame: true,
    selectValueReplaced: false,
    recordsJsonLd: false,
    unmasks,
    writeOption: (option) => `session_replay: { ${inItsNames(option)} }`,
    pageUrl: () => null,
    ...nothingBeside('newrelic'),
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
