import type { CaptureRules } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import { FAMILY_DEFAULTS } from '../rrweb/defaults';
import { familyJudge } from '../rrweb/family-judge';
import { recordsFrameByOption } from '../rrweb/frames';
import { resolveOptions } from '../rrweb/options';

/**
 * Read in @statsig/session-replay 3.33.5: rrweb with the page's `rrwebConfig`, which is rrweb's own
 * defaults where there is none. Project settings may mask more. Not compared with what it sends.
 */
export const rules: CaptureRules = {
  majors: 'any',
  verified: false,
  judge: ({ options }) =>
    familyJudge({
      id: 'statsig',
      name: recorderName('statsig'),
      options: resolveOptions(options, FAMILY_DEFAULTS),
      maxDepth: null,
      blockReachesFrame: true,
      selectValueReplaced: false,
      recordsJsonLd: false,
      writeOption: (option) => `rrwebConfig: { ${option} }`,
      optionName: (name) => name,
      pageUrl: () => null,
      ...nothingBeside('statsig'),
      urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
    }),
  recordsFrame: recordsFrameByOption,
};
