import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { WalkCookie } from '../../../protocol/walk/step';
import { seesAllCookies } from '../../walk/limits';
import { firstRunOf, isMade, isWatched } from '../../walk/steps';
import { listOf, teller } from '../../walk/tell';
import { isKnownAnalytics, isNeeded } from '../../walk/traffic';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';

/** Cookies for analytics end within thirteen months. */
export const cookieLife: WalkRule = {
  id: 'cookie-life',
  title: message('consent.walk.cookieLife.title'),
  source: 'CNIL, guidelines of 17 September 2020, art. 5; EDPS, guidelines on cookies',
  judge(evidence) {
    const { walk, policy } = evidence;
    const steps = walk.scenarios.flatMap((scenario) => scenario.steps);
    const all = steps.flatMap(({ cookies }) => cookies).filter((one) => !isNeeded(one, policy));
    const known = all.filter(({ name, recorder }) => recorder !== null || isKnownAnalytics(name));
    const others = all.filter((one) => !known.includes(one));
    const most = policy.thresholds.cookieDays;
    const found = [...tooLong('fail', known, most), ...tooLong('needs-review', others, most)];
    if (found.length > 0) return found;
    const accepted = firstRunOf(walk, 'accept');
    if (accepted === undefined || !isMade(accepted) || !accepted.steps.every(isWatched)) {
      const text = message('consent.walk.cookieLife.reviewNotWalked');
      return [tell('needs-review', { text, why: [whyNotWalked(walk, 'accept')] })];
    }
    // A cookie whose end nobody was told of lives as long as it likes.
    if (!seesAllCookies(walk)) {
      return [tell('needs-review', { text: message('consent.walk.cookieLife.reviewNotAllowed') })];
    }
    return [withinLimit(known, evidence)];
  },
};

const tell = teller('cookie-life', 'low');

function tooLong(
  outcome: 'fail' | 'needs-review',
  cookies: readonly WalkCookie[],
  most: number,
): Finding[] {
  const long = cookies
    .filter(({ days }) => days !== null && days > most)
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0));
  const [longest] = long;
  if (longest === undefined) return [];
  const names = [...new Set(long.map(({ name }) => name))];
  const form = outcome === 'fail' ? 'fail' : 'reviewUnknown';
  const days = Math.ceil(longest.days ?? 0);
  const text = message(`consent.walk.cookieLife.${form}`, names.length, listOf(names), days, most);
  return [tell(outcome, { text, part: outcome === 'fail' ? '' : 'unknown' })];
}

function withinLimit(known: readonly WalkCookie[], { policy }: WalkEvidence): Finding {
  const names = new Set(known.map(({ name }) => name));
  const longest = Math.ceil(Math.max(0, ...known.map(({ days }) => days ?? 0)));
  const { cookieDays } = policy.thresholds;
  const text =
    names.size === 0
      ? message('consent.walk.cookieLife.passNone')
      : message('consent.walk.cookieLife.pass', names.size, longest, cookieDays);
  return tell('pass', { text });
}
