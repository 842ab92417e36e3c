import { type Message, message } from '../../core/message';
import type { Finding } from '../../protocol/findings';
import type { WalkRequest } from '../../protocol/walk/step';
import type { ConsentWalkPolicy } from '../walk-policy';
import { listOf, placeOf, type Tell } from './tell';
import type { StepTrace } from './trace';
import {
  hostOf,
  isKnownAnalytics,
  isNeeded,
  kindOfTraffic,
  ownerOf,
  type TrafficKind,
} from './traffic';
import { namesBefore } from './what-is-left';

/** Of which time a finding about others speaks. */
export type When = 'before' | 'refused';

/** Requests to others than recorders that need consent, one finding for each owner. */
export function otherRequests(
  tell: Tell,
  when: When,
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): Finding[] {
  const sent = traces.flatMap((trace) =>
    trace.step.requests
      .filter(({ t }) => trace.step.choiceAt === null || t > trace.from)
      .map((request) => ({ trace, request, kind: kindOfTraffic(request, policy) }))
      .filter(({ kind }) => kind !== 'none'),
  );
  const owners = [...new Set(sent.map(({ request }) => ownerOf(request)))];
  return owners.map((owner) => {
    const own = sent.filter(({ request }) => ownerOf(request) === owner);
    const kind = GRAVEST.find((one) => own.some((each) => each.kind === one)) ?? 'embeds';
    const gravest = own.filter((one) => one.kind === kind);
    const [first] = gravest;
    return tell(kind === 'sends' ? 'fail' : 'needs-review', {
      text: message(`consent.walk.others.${when}.${kind}`, gravest.length, owner),
      severity: kind === 'sends' ? 'high' : 'medium',
      why: [
        first === undefined ? null : describeRequest(first.request),
        ...[...new Set(gravest.map(({ trace }) => trace))].slice(0, 5).map(placeOf),
      ],
      at: first?.request.t ?? null,
      part: `request-${owner}`,
    });
  });
}

const GRAVEST: readonly Exclude<TrafficKind, 'none'>[] = ['sends', 'loads', 'ping', 'embeds'];

const describeRequest = ({ method, url, type, initiator, category }: WalkRequest): Message =>
  message(
    'consent.walk.others.request',
    method,
    url.slice(0, 200),
    type,
    category || '—',
    initiator.slice(0, 200) || '—',
  );

/**
 * Cookies and keys of others than recorders: known ones fail, unless they are left from before a refusal;
 * of the rest a person has to say.
 */
export function otherStorage(
  tell: Tell,
  when: When,
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): Finding[] {
  const names = namesOfOthers(traces, policy);
  const earlier = when === 'refused' ? namesBefore(traces) : new Set<string>();
  const stored = [...new Set(names.filter(isKnownAnalytics))];
  const known = stored.filter((name) => !earlier.has(name));
  const left = stored.filter((name) => earlier.has(name));
  const unknown = [...new Set(names.filter((name) => !isKnownAnalytics(name)))];
  const findings: Finding[] = [];
  if (known.length > 0) {
    const text = message(`consent.walk.others.${when}.stored`, known.length, listOf(known));
    findings.push(tell('fail', { text, severity: 'high', part: 'storage' }));
  }
  if (left.length > 0) {
    const text = message('consent.walk.others.left', left.length, listOf(left));
    findings.push(tell('needs-review', { text, severity: 'medium', part: 'left-storage' }));
  }
  if (unknown.length > 0) {
    const text = message(`consent.walk.others.${when}.unknown`, unknown.length, listOf(unknown));
    findings.push(tell('needs-review', { text, severity: 'low', part: 'unknown-storage' }));
  }
  return findings;
}

/** Names that are stored at the end of these steps, of no recorder and not needed by the page. */
export const namesOfOthers = (
  traces: readonly StepTrace[],
  policy: ConsentWalkPolicy,
): readonly string[] =>
  traces.flatMap(({ step }) =>
    [...step.cookies, ...step.stored]
      .filter((one) => one.recorder === null && !isNeeded(one, policy))
      .map(({ name }) => name),
  );

/** Recordings whose recorder nobody could name: a finding all the same. */
export function unnamedRecordings(tell: Tell, when: When, traces: readonly StepTrace[]): Finding[] {
  const sent = traces.flatMap((trace) =>
    trace.timeline.events.flatMap((event) =>
      event.kind === 'request' && event.recorder === null && event.purpose === 'ingest'
        ? [{ trace, event }]
        : [],
    ),
  );
  const [first] = sent;
  if (first === undefined) return [];
  const text = message(
    `consent.walk.others.${when}.recording`,
    sent.length,
    hostOf(first.event.url),
  );
  const why = [...new Set(sent.map(({ trace }) => trace))].slice(0, 5).map(placeOf);
  return [tell('fail', { text, severity: 'critical', why, at: first.event.t, part: 'unnamed' })];
}
