import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { RecorderId } from '../../../protocol/recorders';
import { recorderName } from '../../../recorders/names';
import { startAfterChoice } from '../../fixes';
import { absenceOf } from '../../walk/control';
import { deedsOf, describeDeeds, FORM_OF, inSeconds, records } from '../../walk/deeds';
import { flushed } from '../../walk/flush';
import { otherRequests, otherStorage, unnamedRecordings } from '../../walk/others';
import { longEnough, quietOf, unseenSteps } from '../../walk/quiet';
import { listOf, teller } from '../../walk/tell';
import { leadUpsOf, recordersOfWalk, type StepTrace, tracesOf } from '../../walk/trace';
import type { WalkEvidence, WalkRule } from '../../walk-contract';
import { beforeChoice } from './rule';

/**
 * Nothing that needs consent happens before a choice: cold, with a warm cache, and on every path until
 * its choice.
 */
export const beforeChoiceOnWalk: WalkRule = {
  id: beforeChoice.id,
  title: beforeChoice.title,
  source: beforeChoice.source,
  judge(evidence) {
    const { walk, policy } = evidence;
    const traces = tracesOf(walk).filter(
      (trace) => trace.decided === 'unset' && !isScrolled(trace),
    );
    if (traces.length === 0) {
      return [tell('needs-review', { text: message('consent.walk.beforeChoice.reviewNone') })];
    }
    const recorders = recordersOfWalk(walk).map((id) => judgeOne(id, traces, evidence));
    const all = [...traces, ...leadUpsOf(walk)];
    const others = [
      ...unnamedRecordings(tell, 'before', all),
      ...otherRequests(tell, 'before', all, policy),
      ...otherStorage(tell, 'before', all, policy),
    ];
    return [...recorders, ...(others.length > 0 ? others : [nothingElse(traces, evidence)])];
  },
};

const tell = teller(beforeChoice.id, 'high');

/** What leads up to a choice belongs to the step before it. */
const momentOf = ({ scenario, step }: StepTrace): string =>
  `${scenario.id} ${scenario.repeat} ${step.id}`;

/** What scrolling brings about is for `consent-wall`. */
const isScrolled = ({ scenario, step }: StepTrace): boolean =>
  scenario.id === 'scroll' && step.id !== 'before';

function judgeOne(
  recorder: RecorderId,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const name = recorderName(recorder);
  const deeds = deedsOf(recorder, [...traces, ...leadUpsOf(walk)]);
  const [first] = deeds;
  const buffer = flushed(recorder, walk, policy.thresholds.flushMs);
  if (buffer !== null && !deeds.some(({ what }) => what === 'ingest')) {
    const { startedBefore, sentAfter } = buffer;
    const times = [inSeconds(startedBefore), inSeconds(sentAfter)] as const;
    return tell('fail', {
      recorder,
      severity: 'critical',
      text: message('consent.walk.beforeChoice.failFlush', name, ...times),
      why: describeDeeds(recorder, deeds),
      fix: startAfterChoice(recorder),
      at: buffer.at,
    });
  }
  if (first !== undefined) {
    return tell('fail', {
      recorder,
      severity: records(first) ? 'critical' : 'high',
      text: message(
        `consent.walk.beforeChoice.${FORM_OF[first.what]}`,
        name,
        inSeconds(first.t - first.trace.step.startedAt),
        new Set(deeds.map(({ trace }) => momentOf(trace))).size,
        traces.length,
      ),
      why: describeDeeds(recorder, deeds),
      fix: startAfterChoice(recorder),
      at: first.t,
    });
  }
  return silent(recorder, traces, { walk, policy });
}

/** Nothing was seen. That is good news only if both a cold and a warm start were watched long enough. */
function silent(
  recorder: RecorderId,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const { watchMs, power } = policy.thresholds;
  const name = recorderName(recorder);
  const good = longEnough(traces, watchMs);
  const missing = unseenSteps(traces, NEEDED, watchMs);
  if (missing.length > 0) {
    const text = message(
      'consent.walk.beforeChoice.reviewUnseen',
      name,
      listOf(missing),
      watchMs / 1_000,
    );
    return tell('needs-review', { recorder, text });
  }
  // A warm start belongs to the visit before it: a sampled recorder does not draw anew.
  const visits = new Set(good.map(({ scenario }) => scenario)).size;
  const { isShown, why } = absenceOf(walk, recorder, visits, power);
  const text = isShown
    ? message('consent.walk.beforeChoice.pass', name, good.length)
    : message('consent.walk.beforeChoice.reviewAbsence', name);
  return tell(isShown ? 'pass' : 'needs-review', { recorder, text, why: [why] });
}

/** Steps without which silence says too little: a cold and a warm start. */
const NEEDED = ['before', 'warm'] as const;

function nothingElse(traces: readonly StepTrace[], { walk, policy }: WalkEvidence): Finding {
  const { isShown, why } = quietOf(walk, traces, NEEDED, policy);
  const requests = traces.reduce((sum, { step }) => sum + step.requests.length, 0);
  const text = isShown
    ? message('consent.walk.beforeChoice.passOthers', requests, traces.length)
    : message('consent.walk.beforeChoice.reviewOthers');
  return tell(isShown ? 'pass' : 'needs-review', { text, why, part: 'others' });
}
