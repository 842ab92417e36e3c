import { message } from '../../core/message';
import type { CaptureRules, Judgement } from '../contract';
import { isObject } from '../json';
import { plain } from '../judgements';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import type { Dialect } from '../rrweb/dialect';
import { familyJudge } from '../rrweb/family-judge';
import * as fixes from '../rrweb/fixes';
import { resolveOptions } from '../rrweb/options';
import { sendingAddresses } from './addresses';
import { FAMILY_DEFAULTS, SLIM_DOM } from './defaults';
import { amplitudeMasks } from './masks';
import { isOn, privacyOptions } from './options';

/** Capture rules of @amplitude/session-replay-browser 1.50. */
export const rules: CaptureRules = {
  majors: [1],
  verified: true,
  judge: ({ options }) => {
    const judge = familyJudge(amplitudeDialect(options));
    return sendingAddresses(judge, isOn(options.captureDocumentTitle));
  },
  recordsFrame: ({ crossOriginIframes }, { sameOrigin }) => {
    if (sameOrigin) return true;
    return isObject(crossOriginIframes) && isOn(crossOriginIframes.enabled) ? null : false;
  },
};

const NAME = recorderName('amplitude');

function amplitudeDialect(options: Readonly<Record<string, unknown>>): Dialect {
  const privacy = privacyOptions(options);
  const family = resolveOptions(
    {
      blockSelector: privacy.block ?? undefined,
      // Which text is masked is decided by a callback, which says itself what it is asked about.
      maskAllInputs: true,
      slimDOMOptions: SLIM_DOM,
      inlineStylesheet: options.shouldInlineStylesheet,
    },
    FAMILY_DEFAULTS,
  );
  return {
    id: 'amplitude',
    name: NAME,
    options: family,
    maxDepth: null,
    // Measured: the element is a grey box, and its document is recorded all the same.
    blockReachesFrame: false,
    selectValueReplaced: false,
    recordsJsonLd: false,
    ownMasks: amplitudeMasks(privacy, fixes.block({ options: family })),
    writeOption: (option) => option,
    pageUrl: () => null,
    ...nothingBeside('amplitude'),
    console: () => loggedOf(options.loggingConfig, 'console'),
    resourceUrl: () => loggedOf(options.loggingConfig, 'network'),
    urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
  };
}

/** Its server alone switches these on, so that no option of the page mends them. */
function loggedOf(logging: unknown, what: 'console' | 'network'): Judgement {
  const settings = isObject(logging) ? logging[what] : null;
  const isLogged = isObject(settings) && isOn(settings.enabled);
  const { console, resourceUrl } = nothingBeside('amplitude');
  if (what === 'console') {
    return isLogged ? plain(message('recorder.because.consoleRecorded', NAME), null) : console('');
  }
  return isLogged
    ? plain(message('recorder.because.resourcesRecorded', NAME), null)
    : resourceUrl('');
}
