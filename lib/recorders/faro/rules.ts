import type { CaptureRules } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from '../rrweb/beside';
import { MASK_ALL_INPUTS } from '../rrweb/defaults';
import { familyJudge } from '../rrweb/family-judge';
import { recordsFrameByOption } from '../rrweb/frames';
import { type FamilyDefaults, resolveOptions } from '../rrweb/options';

const DEFAULTS: FamilyDefaults = {
  blockClass: 'grafana-block',
  maskTextClass: 'grafana-mask',
  ignoreClass: 'grafana-ignore',
  maskAllInputs: MASK_ALL_INPUTS,
};

/**
 * Read in @grafana/faro-instrumentation-replay 2.12.1: a fork of rrweb that masks all inputs and all
 * text unless told otherwise. Not compared with what it sends.
 */
export const rules: CaptureRules = {
  majors: 'any',
  verified: false,
  judge: ({ options }) =>
    familyJudge({
      id: 'faro',
      name: recorderName('faro'),
      options: resolveOptions({ maskAllInputs: true, maskTextSelector: '*', ...options }, DEFAULTS),
      maxDepth: null,
      blockReachesFrame: true,
      selectValueReplaced: false,
      recordsJsonLd: false,
      writeOption: (option) => `new ReplayInstrumentation({ ${option} })`,
      optionName: (name) => name,
      pageUrl: () => null,
      ...nothingBeside('faro'),
      urlFix: { kind: 'markup', text: "history.replaceState(null, '', location.pathname)" },
    }),
  recordsFrame: recordsFrameByOption,
};
