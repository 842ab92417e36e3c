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
import { startAfterChoice } from '../../fixes';
import { asksForConsent, type Decision, firstDecision, isStored } from '../../signals';

/** A recorder may do nothing that needs consent before a person has made a choice. */
export const beforeChoice: ConsentRule = {
  id: 'before-choice',
  title: message('consent.rule.beforeChoice.title'),
  source: 'Directive 2002/58/EC, art. 5(3); EDPB Guidelines 2/2023 on its technical scope',
  check(evidence) {
    if (!asksForConsent(evidence.timeline)) return [];
    const recorders = recordersOf(evidence);
    if (recorders.length > 0) return recorders.flatMap((id) => checkOne(id, evidence));
    const { timeline } = evidence;
    // That nothing was there is only known where it would have been seen.
    if (!isComplete(timeline) || hasStored(evidence)) return [];
    return [pass(null, 'passNone', timeline.startedAt, evidence)];
  },
};

function checkOne(recorder: RecorderId, evidence: ConsentEvidence): Finding[] {
  const { timeline } = evidence;
  const decision = firstDecision(timeline);
  const activity = activityOf(recorder, timeline);
  if (decision !== null && isStored(decision, timeline)) {
    return [stored(recorder, decision, evidence)];
  }
  const early = activity.filter(({ t }) => decision === null || t < decision.t);
  if (early.length > 0) return [fail(recorder, early, decision, evidence)];
  if (!isComplete(timeline)) return [];
  return [pass(recorder, decision === null ? 'passUndecided' : 'pass', null, evidence)];
}

function fail(
  recorder: RecorderId,
  early: readonly Activity[],
  decision: Decision | null,
  { timeline }: ConsentEvidence,
): Finding {
  const first = Math.min(...early.map(({ t }) => t));
  const records = early.some(({ what }) => what === 'ingest' || what === 'started');
  const what = records ? 'Ingest' : 'Traces';
  const name = recorderName(recorder);
  const text =
    decision === null
      ? message(
          `consent.rule.beforeChoice.undecided${what}`,
          name,
          seconds(timeline.startedAt, first),
        )
      : message(`consent.rule.beforeChoice.early${what}`, name, seconds(first, decision.t));
  return consentFinding({
    rule: beforeChoice.id,
    outcome: 'fail',
    severity: records ? 'critical' : 'high',
    recorder,
    text,
    why: [...describeActivity(early, timeline), describeDecision(decision, timeline)],
    fix: startAfterChoice(recorder),
    at: first,
    selector: decision?.selector ?? '',
  });
}

function stored(recorder: RecorderId, decision: Decision, { timeline }: ConsentEvidence): Finding {
  return consentFinding({
    rule: beforeChoice.id,
    outcome: 'needs-review',
    severity: 'high',
    recorder,
    text: message('consent.rule.beforeChoice.stored', recorderName(recorder)),
    why: [describeDecision(decision, timeline)],
  });
}

function pass(
  recorder: RecorderId | null,
  form: 'pass' | 'passUndecided' | 'passNone',
  at: number | null,
  { timeline }: ConsentEvidence,
): Finding {
  const id = `consent.rule.beforeChoice.${form}` as const;
  return consentFinding({
    rule: beforeChoice.id,
    outcome: 'pass',
    severity: 'high',
    recorder,
    text: recorder === null ? message(id) : message(id, recorderName(recorder)),
    why: [watched(timeline.events), describeDecision(firstDecision(timeline), timeline)],
    at,
  });
}

function watched(events: ConsentEvidence['timeline']['events']) {
  const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
  return message('consent.evidence.watched', count('request'), count('storage'));
}

function hasStored({ timeline }: ConsentEvidence): boolean {
  const decision = firstDecision(timeline);
  return decision !== null && isStored(decision, timeline);
}
