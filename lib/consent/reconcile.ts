import type { SignalEvent, TimelineEvent } from '../protocol/timeline';
import type { Obstacle, ScenarioId, StepId } from '../protocol/walk/scenarios';
import type { Walk } from '../protocol/walk/walk';
import { signalName } from './describe';
import { wireStates } from './google-wire';
import { CONSENT_PLATFORMS, effectiveSignals, type SignalName, summarise } from './signals';
import type { Decided } from './walk/steps';
import { type StepTrace, tracesOf } from './walk/trace';
import { remainsOf, trafficOf } from './walk/what-is-left';
import { type ConsentWalkPolicy, DEFAULT_WALK_POLICY } from './walk-policy';

/** Who says something about consent: the person, three standards, the platform, and what was done. */
export const RECONCILE_COLUMNS = [
  'choice',
  'tcf',
  'consent-mode',
  'wire',
  'cmp',
  'storage',
  'traffic',
] as const;

export type ReconcileColumn = (typeof RECONCILE_COLUMNS)[number];

/** `unset`: it is there and says nothing yet. */
export const RECONCILE_STATES = ['granted', 'denied', 'mixed', 'unset'] as const;
export type ReconcileState = (typeof RECONCILE_STATES)[number];

export interface ReconcileCell {
  /** Null: it is not there, or nobody could tell. */
  readonly state: ReconcileState | null;
  /** It says something else than the person did. Never for the column `choice`. */
  readonly disagrees: boolean;
  /** A name to show beside it (the platform, a field as it stood, what is left); may be empty. */
  readonly detail: string;
}

export interface ReconcileRow {
  readonly scenario: ScenarioId;
  readonly repeat: number;
  readonly step: StepId;
  readonly cells: Readonly<Record<ReconcileColumn, ReconcileCell>>;
  /** Columns that disagree with the choice, in order. */
  readonly disagrees: readonly ReconcileColumn[];
}

export interface Reconciliation {
  readonly rows: readonly ReconcileRow[];
  /** Paths that were not walked whole, so that rows are missing. */
  readonly gaps: readonly { readonly scenario: ScenarioId; readonly obstacle: Obstacle | null }[];
}

/**
 * Lays beside each other what everybody says about consent, for each step of each path: the person's
 * choice, the TC string, Consent Mode on the page and on the wire, the consent platform's own state,
 * and what is stored and sent. Pure; `policy` names what the page needs in order to work.
 */
export function reconcile(
  walk: Walk,
  policy: ConsentWalkPolicy = DEFAULT_WALK_POLICY,
): Reconciliation {
  return {
    rows: tracesOf(walk).map((trace) => rowOf(trace, policy)),
    gaps: walk.scenarios
      .filter(({ state }) => state !== 'walked')
      .map(({ id, obstacle }) => ({ scenario: id, obstacle })),
  };
}

function rowOf(trace: StepTrace, policy: ConsentWalkPolicy): ReconcileRow {
  const said = sayingsOf(trace, policy);
  const cell = (column: ReconcileColumn): ReconcileCell => {
    const { state, detail } = said[column];
    const disagrees = column !== 'choice' && isAgainst(trace, column, state, policy);
    return { state, detail, disagrees };
  };
  const cells = {
    choice: cell('choice'),
    tcf: cell('tcf'),
    'consent-mode': cell('consent-mode'),
    wire: cell('wire'),
    cmp: cell('cmp'),
    storage: cell('storage'),
    traffic: cell('traffic'),
  };
  return {
    scenario: trace.scenario.id,
    repeat: trace.scenario.repeat,
    step: trace.step.id,
    cells,
    disagrees: RECONCILE_COLUMNS.filter((column) => cells[column].disagrees),
  };
}

interface Saying {
  readonly state: ReconcileState | null;
  readonly detail: string;
}

const NOTHING: Saying = { state: null, detail: '' };

function sayingsOf(
  trace: StepTrace,
  policy: ConsentWalkPolicy,
): Readonly<Record<ReconcileColumn, Saying>> {
  const signals = effectiveSignals(documentEvents(trace));
  const read = (name: SignalName): Saying => sayingOf(signals.get(name));
  const platform = PLATFORMS.find((name) => signals.has(name));
  return {
    choice: { state: trace.decided === 'unknown' ? null : trace.decided, detail: '' },
    tcf: read('tcf'),
    'consent-mode': read('consent-mode'),
    wire: wireOf(trace),
    cmp: platform === undefined ? NOTHING : { ...read(platform), detail: signalName(platform) },
    storage: doneOf(trace, remainsOf(trace.step, policy)),
    traffic: doneOf(trace, trafficOf(trace, policy)),
  };
}

const sayingOf = (signal: SignalEvent | undefined): Saying =>
  signal === undefined ? NOTHING : { state: summarise(signal), detail: signal.note };

/** Who keeps the choice, the more specific first. */
const PLATFORMS: readonly SignalName[] = [...CONSENT_PLATFORMS, 'shopify', 'segment'];

/** What the step's document has said since it began: a step may go on in the document before it. */
function documentEvents({ scenario, step }: StepTrace): TimelineEvent[] {
  const until = scenario.steps.indexOf(step);
  return scenario.steps
    .filter(
      ({ timeline }, index) => index <= until && timeline.startedAt === step.timeline.startedAt,
    )
    .flatMap(({ timeline }) => timeline.events)
    .filter(({ t }) => t <= step.endedAt)
    .toSorted((a, b) => a.t - b.t);
}

/** The last request that carried consent counts: the fields change with the choice. */
function wireOf({ step, from }: StepTrace): Saying {
  const carrying = step.requests.filter(
    (request) => request.t >= from && wireStates(request).length > 0,
  );
  const last = carrying.toSorted((a, b) => a.t - b.t).at(-1);
  if (last === undefined) return NOTHING;
  const states = wireStates(last);
  const [first] = states;
  const isOne = states.every((state) => state === first);
  return { state: isOne && first ? first : 'mixed', detail: last.gcs ?? last.gcd ?? '' };
}

/** What was done speaks for itself; that nothing was done is known only where it would have been seen. */
function doneOf({ decided, watched }: StepTrace, things: readonly string[]): Saying {
  const [first] = things;
  if (first !== undefined) {
    const more = things.length > 1 ? ` +${things.length - 1}` : '';
    return { state: 'granted', detail: `${first}${more}`.slice(0, 200) };
  }
  if (!watched) return NOTHING;
  return { state: decided === 'granted' ? 'unset' : 'denied', detail: '' };
}

/** Where sale and sharing are opted out of, consent may stand until a person says no. */
function isAgainst(
  { decided, scenario }: StepTrace,
  column: ReconcileColumn,
  state: ReconcileState | null,
  { region }: ConsentWalkPolicy,
): boolean {
  if (state === null || state === 'unset' || decided === 'unknown') return false;
  if (decided === 'granted') return state === 'denied' && !isDone(column);
  const isAsked: Decided =
    region === 'ccpa' && decided === 'unset' && scenario.id !== 'gpc' ? 'unset' : 'denied';
  return isAsked === 'denied' && state !== 'denied';
}

const isDone = (column: ReconcileColumn): boolean => column === 'storage' || column === 'traffic';
