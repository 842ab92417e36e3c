import { message } from '../../../core/message';
import { recorderName } from '../../../recorders/names';
import { startAfterChoice } from '../../fixes';
import { asksForConsent } from '../../signals';
import { deedsOf, describeDeeds } from '../../walk/deeds';
import { readingsOf } from '../../walk/readings';
import { teller } from '../../walk/tell';
import { recordersOfWalk, tracesOf } from '../../walk/trace';
import type { WalkRule } from '../../walk-contract';
import { noConsentAsked } from './rule';

/** A recorder is active, and on no path a banner or a signal of a consent platform showed itself. */
export const noConsentAskedOnWalk: WalkRule = {
  id: noConsentAsked.id,
  title: noConsentAsked.title,
  source: noConsentAsked.source,
  judge({ walk, policy }) {
    const traces = tracesOf(walk);
    const { banner } = readingsOf(walk);
    const asked = traces.filter(({ step }) => asksForConsent(step.timeline)).length;
    if (banner !== null || asked > 0) {
      const text = message('consent.walk.noConsentAsked.pass', banner?.cmp ?? '—', asked);
      return [tell('pass', { text })];
    }
    return recordersOfWalk(walk).flatMap((recorder) => {
      const deeds = deedsOf(recorder, traces);
      if (deeds.length === 0) return [];
      const isWatched = traces.every(({ watched }) => watched);
      const isFail = policy.consentRequired && isWatched;
      const form = isFail ? 'fail' : 'review';
      return [
        tell(isFail ? 'fail' : 'needs-review', {
          recorder,
          text: message(`consent.rule.noConsentAsked.${form}`, recorderName(recorder)),
          why: describeDeeds(recorder, deeds),
          fix: startAfterChoice(recorder),
          at: deeds[0]?.t ?? null,
        }),
      ];
    });
  },
};

const tell = teller(noConsentAsked.id, 'high');
