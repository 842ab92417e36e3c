import { message } from '../../core/message';
import type { CaptureRules } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import type { Dialect } from '../rrweb/dialect';
import { familyJudge } from '../rrweb/family-judge';
import { recordsFrameByOption } from '../rrweb/frames';
import { resolveOptions } from '../rrweb/options';
import { FAMILY_DEFAULTS, MASKED_URL_PARAMS, MAX_DEPTH } from './defaults';

/** Capture rules of posthog-js 1.449; `state.options` are the effective ones. */
export const rules: CaptureRules = {
  majors: [1],
  verified: true,
  judge: ({ options }) => familyJudge(posthogDialect(options)),
  recordsFrame: recordsFrameByOption,
};

const NAME = recorderName('posthog');

function posthogDialect(options: Readonly<Record<string, unknown>>): Dialect {
  return {
    id: 'posthog',
    name: NAME,
    options: resolveOptions(options, FAMILY_DEFAULTS),
    maxDepth: MAX_DEPTH,
    // Measured: the element is a grey box, and its document is recorded all the same.
    blockReachesFrame: false,
    blockReachesLateRoot: true,
    selectValueReplaced: true,
    recordsJsonLd: options.captureJsonLd === true,
    writeOption: (option) => `session_recording: { ${option} }`,
    optionName: (name) => name,
    pageUrl: (parameter) => pageUrl(options, parameter),
    ...nothingBeside('posthog'),
    urlFix: {
      kind: 'option',
      text: "session_recording: { maskCapturedNetworkRequestFn: (request) => ({ ...request, name: request.name?.split('?')[0] }) }",
    },
  };
}

/** posthog-js rewrites the page's address before it is recorded, if it is told to. */
function pageUrl(
  options: Readonly<Record<string, unknown>>,
  parameter: string | undefined,
): ReturnType<Dialect['pageUrl']> {
  const callback = ['maskCapturedNetworkRequestFn', 'maskNetworkRequestFn'].find(
    (name) => options[name],
  );
  if (callback) {
    return {
      capture: 'unknown',
      because: message('recorder.because.optionUnread', NAME, callback),
    };
  }
  if (parameter === '#' && options.disable_capture_url_hashes === true) {
    return { capture: 'absent', because: message('recorder.because.urlHashStripped', NAME) };
  }
  if (parameter && options.mask_personal_data_properties === true) {
    const own = options.custom_personal_data_properties;
    const names = [...MASKED_URL_PARAMS, ...(Array.isArray(own) ? own : [])];
    if (names.includes(parameter)) {
      return {
        capture: 'masked',
        because: message('recorder.because.urlParameterMasked', NAME, parameter),
      };
    }
  }
  return null;
}
