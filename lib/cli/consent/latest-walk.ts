import type { WalkProgress } from '../../consent/walk/walk';
import type { ScenarioId } from '../../protocol/walk/scenarios';
import type { Walk, WalkScenario } from '../../protocol/walk/walk';

/** What a walk has so far, for where it never comes to its end: a page may hang the browser. */
export class LatestWalk {
  #walk: Walk | null = null;
  /** Paths that were begun and have not ended. */
  readonly #open = new Map<string, WalkScenario>();

  note({ scenario, repeat, step, walk }: WalkProgress): void {
    const key = `${scenario} ${repeat}`;
    const soFar = walk.scenarios.at(-1);
    if (step === null) this.#open.delete(key);
    else if (soFar !== undefined) this.#open.set(key, soFar);
    this.#walk = walk;
  }

  /** The walk as if it had been stopped; null: it has seen nothing. */
  stopped(asked: readonly ScenarioId[], now: number): Walk | null {
    if (this.#walk === null) return null;
    const ended = this.#walk.scenarios.filter((one) => !this.#open.has(keyOf(one)));
    const known = [...ended, ...[...this.#open.values()].map(interrupted)];
    const missing = asked.filter((id) => !known.some((one) => one.id === id)).map(notWalked);
    const scenarios = [...known, ...missing].toSorted(
      (a, b) => a.repeat - b.repeat || asked.indexOf(a.id) - asked.indexOf(b.id),
    );
    if (!scenarios.some(({ steps }) => steps.length > 0)) return null;
    return { ...this.#walk, endedAt: now, scenarios };
  }
}

const keyOf = ({ id, repeat }: WalkScenario): string => `${id} ${repeat}`;

const interrupted = (scenario: WalkScenario): WalkScenario => ({
  ...scenario,
  state: scenario.steps.length > 0 ? 'partly' : 'not-walked',
  obstacle: 'interrupted',
});

const notWalked = (id: ScenarioId): WalkScenario =>
  interrupted({ id, repeat: 0, state: 'not-walked', obstacle: null, steps: [], clicks: null });
