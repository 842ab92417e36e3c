import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { RecorderId } from '../../../protocol/recorders';
import type { Walk, WalkScenario } from '../../../protocol/walk/walk';
import { recorderName } from '../../../recorders/names';
import { stopOnRefusal } from '../../fixes';
import { absenceOf } from '../../walk/control';
import { type Deed, deedsOf, describeDeeds, inSeconds } from '../../walk/deeds';
import { seesAllCookies } from '../../walk/limits';
import { runsOf, stepOf } from '../../walk/steps';
import { listOf, placeOf, teller } from '../../walk/tell';
import { recordersOfWalk, type StepTrace, tracesOf } from '../../walk/trace';
import { endsOf, isAfterGrace, remainsOf } from '../../walk/what-is-left';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';

/** Consent can be withdrawn as easily as it is given, and then recorders stop and their cookies go. */
export const withdrawal: WalkRule = {
  id: 'withdrawal',
  title: message('consent.walk.withdrawal.title'),
  source: 'GDPR, art. 7(3); EDPB Guidelines 05/2020 on consent, §§ 112–118',
  judge(evidence) {
    const { walk, policy } = evidence;
    const run = runsOf(walk, 'withdraw').find((one) => stepOf(one, 'withdrawn') !== undefined);
    // Looked for and not found is kept as a step as well.
    if (run === undefined || run.obstacle === 'no-withdrawal') return [notWithdrawn(walk)];
    const traces = tracesOf(walk).filter(
      ({ scenario, decided, step }) =>
        scenario.id === 'withdraw' && decided === 'denied' && stepOf(scenario, step.id) === step,
    );
    return [
      clicks(run, walk, policy.thresholds.withdrawalClicks),
      ...recordersOfWalk(walk).map((id) => judgeOne(id, traces, evidence)),
      cookies(traces, evidence),
    ];
  },
};

const tell = teller('withdrawal', 'high');

function notWithdrawn(walk: Walk): Finding {
  const path = walk.scenarios.find(({ id }) => id === 'withdraw');
  const isMissing = path?.obstacle === 'no-withdrawal';
  const text = message(
    isMissing ? 'consent.walk.withdrawal.failNoWay' : 'consent.walk.withdrawal.reviewNotWalked',
  );
  const why = [whyNotWalked(walk, 'withdraw')];
  return tell(isMissing ? 'fail' : 'needs-review', { text, why, part: 'clicks' });
}

function clicks(run: WalkScenario, walk: Walk, extra: number): Finding {
  const withdrawing = stepOf(run, 'withdrawn')?.clicks.length ?? 0;
  const given = stepOf(run, 'after')?.clicks.length || runsOf(walk, 'accept')[0]?.clicks || 0;
  if (withdrawing === 0 || given === 0) {
    return tell('needs-review', {
      text: message('consent.walk.withdrawal.reviewClicks', withdrawing, given),
      part: 'clicks',
    });
  }
  const isMore = withdrawing > given + extra;
  const form = isMore ? 'failClicks' : 'passClicks';
  const text = message(`consent.walk.withdrawal.${form}`, withdrawing, given, extra);
  return tell(isMore ? 'fail' : 'pass', { text, part: 'clicks' });
}

function judgeOne(
  recorder: RecorderId,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const { withdrawalMs, watchMs, power } = policy.thresholds;
  const name = recorderName(recorder);
  const deeds = deedsOf(recorder, traces).filter(({ trace, t }) => isAfterGrace(trace, t, policy));
  const later = deeds.filter(({ trace }) => trace.step.id !== 'withdrawn');
  const reloaded = traces.filter(
    ({ step, watched, from }) => step.id === 'reload' && watched && step.endedAt - from >= watchMs,
  );
  const [first] = later.length > 0 ? later : deeds;
  if (first !== undefined) {
    const isForGood = later.length > 0 || reloaded.length === 0;
    return tell(isForGood ? 'fail' : 'needs-review', {
      ...{
        recorder,
        at: first.t,
        fix: stopOnRefusal(recorder),
        why: describeDeeds(recorder, deeds),
      },
      text: goesOn(name, first, isForGood),
    });
  }
  const watched = traces.filter(
    ({ step, watched: isWatched, from }) =>
      step.id === 'withdrawn' && isWatched && step.endedAt - from > withdrawalMs,
  );
  if (watched.length === 0 || reloaded.length === 0) {
    const text = message('consent.walk.withdrawal.reviewUnseen', name, withdrawalMs / 1_000);
    return tell('needs-review', { recorder, text });
  }
  const visits = new Set(watched.map(({ scenario }) => scenario)).size;
  const { isShown, why } = absenceOf(walk, recorder, visits, power);
  const text = isShown
    ? message('consent.walk.withdrawal.pass', name, withdrawalMs / 1_000)
    : message('consent.walk.withdrawal.reviewAbsence', name);
  return tell(isShown ? 'pass' : 'needs-review', { recorder, text, why: [why] });
}

function goesOn(name: string, { what, after, trace }: Deed, isForGood: boolean) {
  if (!isForGood)
    return message('consent.walk.withdrawal.reviewUntilReload', name, inSeconds(after));
  const does = what === 'ingest' || what === 'started' ? 'Records' : 'Traces';
  return message(`consent.walk.withdrawal.fail${does}`, name, inSeconds(after), trace.step.id);
}

/** What is stored when the path ends: what was set with consent is to go with it. */
function cookies(traces: readonly StepTrace[], { walk, policy }: WalkEvidence): Finding {
  const ends = endsOf(traces).map((trace) => ({ trace, names: remainsOf(trace.step, policy) }));
  const left = [...new Set(ends.flatMap(({ names }) => names))];
  const told = left.length > 0 ? ends.filter(({ names }) => names.length > 0) : ends;
  const why = told.map(({ trace }) => placeOf(trace));
  if (left.length > 0) {
    const text = message('consent.walk.withdrawal.failCookies', left.length, listOf(left));
    return tell('fail', { text, why, part: 'cookies' });
  }
  // Those that scripts can't see may be left, whatever the others are.
  if (!seesAllCookies(walk)) {
    const text = message('consent.walk.withdrawal.reviewNotAllowed');
    return tell('needs-review', { text, why, part: 'cookies' });
  }
  const isSeen = ends.length > 0 && ends.every(({ trace }) => trace.watched);
  const text = message(
    isSeen ? 'consent.walk.withdrawal.passCookies' : 'consent.walk.withdrawal.reviewCookies',
  );
  return tell(isSeen ? 'pass' : 'needs-review', { text, why, part: 'cookies' });
}
