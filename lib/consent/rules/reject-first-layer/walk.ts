import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { BannerReading } from '../../../protocol/walk/banner';
import type { Obstacle } from '../../../protocol/walk/scenarios';
import type { Walk } from '../../../protocol/walk/walk';
import { noBanner, quote, readingsOf, shown } from '../../walk/readings';
import { firstRunOf } from '../../walk/steps';
import { teller } from '../../walk/tell';
import { obstacleIn } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';

/** Refusing is offered where accepting is, and takes no more clicks. */
export const rejectFirstLayer: WalkRule = {
  id: 'reject-first-layer',
  title: message('consent.walk.rejectFirstLayer.title'),
  source:
    'EDPB cookie banner taskforce, report of 17 January 2023, type A; CNIL, recommendation of 17 September 2020; CCPA regulations § 7004(a)(2)',
  judge(evidence) {
    const { walk } = evidence;
    const { banner } = readingsOf(walk);
    // What was measured comes first: a control that vanished ends the path as one that never was.
    if (banner !== null) return [judgeBanner(banner, evidence)];
    if (obstacleOf(walk) !== 'no-control') return noBanner(tell, walk);
    return [tell('fail', { text: message('consent.walk.rejectFirstLayer.failNoControl') })];
  },
};

const tell = teller('reject-first-layer', 'high');

function judgeBanner(banner: BannerReading, { walk, policy }: WalkEvidence): Finding {
  const [reject] = shown(banner, 'reject');
  if (reject === undefined) {
    const accepts = shown(banner, 'accept').map(({ label }) => quote(label));
    const form = obstacleOf(walk) === 'no-control' ? 'failNoControl' : 'fail';
    const text = message(`consent.walk.rejectFirstLayer.${form}`);
    const why = [
      message('consent.walk.rejectFirstLayer.controls', banner.controls.length, accepts.join(', ')),
    ];
    return tell('fail', { text, why, selector: banner.selector });
  }
  const label = quote(reject.label);
  const { selector } = reject;
  if (!shown(banner, 'reject').some(({ hittable }) => hittable)) {
    return tell('fail', {
      text: message('consent.walk.rejectFirstLayer.failCovered', label),
      selector,
    });
  }
  const obstacle = obstacleOf(walk);
  if (obstacle === 'no-control') {
    const text = message('consent.walk.rejectFirstLayer.failGone', label);
    return tell('fail', { text, selector });
  }
  if (obstacle !== null && UNUSABLE.has(obstacle)) {
    const text = message('consent.walk.rejectFirstLayer.failPress', label);
    return tell('fail', { text, why: [obstacleIn(obstacle)], selector });
  }
  const { reject: refusing, accept: accepting } = clicksOf(walk);
  if (refusing === null || accepting === null) {
    return tell('needs-review', {
      text: message('consent.walk.rejectFirstLayer.reviewClicks', label),
      selector,
    });
  }
  const isMore = refusing > accepting + policy.thresholds.extraClicks;
  const text = isMore
    ? message('consent.walk.rejectFirstLayer.failClicks', refusing, accepting)
    : message('consent.walk.rejectFirstLayer.pass', label, refusing, accepting);
  return tell(isMore ? 'fail' : 'pass', { text, selector });
}

const UNUSABLE: ReadonlySet<Obstacle> = new Set(['control-covered', 'control-moves', 'no-effect']);

const obstacleOf = ({ scenarios }: Walk): Obstacle | null =>
  scenarios.find(({ id }) => id === 'reject')?.obstacle ?? null;

const clicksOf = (walk: Walk) => ({
  reject: firstRunOf(walk, 'reject')?.clicks ?? null,
  accept: firstRunOf(walk, 'accept')?.clicks ?? null,
});
