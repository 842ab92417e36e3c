import { type ReconcileColumn, type ReconcileRow, reconcile } from '../consent/reconcile';
import { type MatrixCell, matrixOf } from '../consent/walk-matrix';
import type { ConsentWalkPolicy } from '../consent/walk-policy';
import type { Message, MessageId, Translate } from '../core/message';
import type { Finding, Outcome } from '../protocol/findings';
import type { Obstacle } from '../protocol/walk/scenarios';
import type { Walk, WalkScenario } from '../protocol/walk/walk';
import { toFileFinding, toFileRecorder } from './audit-file';
import { cap } from './cap';
import type { ConsentFile, ConsentFileScenario, StepRef } from './consent-file-schema';
import { toFileStep } from './consent-step';
import { isoTime } from './iso-time';
import { redactName } from './redact-name';
import { redactText } from './redact-text';
import { redactWalk } from './redact-walk';

export { type ConsentFile, ConsentFileSchema } from './consent-file-schema';

/** What a consent audit has found, sentences still as messages. */
export interface ConsentResult {
  readonly walk: Walk;
  readonly findings: readonly Finding[];
  /** The rules that were run; a `ConsentRule` is one. */
  readonly rules: readonly ConsentRuleInfo[];
  readonly ruleSet: string;
  /** What the rules and marks went by, the pack of its region among them. */
  readonly policy: ConsentWalkPolicy;
  /** Who made the walk, as they stated it; empty: not stated. It is kept as it was stated. */
  readonly operator: string;
  readonly toolVersion: string;
}

export interface ConsentRuleInfo {
  readonly id: string;
  readonly title: Message;
  /** The law, guideline or standard that it reads. */
  readonly source: string;
}

/**
 * The outcome of a consent audit as `consent.json`, sentences in the reader's language. Everything in
 * it goes through the redactor once more, but for the operator's own statement of who they are.
 */
export function toConsentFile(result: ConsentResult, translate: Translate): ConsentFile {
  const say = ({ id, params }: Message) => cap(redactText(translate(id, params)), MOST_TEXT);
  const walk = redactWalk(result.walk);
  const steps = walk.scenarios.flatMap(refsOf);
  return {
    format: 'hushmap-consent',
    version: 1,
    url: walk.url,
    title: walk.title,
    time: isoTime(walk.endedAt),
    started: isoTime(walk.startedAt),
    tool: { name: 'hushmap', version: result.toolVersion },
    ruleSet: result.ruleSet,
    region: result.policy.region,
    policy: toFilePolicy(result.policy),
    operator: cap(result.operator, 300),
    vantage: walk.vantage,
    gpcFile: walk.gpcFile,
    headline: say(headlineOf(result)),
    nextStep: say(nextStepOf(result)),
    counts: countsOf(result.findings),
    recorders: walk.recorders.map(toFileRecorder),
    scenarios: walk.scenarios.map((scenario) => toFileScenario(scenario, say)),
    automatic: steps.filter(({ isManual }) => !isManual).map(({ ref }) => ref),
    manual: steps.filter(({ isManual }) => isManual).map(({ ref }) => ref),
    matrix: matrixOf(walk, result.policy).cells.flatMap((row) => row.flatMap(toFileCell)),
    reconciliation: reconcile(walk, result.policy).rows.map(toFileRow),
    rules: result.rules.map(({ id, title, source }) => ({ id, title: say(title), source })),
    findings: result.findings.map((finding) => toFileFinding(finding, say)),
  };
}

const toFilePolicy = (policy: ConsentWalkPolicy): ConsentFile['policy'] => ({
  ...policy,
  essentialHosts: policy.essentialHosts.map(short),
  essentialNames: policy.essentialNames.map((name) => cap(redactName(name), 300)),
  thresholds: { ...policy.thresholds },
});

/** A sentence is read by a person; what is longer, a page has put into it. */
const MOST_TEXT = 2000;

function toFileScenario(
  { id, repeat, state, obstacle, clicks, steps }: WalkScenario,
  say: (message: Message) => string,
): ConsentFileScenario {
  return {
    id,
    repeat,
    state,
    obstacle: obstacle && { code: obstacle, text: say({ id: OBSTACLE_SENTENCES[obstacle] }) },
    presses: clicks,
    steps: steps.map(toFileStep),
  };
}

function toFileCell(cell: MatrixCell | null): ConsentFile['matrix'] {
  if (cell === null) return [];
  const { scenario, step, runs, mark } = cell;
  const recorders = cell.recorders.map((one) => ({ ...one }));
  return [{ scenario, step, runs, mark, recorders, others: cell.others.map(short) }];
}

function toFileRow({
  scenario,
  repeat,
  step,
  cells,
}: ReconcileRow): ConsentFile['reconciliation'][number] {
  const cell = (column: ReconcileColumn) => ({
    ...cells[column],
    detail: short(cells[column].detail),
  });
  return {
    scenario,
    repeat,
    step,
    choice: cell('choice'),
    tcf: cell('tcf'),
    'consent-mode': cell('consent-mode'),
    wire: cell('wire'),
    cmp: cell('cmp'),
    storage: cell('storage'),
    traffic: cell('traffic'),
  };
}

const short = (text: string): string => cap(redactText(text), 300);

/** Each step with whether a person had a hand in it. */
const refsOf = ({ id, repeat, steps }: WalkScenario): { ref: StepRef; isManual: boolean }[] =>
  steps.map((step) => ({
    ref: { scenario: id, repeat, step: step.id },
    isManual: step.clicks.some(({ by }) => by === 'person'),
  }));

function countsOf(findings: readonly Finding[]): ConsentFile['counts'] {
  const count = (wanted: Outcome) => findings.filter(({ outcome }) => outcome === wanted).length;
  return { pass: count('pass'), fail: count('fail'), 'needs-review': count('needs-review') };
}

function headlineOf({ findings, walk }: ConsentResult): Message {
  const { fail, 'needs-review': review } = countsOf(findings);
  if (fail > 0) return { id: 'consentFile.headline.fail', params: [fail] };
  if (review > 0) return { id: 'consentFile.headline.review', params: [review] };
  const walked = walk.scenarios.filter(({ state }) => state === 'walked').length;
  if (walked === 0) return { id: 'consentFile.headline.nothing' };
  return { id: 'consentFile.headline.pass', params: [walked] };
}

function nextStepOf({ findings, walk }: ConsentResult): Message {
  const { fail, 'needs-review': review } = countsOf(findings);
  if (fail > 0) return { id: 'consentFile.next.mend' };
  const unwalked = walk.scenarios.filter(({ state }) => state !== 'walked').length;
  if (unwalked > 0) return { id: 'consentFile.next.unwalked', params: [unwalked] };
  return { id: review > 0 ? 'consentFile.next.review' : 'consentFile.next.keep' };
}

const OBSTACLE_SENTENCES: Readonly<Record<Obstacle, MessageId>> = {
  'no-banner': 'consentFile.obstacle.noBanner',
  'no-control': 'consentFile.obstacle.noControl',
  'control-covered': 'consentFile.obstacle.controlCovered',
  'control-moves': 'consentFile.obstacle.controlMoves',
  'no-effect': 'consentFile.obstacle.noEffect',
  'no-withdrawal': 'consentFile.obstacle.noWithdrawal',
  'not-reached': 'consentFile.obstacle.notReached',
  'timed-out': 'consentFile.obstacle.timedOut',
  interrupted: 'consentFile.obstacle.interrupted',
  'not-possible-here': 'consentFile.obstacle.notPossibleHere',
};
