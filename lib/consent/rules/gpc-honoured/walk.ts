import { type Message, message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import type { RecorderId } from '../../../protocol/recorders';
import type { Walk } from '../../../protocol/walk/walk';
import { recorderName } from '../../../recorders/names';
import { reconcile } from '../../reconcile';
import { effectiveSignals, type SignalState } from '../../signals';
import { absenceOf } from '../../walk/control';
import { deedsOf, describeDeeds } from '../../walk/deeds';
import { longEnough, quietOf, shortMessage, unseenSteps } from '../../walk/quiet';
import { listOf, placeOf, teller } from '../../walk/tell';
import { recordersOfWalk, type StepTrace, tracesOf } from '../../walk/trace';
import { kindOfTraffic, ownerOf } from '../../walk/traffic';
import { whyNotWalked } from '../../walk/why-not';
import type { WalkEvidence, WalkRule } from '../../walk-contract';
import { gppState } from './gpp-state';
import { gpcHonoured } from './rule';

/** With the Global Privacy Control on, nobody is given data for sale or sharing. */
export const gpcHonouredOnWalk: WalkRule = {
  id: gpcHonoured.id,
  title: gpcHonoured.title,
  source: gpcHonoured.source,
  judge(evidence) {
    const { walk } = evidence;
    const traces = tracesOf(walk).filter(({ scenario }) => scenario.id === 'gpc');
    if (traces.length === 0) {
      const text = message('consent.walk.gpcHonoured.reviewNotWalked');
      return [tell('needs-review', { text, why: [whyNotWalked(walk, 'gpc')] })];
    }
    if (
      !traces.some(({ step }) => effectiveSignals(step.timeline.events).get('gpc')?.note === 'on')
    ) {
      return [tell('needs-review', { text: message('consent.walk.gpcHonoured.reviewUnseen') })];
    }
    return [...vendors(traces, evidence), ...recorders(traces, evidence), state(traces, evidence)];
  },
};

const tell = teller(gpcHonoured.id, 'high');

/** Whose trade is ads, by third-party-web: what they are sent is sold or shared, as a rule. */
const SALE: ReadonlySet<string> = new Set(['ad', 'social', 'marketing']);

function vendors(traces: readonly StepTrace[], { walk, policy }: WalkEvidence): Finding[] {
  const sales = (steps: readonly StepTrace[]) =>
    steps.flatMap((trace) =>
      trace.step.requests
        .filter((one) => SALE.has(one.category) && kindOfTraffic(one, policy) === 'sends')
        .map((request) => ({ trace, owner: ownerOf(request) })),
    );
  const sent = sales(traces);
  if (sent.length > 0) {
    const owners = [...new Set(sent.map(({ owner }) => owner))];
    const text = message('consent.walk.gpcHonoured.fail', owners.length, listOf(owners));
    const why = [gpcFile(walk), ...[...new Set(sent.map(({ trace }) => trace))].map(placeOf)];
    return [tell('fail', { text, why, part: 'vendors' })];
  }
  const quiet = quietOf(walk, traces, NEEDED, policy);
  if (!quiet.isShown) {
    const text = message('consent.walk.gpcHonoured.reviewOthers');
    return [tell('needs-review', { text, why: [...quiet.why, gpcFile(walk)], part: 'vendors' })];
  }
  const elsewhere = new Set(sales(tracesOf(walk)).map(({ owner }) => owner)).size;
  const text = message('consent.walk.gpcHonoured.pass', traces.length, elsewhere);
  return [tell('pass', { text, why: [gpcFile(walk)], part: 'vendors' })];
}

/** Whether a recording is sold or shared depends on the contract with its vendor. */
const recorders = (traces: readonly StepTrace[], { walk, policy }: WalkEvidence): Finding[] =>
  recordersOfWalk(walk).map((recorder) => {
    const deeds = deedsOf(recorder, traces);
    const name = recorderName(recorder);
    if (deeds.length > 0) {
      const text = message('consent.rule.gpcHonoured.review', name);
      const why = describeDeeds(recorder, deeds);
      return tell('needs-review', {
        recorder,
        text,
        why,
        severity: 'medium',
        at: deeds[0]?.t ?? null,
      });
    }
    return silent(recorder, traces, { walk, policy });
  });

/** Steps without which silence says too little. */
const NEEDED = ['before', 'reload'] as const;

function silent(
  recorder: RecorderId,
  traces: readonly StepTrace[],
  { walk, policy }: WalkEvidence,
): Finding {
  const { watchMs, power } = policy.thresholds;
  const good = longEnough(traces, watchMs);
  const missing = unseenSteps(traces, NEEDED, watchMs);
  const visits = new Set(good.map(({ scenario }) => scenario)).size;
  const { isShown, why } = absenceOf(walk, recorder, visits, power);
  const isPass = isShown && missing.length === 0;
  const text = message(
    isPass ? 'consent.walk.gpcHonoured.passRecorder' : 'consent.walk.gpcHonoured.reviewRecorder',
    recorderName(recorder),
  );
  const reason = missing.length > 0 ? shortMessage(missing, watchMs) : why;
  return tell(isPass ? 'pass' : 'needs-review', { recorder, text, why: [reason] });
}

/** What the page's own signals make of it. */
function state(traces: readonly StepTrace[], { walk, policy }: WalkEvidence): Finding {
  const rows = reconcile(walk, policy).rows.filter(({ scenario }) => scenario === 'gpc');
  const states = [
    ...(['tcf', 'consent-mode', 'wire', 'cmp'] as const).map(
      (name) => [name, rows.map(({ cells }) => cells[name].state)] as const,
    ),
    ['gpp', traces.map(gppState)] as const,
  ];
  const saying = (...some: readonly SignalState[]): string[] =>
    states.filter(([, all]) => all.some((one) => one && some.includes(one))).map(([name]) => name);
  const granted = saying('granted', 'mixed');
  const denied = saying('denied');
  const part = 'state';
  if (granted.length > 0) {
    const text = message('consent.walk.gpcHonoured.failState', listOf(granted));
    return tell(policy.region === 'ccpa' ? 'fail' : 'needs-review', { text, part });
  }
  if (denied.length > 0) {
    const text = message('consent.walk.gpcHonoured.passState', listOf(denied));
    return tell('pass', { text, part });
  }
  const hasGpp = traces.some((trace) => gppState(trace) !== null);
  const text = message(
    hasGpp ? 'consent.walk.gpcHonoured.reviewGpp' : 'consent.walk.gpcHonoured.reviewState',
  );
  return tell('needs-review', { text, severity: 'low', part });
}

function gpcFile({ gpcFile: file }: Walk): Message {
  if (file === null) return message('consent.walk.gpcHonoured.noFile');
  return message(file.gpc ? 'consent.walk.gpcHonoured.file' : 'consent.walk.gpcHonoured.fileOff');
}
