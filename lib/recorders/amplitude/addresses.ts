import { message } from '../../core/message';
import type { Judgement, NodeJudge, NodeView } from '../contract';
import { plain } from '../judgements';
import { recorderName } from '../names';
import * as fixes from '../rrweb/fixes';

const NAME = recorderName('amplitude');

/**
 * Beside the snapshot go the address of the document and of every frame whose document is recorded,
 * blocked frames among them, and where it is asked for their titles, whatever is masked.
 */
export function sendingAddresses(
  judge: NodeJudge,
  withTitle: boolean,
  view: NodeView | null = null,
): NodeJudge {
  return {
    enter: (inner, via) => sendingAddresses(judge.enter(inner, via), withTitle, inner),
    capture: (channel, attribute, value) => {
      const judgement = judge.capture(channel, attribute, value);
      if (channel === 'document-title' && withTitle) return TITLE;
      const isFrame = channel === 'src' && view?.tag === 'iframe' && (attribute || 'src') === 'src';
      return isFrame && !UNSEEN.has(judgement.because.id) ? FRAME : judgement;
    },
  };
}

/** Why a frame has no document in the recording. */
const UNSEEN: ReadonlySet<string> = new Set([
  'recorder.because.blockedAbove',
  'recorder.because.closedRoot',
]);

const FRAME: Judgement = plain(
  message('recorder.because.frameAddressSent', NAME),
  fixes.remove('remove from the address'),
);

const TITLE: Judgement = plain(message('recorder.because.titleWithAddress', NAME), {
  kind: 'option',
  text: 'captureDocumentTitle: false',
  effect: message('recorder.fix.titleOff'),
  options: { captureDocumentTitle: false },
});
