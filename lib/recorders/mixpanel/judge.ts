import { message } from '../../core/message';
import type { CaptureRules, Judgement } from '../contract';
import { isObject } from '../json';
import { absent, plain } from '../judgements';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import type { Dialect } from '../rrweb/dialect';
import { familyJudge } from '../rrweb/family-judge';
import { resolveOptions } from '../rrweb/options';
import { FAMILY_DEFAULTS } from './defaults';
import { mixpanelMasks } from './masks';
import { effectiveOptions } from './options';

/** Capture rules of mixpanel-browser 2.83. */
export const rules: CaptureRules = {
  majors: [2],
  verified: true,
  judge: ({ options }) => familyJudge(mixpanelDialect(effectiveOptions(options))),
  recordsFrame: (options, { sameOrigin }) => {
    if (sameOrigin) return true;
    const origins = options.record_allowed_iframe_origins;
    return Array.isArray(origins) && origins.length > 0 ? null : false;
  },
};

const NAME = recorderName('mixpanel');

function mixpanelDialect(options: Readonly<Record<string, unknown>>): Dialect {
  const given = {
    blockClass: options.record_block_class,
    blockSelector: options.record_block_selector,
    // All is handed to callbacks, which decide.
    maskTextSelector: '*',
    maskAllInputs: true,
  };
  const family = resolveOptions(given, FAMILY_DEFAULTS);
  const resolved = {
    ...family,
    blockClassName: family.blockClass('mp-block') === true ? 'mp-block' : family.blockClassName,
  };
  return {
    id: 'mixpanel',
    name: NAME,
    options: resolved,
    maxDepth: null,
    // Measured: the element is a grey box, and its document is recorded all the same.
    blockReachesFrame: false,
    selectValueReplaced: false,
    recordsJsonLd: false,
    masksPlaceholders: true,
    ownMasks: mixpanelMasks(options, resolved),
    writeOption: (option) => option,
    pageUrl: () => null,
    ...nothingBeside('mixpanel'),
    console: () =>
      options.record_console ? told('console', 'record_console') : quiet('noConsole'),
    resourceUrl: () =>
      options.record_network ? told('resources', 'record_network') : quiet('noResources'),
    clickedText: () => clickedText(options.autocapture),
    urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
  };
}

/** Autocapture sends events beside the recording; their text knows no mask, only `mp-sensitive`. */
function clickedText(autocapture: unknown): Judgement {
  if (!isObject(autocapture) || !autocapture.capture_text_content) {
    return absent(message('recorder.because.clickHasNoText', NAME));
  }
  return plain(message('recorder.because.clickText', NAME), {
    kind: 'option',
    text: 'autocapture: { capture_text_content: false }',
    effect: message('recorder.fix.clickTextOff'),
    options: { autocapture: { capture_text_content: false } },
  });
}

const quiet = (because: 'noConsole' | 'noResources'): Judgement =>
  absent(message(`recorder.because.${because}`, NAME));

const told = (what: 'console' | 'resources', option: string): Judgement =>
  plain(message(`recorder.because.${what}Recorded`, NAME), {
    kind: 'option',
    text: `${option}: false`,
    effect: message(`recorder.fix.${what}Off`),
    options: { [option]: false },
  });
