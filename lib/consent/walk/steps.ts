import type { ScenarioId, StepId } from '../../protocol/walk/scenarios';
import type { WalkStep } from '../../protocol/walk/step';
import type { Walk, WalkScenario } from '../../protocol/walk/walk';

/**
 * What the visitor of a path has decided by a step. `unset`: nothing yet; `unknown`: something was
 * pressed, and nobody can say whether it was a choice, so that what follows tells of none.
 */
export type Decided = 'granted' | 'denied' | 'unset' | 'unknown';

/**
 * What the visitor has decided by a step. A choice that could not be made leaves it unset, whatever the
 * path was meant to show.
 */
export function decidedBy(scenario: WalkScenario, step: StepId): Decided {
  if (step === 'before' || step === 'warm') return 'unset';
  if (isHalfMade(scenario, step)) return 'unknown';
  if (!isMade(scenario)) return 'unset';
  // A withdrawal that nobody could make leaves the acceptance as it was.
  if (scenario.id === 'withdraw' && !isWithdrawn(scenario)) return 'granted';
  return AFTER_THE_CHOICE[scenario.id](step);
}

/** The path broke off in this step, after a press. */
const isHalfMade = ({ steps }: WalkScenario, id: StepId): boolean =>
  goesOn(id) && steps.some((step) => step.id === id && !step.choiceAt && step.clicks.length > 0);

const isWithdrawn = ({ steps }: WalkScenario): boolean =>
  steps.some(({ id, choiceAt }) => id === 'withdrawn' && choiceAt !== null);

const AFTER_THE_CHOICE: Readonly<Record<ScenarioId, (step: StepId) => Decided>> = {
  untouched: () => 'unset',
  gpc: () => 'unset',
  scroll: () => 'unset',
  reject: () => 'denied',
  'settings-off': () => 'denied',
  accept: () => 'granted',
  withdraw: (step) => (step === 'after' ? 'granted' : 'denied'),
};

/** Whether the choice of a path was made at all. */
export const isMade = (scenario: WalkScenario): boolean =>
  scenario.steps.some(({ choiceAt }) => choiceAt !== null) || (scenario.clicks ?? 0) > 0;

/** The runs of a path that gave steps, in order. */
export const runsOf = ({ scenarios }: Walk, id: ScenarioId): readonly WalkScenario[] =>
  scenarios.filter((scenario) => scenario.id === id && scenario.steps.length > 0);

export const stepOf = (scenario: WalkScenario | undefined, id: StepId): WalkStep | undefined =>
  scenario?.steps.find((step) => step.id === id);

/** The first run of a path that gave steps: what does not change from run to run is read there. */
export const firstRunOf = (walk: Walk, id: ScenarioId): WalkScenario | undefined =>
  runsOf(walk, id)[0];

/** Whether the absence of something in a step says that it did not happen. */
export const isWatched = ({ timeline, requestsDropped }: WalkStep): boolean =>
  timeline.fromStart && timeline.dropped === 0 && requestsDropped === 0;

/** Steps that go on in the document of the step before, from a choice on. */
export const goesOn = (id: StepId): boolean => id === 'after' || id === 'withdrawn';
