import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { RecorderId } from '../../../protocol/recorders';
import { recorderName } from '../../../recorders/names';
import { stopOnRefusal } from '../../fixes';
import { absenceOf } from '../../walk/control';
import { deedsOf, describeDeeds, FORM_OF, inSeconds, records } from '../../walk/deeds';
import { otherRequests, otherStorage, unnamedRecordings } from '../../walk/others';
import { longEnough, quietOf, unseenSteps } from '../../walk/quiet';
import { isMade, runsOf } from '../../walk/steps';
import { listOf, placeOf, teller } from '../../walk/tell';
import { recordersOfWalk, type StepTrace, tracesOf } from '../../walk/trace';
import { endsOf, isAfterGrace } from '../../walk/what-is-left';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';
import { rejectHonoured } from './rule';

/** After a refusal nothing that needs consent happens: at once, after a reload, on a second page. */
export const rejectHonouredOnWalk: WalkRule = {
  id: rejectHonoured.id,
  title: rejectHonoured.title,
  source: rejectHonoured.source,
  judge: (evidence) => REFUSALS.flatMap((path) => judgePath(path, evidence)),
};

/** Ways to refuse: at once, and by leaving everything off in the settings. */
const REFUSALS = ['reject', 'settings-off'] as const;
type Refusal = (typeof REFUSALS)[number];

const tell = teller(rejectHonoured.id, 'high');

function judgePath(path: Refusal, evidence: WalkEvidence): Finding[] {
  const { walk, policy } = evidence;
  const traces = tracesOf(walk).filter(
    ({ scenario, decided }) => scenario.id === path && decided === 'denied',
  );
  if (traces.length === 0) {
    const text = message('consent.walk.rejectHonoured.reviewNotWalked', path);
    return [tell('needs-review', { text, why: [whyNotWalked(walk, path)], part: path })];
  }
  const recorders = recordersOfWalk(walk).flatMap((id) => judgeOne(id, path, traces, evidence));
  const named: typeof tell = (outcome, told) =>
    tell(outcome, { ...told, part: `${path}-${told.part ?? ''}` });
  const others = [
    ...unnamedRecordings(named, 'refused', traces),
    ...otherRequests(named, 'refused', traces, policy),
    ...otherStorage(named, 'refused', traces, policy),
  ];
  return [...recorders, ...(others.length > 0 ? others : [nothingElse(path, traces, evidence)])];
}

function judgeOne(
  recorder: RecorderId,
  path: Refusal,
  traces: readonly StepTrace[],
  evidence: WalkEvidence,
): Finding[] {
  const name = recorderName(recorder);
  const deeds = deedsOf(recorder, traces);
  const [rest] = deeds;
  const [first] = deeds.filter(
    ({ trace, t, what }) =>
      (what !== 'ingest' && what !== 'analytics') ||
      isAfterGrace(trace, t, evidence.policy, recorder),
  );
  if (rest !== undefined && first === undefined) {
    const text = message('consent.walk.rejectHonoured.reviewRest', name, inSeconds(rest.after));
    const why = describeDeeds(recorder, deeds);
    return [tell('needs-review', { recorder, text, why, at: rest.t, part: path })];
  }
  if (first !== undefined) {
    const { id } = first.trace.step;
    const after = inSeconds(first.after);
    return [
      tell('fail', {
        recorder,
        severity: records(first) ? 'critical' : 'high',
        text: message(`consent.walk.rejectHonoured.${FORM_OF[first.what]}`, name, after, path, id),
        why: describeDeeds(recorder, deeds),
        fix: stopOnRefusal(recorder),
        at: first.t,
        part: path,
      }),
    ];
  }
  return [leftOver(recorder, path, traces) ?? silent(recorder, path, traces, evidence)];
}

/** It wrote nothing more, and what it wrote before the refusal is still there. */
function leftOver(
  recorder: RecorderId,
  path: Refusal,
  traces: readonly StepTrace[],
): Finding | null {
  const leftIn = ({ step }: StepTrace): string[] =>
    [...step.cookies, ...step.stored]
      .filter((one) => one.recorder === recorder && !one.essential)
      .map(({ name }) => name);
  const ends = endsOf(traces).filter((trace) => leftIn(trace).length > 0);
  const names = [...new Set(ends.flatMap(leftIn))];
  if (names.length === 0) return null;
  const text = message(
    'consent.walk.rejectHonoured.reviewLeft',
    names.length,
    recorderName(recorder),
    listOf(names),
  );
  return tell('needs-review', { recorder, text, why: ends.map(placeOf), part: path });
}

function silent(
  recorder: RecorderId,
  path: Refusal,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const { watchMs, power } = policy.thresholds;
  const name = recorderName(recorder);
  const good = longEnough(traces, watchMs);
  const missing = unseenSteps(traces, NEEDED[path], watchMs);
  if (missing.length > 0) {
    const text = message(
      'consent.walk.rejectHonoured.reviewUnseen',
      name,
      path,
      listOf(missing),
      watchMs / 1_000,
    );
    return tell('needs-review', { recorder, text, part: path });
  }
  const visits = runsOf(walk, path).filter(
    (run) => isMade(run) && good.some(({ scenario }) => scenario === run),
  ).length;
  const { isShown, why } = absenceOf(walk, recorder, visits, power);
  const text = isShown
    ? message('consent.walk.rejectHonoured.pass', name, path, good.length)
    : message('consent.walk.rejectHonoured.reviewAbsence', name, path);
  return tell(isShown ? 'pass' : 'needs-review', { recorder, text, why: [why], part: path });
}

/** Steps without which silence says too little. */
const NEEDED = {
  reject: ['after', 'reload', 'second-page'],
  'settings-off': ['after', 'reload'],
} as const;

function nothingElse(
  path: Refusal,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const { isShown, why } = quietOf(walk, traces, NEEDED[path], policy);
  const requests = traces.reduce((sum, { step }) => sum + step.requests.length, 0);
  const text = isShown
    ? message('consent.walk.rejectHonoured.passOthers', requests, path, traces.length)
    : message('consent.walk.rejectHonoured.reviewOthers', path);
  return tell(isShown ? 'pass' : 'needs-review', { text, why, part: `${path}-others` });
}
