import type { WalkProgress } from '../../consent/walk/walk';
import type { ScenarioId, StepId } from '../../protocol/walk/scenarios';
import type { WalkClick } from '../../protocol/walk/step';

/** What happens now; `press` is the person's. As the panel shows it (components/consent/props.ts). */
export type WalkTask =
  | {
      readonly kind: 'press';
      readonly aim: WalkClick['aim'];
      readonly label: string;
      readonly selector: string;
      readonly again: boolean;
    }
  | { readonly kind: 'clear' | 'load' | 'banner' | 'watch' | 'reload' | 'second-page' | 'judge' };

/** Where a running walk is. */
export interface WalkRun {
  readonly paths: readonly {
    readonly id: ScenarioId;
    readonly state: 'ahead' | 'now' | 'walked' | 'partly' | 'not-walked';
  }[];
  readonly scenario: ScenarioId;
  readonly steps: readonly { readonly id: StepId; readonly state: 'done' | 'now' | 'ahead' }[];
  readonly task: WalkTask;
  readonly since: number;
  readonly until: number | null;
}

/** A walk that has not begun yet. */
export function firstRun(scenarios: readonly ScenarioId[], now: number): WalkRun {
  const [scenario = 'untouched'] = scenarios;
  return {
    paths: scenarios.map((id) => ({ id, state: id === scenario ? 'now' : 'ahead' })),
    scenario,
    steps: stepsOf(scenario, null),
    task: { kind: 'clear' },
    since: now,
    until: null,
  };
}

/** A step has begun, or a path has ended. */
export function afterProgress(run: WalkRun, { scenario, step, walk }: WalkProgress): WalkRun {
  const ended = step === null ? walk.scenarios.findLast(({ id }) => id === scenario) : undefined;
  const states = run.paths.map((path) => {
    if (path.id === scenario) return { ...path, state: ended?.state ?? ('now' as const) };
    return path.state === 'now' ? { ...path, state: 'ahead' as const } : path;
  });
  // The next one begins with the clearing of the site, of which no step tells.
  const next = ended ? states.find(({ state }) => state === 'ahead')?.id : undefined;
  const now = next ?? scenario;
  return {
    ...run,
    paths: states.map((path) => (path.id === next ? { ...path, state: 'now' } : path)),
    scenario: now,
    steps: stepsOf(now, next === undefined ? step : null),
  };
}

export const withTask = (run: WalkRun, task: WalkTask, since: number, until?: number): WalkRun => ({
  ...run,
  task,
  since,
  until: until ?? null,
});

function stepsOf(scenario: ScenarioId, now: StepId | null): WalkRun['steps'] {
  const steps = STEPS[scenario];
  const at = now === null ? 0 : steps.indexOf(now);
  return steps.map((id, index) => ({
    id,
    state: index < at ? 'done' : index === at ? 'now' : 'ahead',
  }));
}

/** The steps that a path has where nothing stops it (lib/consent/walk/path.ts). */
const STEPS: Readonly<Record<ScenarioId, readonly StepId[]>> = {
  untouched: ['before', 'warm', 'reload', 'second-page'],
  reject: ['before', 'after', 'reload', 'reload-2', 'reload-3', 'second-page'],
  accept: ['before', 'after', 'reload', 'second-page'],
  withdraw: ['before', 'after', 'withdrawn', 'reload', 'second-page'],
  'settings-off': ['before', 'after', 'reload', 'second-page'],
  gpc: ['before', 'reload', 'second-page'],
  scroll: ['before', 'after', 'reload', 'second-page'],
};

/** How many presses a path asks of a person, and about how long it takes. */
export function costOf(
  scenario: ScenarioId,
  waits: { readonly banner: number; readonly before: number; readonly after: number },
): { readonly presses: number; readonly seconds: number } {
  const presses = PRESSES[scenario];
  const perStep = STEPS[scenario].map(
    (id) => (id === 'after' ? waits.after : waits.before) + 2_000,
  );
  const total = perStep.reduce((sum, ms) => sum + ms, 0);
  return { presses, seconds: Math.round(total / 1_000) + presses * 5 };
}

const PRESSES: Readonly<Record<ScenarioId, number>> = {
  untouched: 0,
  reject: 1,
  accept: 1,
  withdraw: 3,
  'settings-off': 3,
  gpc: 0,
  scroll: 0,
};
