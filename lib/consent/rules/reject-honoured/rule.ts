import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { RecorderId } from '../../../protocol/recorders';
import { recorderName } from '../../../recorders/names';
import {
  type Activity,
  activityOf,
  describeActivity,
  isComplete,
  recordersOf,
  seconds,
} from '../../activity';
import type { ConsentEvidence, ConsentRule } from '../../contract';
import { describeDecision } from '../../describe';
import { consentFinding } from '../../finding';
import { stopOnRefusal } from '../../fixes';
import { type Decision, lastDecision } from '../../signals';

/** After a refusal, a recorder sends nothing, starts nothing and keeps nothing. */
export const rejectHonoured: ConsentRule = {
  id: 'reject-honoured',
  title: message('consent.rule.rejectHonoured.title'),
  source: 'GDPR, art. 7(3); EDPB Guidelines 05/2020 on consent, §§ 112–118',
  check(evidence) {
    const decision = lastDecision(evidence.timeline);
    if (decision?.choice !== 'reject') return [];
    const recorders = recordersOf(evidence);
    if (recorders.length === 0) return absent(null, decision, evidence);
    return recorders.flatMap((recorder) => {
      const failed = fail(recorder, decision, evidence);
      return failed === null ? absent(recorder, decision, evidence) : [failed];
    });
  },
};

/** Recorders send every few seconds (PostHog and rrweb-based ones within 3 s of an event). */
const WATCH_MS = 5_000;

function fail(
  recorder: RecorderId,
  decision: Decision,
  { timeline }: ConsentEvidence,
): Finding | null {
  const after = activityOf(recorder, timeline).filter(({ t }) => t > decision.t);
  const first = worst(after);
  if (first === undefined) return null;
  const form = FORM[first.what];
  const late = seconds(decision.t, first.t);
  return consentFinding({
    rule: rejectHonoured.id,
    outcome: 'fail',
    severity: form === 'failTraces' ? 'high' : 'critical',
    recorder,
    text: message(`consent.rule.rejectHonoured.${form}`, recorderName(recorder), late),
    why: [describeDecision(decision, timeline), ...describeActivity(after, timeline)],
    fix: stopOnRefusal(recorder),
    at: first.t,
    selector: decision.selector,
  });
}

const FORM = {
  ingest: 'failIngest',
  started: 'failStarted',
  analytics: 'failTraces',
  storage: 'failTraces',
} as const;

/** The first of the worst kind. */
function worst(activity: readonly Activity[]): Activity | undefined {
  const find = (what: Activity['what']) => activity.find((one) => one.what === what);
  return find('ingest') ?? find('started') ?? activity[0];
}

/** Nothing was seen after the refusal: what that says depends on how well and how long we looked. */
function absent(
  recorder: RecorderId | null,
  decision: Decision,
  { timeline, readAt }: ConsentEvidence,
): Finding[] {
  if (!isComplete(timeline)) return [];
  const from = Math.max(decision.t, timeline.startedAt);
  const watched = seconds(from, readAt);
  const told = {
    rule: rejectHonoured.id,
    severity: 'high',
    recorder,
    at: decision.t,
    why: [describeDecision(decision, timeline)],
  } as const;
  if (readAt - from < WATCH_MS) {
    const text = message('consent.rule.rejectHonoured.reviewShort', watched, WATCH_MS / 1_000);
    return [consentFinding({ ...told, outcome: 'needs-review', text })];
  }
  const text =
    recorder === null
      ? message('consent.rule.rejectHonoured.passNone', watched)
      : message('consent.rule.rejectHonoured.pass', recorderName(recorder), watched);
  return [consentFinding({ ...told, outcome: 'pass', text })];
}
