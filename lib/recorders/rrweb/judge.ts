import type { RecorderState } from '../../protocol/recorders';
import type { NodeJudge } from '../contract';
import { recorderName } from '../names';
import { FAMILY_DEFAULTS } from './defaults';
import type { Dialect } from './dialect';
import { familyJudge } from './family-judge';
import { resolveOptions } from './options';

/** Capture rules of rrweb 2.2 at the document's root. */
export const judgeRrweb = (state: RecorderState): NodeJudge => familyJudge(rrwebDialect(state));

const rrwebDialect = (state: RecorderState): Dialect => ({
  id: 'rrweb',
  name: recorderName('rrweb'),
  options: resolveOptions(state.options, FAMILY_DEFAULTS),
  maxDepth: null,
  blockReachesFrame: true,
  selectValueReplaced: false,
  recordsJsonLd: false,
  writeOption: (option) => option,
  pageUrl: () => null,
  urlFix: {
    kind: 'markup',
    text: "history.replaceState(null, '', location.pathname)",
  },
});
