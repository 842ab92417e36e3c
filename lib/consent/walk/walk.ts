import type { RecorderState } from '../../protocol/recorders';
import { SCENARIO_IDS, type ScenarioId, type StepId } from '../../protocol/walk/scenarios';
import type { Walk, WalkScenario } from '../../protocol/walk/walk';
import type { WalkDriver } from './driver';
import { type PathContext, walkPath } from './path';
import { isWanted, type Turn, timesFor, turnsAgain } from './repeats';

export interface WalkOptions {
  /** Redacted address of the page. */
  readonly url: string;
  readonly scenarios?: readonly ScenarioId[];
  /** How often a path is walked at most for recorders that sample. */
  readonly mostRepeats?: number;
  /** Milliseconds from the walk's beginning after which nothing is walked again. */
  readonly mostMs?: number;
  /** Certainty with which a recorder that samples is to show itself, 0 to 1. */
  readonly power?: number;
  /** Paths that are walked at the same time, each in a visit of its own. */
  readonly concurrency?: number;
  readonly now: () => number;
  /** Ends the walk with what it has. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WalkProgress) => void;
}

/** A step has begun, or a path has ended. */
export interface WalkProgress {
  readonly scenario: ScenarioId;
  readonly repeat: number;
  /** Null: the path has ended. */
  readonly step: StepId | null;
  /** All that was walked so far, this path in it. */
  readonly walk: Walk;
}

/**
 * Walks every path that a visitor can take, each from a clean state. A path that can't be walked is
 * part of the result, with its obstacle; so is a walk that was stopped.
 *
 * Where a recorder samples its sessions, the acceptance is walked until it was heard, and the paths whose
 * result is a silence as often as it takes to tell that from chance. Both are bounded: a path is walked
 * `mostRepeats` times at most, one that the page stands in the way of is not walked again, and after
 * `mostMs` nothing is walked again. The rules then tell how many visits it would have taken.
 */
export async function walkPage(driver: WalkDriver, options: WalkOptions): Promise<Walk> {
  const { now, signal, mostRepeats = 1, mostMs = MOST_MS, power = 0.95, concurrency = 1 } = options;
  const scenarios: WalkScenario[] = [];
  const recorders = new Map<string, RecorderState>();
  const context: PathContext = { driver, now, title: '', note: (found) => addTo(recorders, found) };
  const startedAt = now();
  const gpcFile = await driver.gpcFile();
  const walk = (more: readonly WalkScenario[] = []): Walk => ({
    url: options.url,
    title: context.title,
    startedAt,
    endedAt: now(),
    vantage: driver.vantage,
    gpcFile,
    recorders: [...recorders.values()],
    scenarios: [...scenarios, ...more],
  });
  const run = async ({ id, repeat }: Turn): Promise<void> => {
    if (signal?.aborted) {
      scenarios.push(notWalked(id, repeat));
      return;
    }
    const path = walkPath({ ...context, signal }, id, repeat, (step, soFar) => {
      options.onProgress?.({ scenario: id, repeat, step, walk: walk([soFar]) });
    });
    const { scenario, title } = await path;
    context.title ||= title;
    scenarios.push(scenario);
    options.onProgress?.({ scenario: id, repeat, step: null, walk: walk() });
  };
  const all = options.scenarios ?? SCENARIO_IDS;
  await eachOf(
    all.map((id) => ({ id, repeat: 0 })),
    concurrency,
    run,
  );
  const times = Math.min(mostRepeats, timesFor([...recorders.values()], power));
  await eachOf(turnsAgain(all, times), concurrency, async (turn) => {
    const isOver = signal?.aborted === true || now() - startedAt >= mostMs;
    if (!isOver && isWanted(walk(), turn)) await run(turn);
  });
  scenarios.sort((a, b) => a.repeat - b.repeat || all.indexOf(a.id) - all.indexOf(b.id));
  return walk();
}

/** Twelve minutes: what was begun until then ends well within the twenty that a page gets. */
const MOST_MS = 12 * 60_000;

/** Does all of the work, some at a time. */
async function eachOf(
  turns: readonly Turn[],
  atOnce: number,
  run: (turn: Turn) => Promise<void>,
): Promise<void> {
  const left = [...turns];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, work));
}

function addTo(known: Map<string, RecorderState>, found: readonly RecorderState[]): void {
  for (const state of found) {
    const before = known.get(state.id);
    // Options that were read say more than those that were assumed.
    if (before === undefined || (before.optionSource !== 'read' && state.optionSource === 'read')) {
      known.set(state.id, state);
    }
  }
}

const notWalked = (id: ScenarioId, repeat: number): WalkScenario => ({
  id,
  repeat,
  state: 'not-walked',
  obstacle: 'interrupted',
  steps: [],
  clicks: null,
});
