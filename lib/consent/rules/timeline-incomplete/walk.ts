import { message } from '../../../core/message';
import { placeOf, teller } from '../../walk/tell';
import { tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';
import { timelineIncomplete } from './rule';

/** Steps that were not watched from their first moment, or not kept whole, prove no absence. */
export const timelineIncompleteOnWalk: WalkRule = {
  id: timelineIncomplete.id,
  title: timelineIncomplete.title,
  source: timelineIncomplete.source,
  judge({ walk }) {
    const traces = tracesOf(walk);
    const blind = traces.filter(({ watched }) => !watched);
    if (traces.length > 0 && blind.length === 0) {
      const text = message('consent.walk.timelineIncomplete.pass', traces.length);
      return [tell('pass', { text })];
    }
    const dropped = traces.reduce(
      (sum, { step }) => sum + step.requestsDropped + step.timeline.dropped,
      0,
    );
    const text = message(
      'consent.walk.timelineIncomplete.review',
      blind.length,
      traces.length,
      dropped,
    );
    return [tell('needs-review', { text, why: blind.slice(0, 8).map(placeOf) })];
  },
};

const tell = teller(timelineIncomplete.id, 'medium');
