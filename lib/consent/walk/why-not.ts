import { type Message, message } from '../../core/message';
import type { Obstacle, ScenarioId } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';

/** Why there is nothing to judge on a path: what stood in the way, or that nobody walked it. */
export function whyNotWalked({ scenarios }: Walk, id: ScenarioId): Message {
  const found = scenarios.find((one) => one.id === id && one.obstacle !== null);
  return found === undefined ? message('consent.walk.notAsked', id) : obstacleIn(found.obstacle);
}

/** What stood in the way, in a sentence. */
export const obstacleIn = (obstacle: Obstacle | null): Message =>
  message(`consent.walk.obstacle.${obstacle === null ? 'unknown' : OBSTACLE_KEYS[obstacle]}`);

/** Obstacles as the catalogue's keys name them. */
export const OBSTACLE_KEYS = {
  'no-banner': 'noBanner',
  'no-control': 'noControl',
  'control-covered': 'controlCovered',
  'control-moves': 'controlMoves',
  'no-effect': 'noEffect',
  'no-withdrawal': 'noWithdrawal',
  'not-reached': 'notReached',
  'timed-out': 'timedOut',
  interrupted: 'interrupted',
  'not-possible-here': 'notPossibleHere',
} as const satisfies Record<Obstacle, string>;
