import { message } from '../../../core/message';
import { isMade, runsOf } from '../../walk/steps';
import { placeOf, teller } from '../../walk/tell';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkRule } from '../../walk-contract';

/** Who has refused is not asked again on the next pages. */
export const rePrompt: WalkRule = {
  id: 're-prompt',
  title: message('consent.walk.rePrompt.title'),
  source:
    'GDPR, recital 32 (not unnecessarily disruptive); CNIL, recommendation of 17 September 2020; EDPB Guidelines 3/2022, continuous prompting',
  judge({ walk }) {
    const runs = runsOf(walk, 'reject').filter(isMade);
    const loads = runs.flatMap((scenario) =>
      scenario.steps.filter(({ id }) => RELOADS.has(id)).map((step) => ({ scenario, step })),
    );
    if (loads.length === 0) {
      const text = message('consent.walk.rePrompt.reviewNotWalked');
      return [tell('needs-review', { text, why: [whyNotWalked(walk, 'reject')] })];
    }
    const again = loads.filter(({ step }) => step.banner?.visible === true || step.bannerAtEnd);
    if (again.length > 0) {
      const text = message('consent.walk.rePrompt.fail', again.length, loads.length);
      const why = again.slice(0, 5).map(placeOf);
      return [tell('fail', { text, why, at: again[0]?.step.startedAt ?? null })];
    }
    // A banner comes late at times: a load that ended at once would have missed it.
    const wait = walk.vantage.waits.banner;
    const long = loads.filter(({ step }) => step.endedAt - step.startedAt >= Math.min(wait, 2_000));
    const seen = new Set<string>(long.map(({ step }) => step.id));
    const isSeen = [...RELOADS].every((id) => seen.has(id));
    const text = isSeen
      ? message('consent.walk.rePrompt.pass', long.length)
      : message('consent.walk.rePrompt.reviewFew', seen.size, RELOADS.size);
    return [tell(isSeen ? 'pass' : 'needs-review', { text })];
  },
};

const tell = teller('re-prompt', 'medium');

const RELOADS: ReadonlySet<string> = new Set(['reload', 'reload-2', 'reload-3']);
