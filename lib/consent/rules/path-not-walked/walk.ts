import { message } from '../../../core/message';
import { teller } from '../../walk/tell';
import { obstacleIn } from '../../walk/why-not';
import type { WalkRule } from '../../walk-contract';

/** A path that could not be walked is a result, with its reason, and never a skip. */
export const pathNotWalked: WalkRule = {
  id: 'path-not-walked',
  title: message('consent.walk.pathNotWalked.title'),
  source: 'A test that was not made says nothing; GDPR, art. 7(3) where the way back is missing',
  judge({ walk }) {
    const open = walk.scenarios.filter(({ state }) => state !== 'walked');
    if (open.length === 0) {
      const ids = new Set(walk.scenarios.map(({ id }) => id));
      if (ids.size === 0) {
        return [tell('needs-review', { text: message('consent.walk.pathNotWalked.reviewNone') })];
      }
      const text = message('consent.walk.pathNotWalked.pass', ids.size, walk.scenarios.length);
      return [tell('pass', { text })];
    }
    return open.map(({ id, repeat, state, obstacle, steps }) => {
      const form = state === 'partly' ? 'reviewPartly' : 'review';
      return tell('needs-review', {
        text: message(`consent.walk.pathNotWalked.${form}`, id, steps.length),
        why: [obstacleIn(obstacle)],
        part: repeat === 0 ? id : `${id}-${repeat}`,
      });
    });
  },
};

const tell = teller('path-not-walked', 'medium');
