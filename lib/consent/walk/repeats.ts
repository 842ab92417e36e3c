import type { RecorderState } from '../../protocol/recorders';
import type { Obstacle, ScenarioId } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';
import { repeatsNeeded } from '../sampling';
import { controlOf } from './control';

/** One path, to be walked for the first time (0) or again. */
export interface Turn {
  readonly id: ScenarioId;
  readonly repeat: number;
}

/**
 * What is walked again for recorders that sample: acceptances first, since without having heard a recorder
 * no silence counts, then the paths whose result is a silence, each of them once before any of them twice.
 * So a walk that runs out of time has about as many visits of each.
 *
 * @param times How often a path is walked in all.
 */
export function turnsAgain(chosen: readonly ScenarioId[], times: number): Turn[] {
  const repeats = Array.from({ length: Math.max(0, times - 1) }, (_, index) => index + 1);
  const silent = chosen.filter((id) => SILENT.has(id));
  return [
    ...(chosen.includes('accept')
      ? repeats.map((repeat) => ({ id: 'accept', repeat }) as const)
      : []),
    ...repeats.flatMap((repeat) => silent.map((id) => ({ id, repeat }))),
  ];
}

/** Paths whose result is that nothing was seen. */
const SILENT: ReadonlySet<ScenarioId> = new Set<ScenarioId>([
  'untouched',
  'reject',
  'withdraw',
  'settings-off',
  'gpc',
]);

/** How often a path has to be walked until the recorder that samples most has shown itself. */
export const timesFor = (recorders: readonly RecorderState[], power: number): number =>
  Math.max(1, ...recorders.map(({ sampleRate = 1 }) => repeatsNeeded(sampleRate, power)));

/** Whether another run tells more: its path can be walked, and an acceptance is not heard yet. */
export function isWanted(walk: Walk, { id }: Turn): boolean {
  const first = walk.scenarios.find((scenario) => scenario.id === id);
  if (first?.obstacle && LASTING.has(first.obstacle)) return false;
  if (id !== 'accept') return true;
  return walk.recorders.some(
    ({ id: recorder, sampleRate = 1 }) =>
      sampleRate < 1 && controlOf(walk, recorder).recorded === 0,
  );
}

/** What lies in the page is there again; what lies in the network or the browser need not be. */
const LASTING: ReadonlySet<Obstacle> = new Set<Obstacle>([
  'no-banner',
  'no-control',
  'control-covered',
  'control-moves',
  'no-effect',
  'no-withdrawal',
  'not-possible-here',
]);
