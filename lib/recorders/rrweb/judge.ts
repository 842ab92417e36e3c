import type { RecorderState } from '../../protocol/recorders';
import type { CaptureRules } from '../contract';
import { recorderName } from '../names';
import { nothingBeside } from './beside';
import { FAMILY_DEFAULTS } from './defaults';
import type { Dialect } from './dialect';
import { familyJudge } from './family-judge';
import { recordsFrameByOption } from './frames';
import { resolveOptions } from './options';

/** Capture rules of rrweb 2.2. */
export const rules: CaptureRules = {
  majors: [2],
  verified: true,
  judge: (state) => familyJudge(rrwebDialect(state)),
  recordsFrame: recordsFrameByOption,
};

const rrwebDialect = (state: RecorderState): Dialect => ({
  id: 'rrweb',
  name: recorderName('rrweb'),
  options: resolveOptions(state.options, FAMILY_DEFAULTS),
  maxDepth: null,
  blockReachesFrame: true,
  selectValueReplaced: false,
  recordsJsonLd: false,
  writeOption: (option) => option,
  optionName: (name) => name,
  pageUrl: () => null,
  ...nothingBeside('rrweb'),
  urlFix: {
    kind: 'markup',
    text: "history.replaceState(null, '', location.pathname)",
  },
});
