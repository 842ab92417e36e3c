import { SCENARIO_IDS } from '../../protocol/walk/scenarios';
import type { WalkRequest } from './options';

/** Steps of the longest path, which is the refusal. */
const MOST_STEPS = 6;
/** Milliseconds of a step beside its waits: presses, a picture, the readings. */
const WORK_MS = 30_000;

type Asked = Pick<WalkRequest, 'scenarios' | 'waits' | 'concurrency'> & {
  readonly page: Pick<WalkRequest['page'], 'timeout'>;
};

/**
 * Milliseconds that all the paths of one page may take: as if each page took its whole timeout to load
 * and no banner came, with the time in which recorders that sample are walked again.
 *
 * @param repeatsMs Milliseconds after which nothing is walked again; what has begun goes on to its end.
 */
export function walkLimit(asked: Asked, repeatsMs: number): number {
  const { waits, concurrency, page } = asked;
  const ids = asked.scenarios ?? SCENARIO_IDS;
  const step = page.timeout + waits.banner + Math.max(waits.before, waits.after) + WORK_MS;
  const round = MOST_STEPS * step;
  return Math.max(Math.ceil(ids.length / concurrency) * round, repeatsMs) + round;
}
