import { message } from '../../../core/message';
import { recorderName } from '../../../recorders/names';
import { deedsOf, describeDeeds } from '../../walk/deeds';
import { teller } from '../../walk/tell';
import { recordersOfWalk, tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';

/** Messages of another person are not recorded because this one agreed. */
export const otherPartyRecorded: WalkRule = {
  id: 'other-party-recorded',
  title: message('consent.walk.otherPartyRecorded.title'),
  source: 'Directive 2002/58/EC, art. 5(1): consent of the users concerned, all of them',
  judge({ walk, policy }) {
    const traces = tracesOf(walk);
    const recorders = recordersOfWalk(walk);
    if (recorders.length === 0) {
      const isSeen =
        traces.some(({ decided }) => decided === 'granted') &&
        traces.every(({ watched }) => watched);
      const form = isSeen ? 'pass' : 'reviewUnseen';
      const text = message(`consent.walk.otherPartyRecorded.${form}`, traces.length);
      return [tell(isSeen ? 'pass' : 'needs-review', { text })];
    }
    return recorders.map((recorder) => {
      const sent = deedsOf(recorder, traces).filter(({ what }) => what === 'ingest');
      const name = recorderName(recorder);
      if (sent.length === 0) {
        const text = message('consent.walk.otherPartyRecorded.reviewSilent', name);
        return tell('needs-review', { recorder, text, severity: 'medium' });
      }
      return tell(policy.otherParty, {
        recorder,
        text: message('consent.walk.otherPartyRecorded.records', sent.length, name),
        why: describeDeeds(recorder, sent),
        at: sent[0]?.t ?? null,
      });
    });
  },
};

const tell = teller('other-party-recorded', 'critical');
