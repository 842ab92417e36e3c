import type { Browser } from 'playwright';
import { walkPage } from '../../consent/walk/walk';
import type { ConsentWalkPolicy } from '../../consent/walk-policy';
import { SCENARIO_IDS } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';
import { redactUrl } from '../../report/redact-url';
import { say } from '../output';
import type { BrowserWorker } from '../pool';
import { createCliDriver, type WalkMaterial } from './drive';
import { LatestWalk } from './latest-walk';
import { walkLimit } from './limit';
import type { WalkRequest } from './options';
import { withGrace } from './stop';

/** Beyond this, a recorder that samples less is for a person to force on. */
const MOST_REPEATS = 12;
/** Milliseconds after which nothing is walked again. */
const REPEATS_MS = 720_000;
/** Milliseconds in which a walk that is stopped ends its steps. */
const GRACE_MS = 60_000;

/** A page that was walked, as far as it came. */
export interface WalkedPage {
  readonly walk: Walk;
  readonly material: WalkMaterial;
  /** Somebody stopped it, or it took longer than it may. */
  readonly stopped: boolean;
}

/**
 * Walks the paths of one page. Whatever ends it before its time, what was seen until then is handed on.
 *
 * @throws Error where nothing was seen.
 */
export async function walkOne(
  worker: BrowserWorker,
  request: WalkRequest,
  policy: ConsentWalkPolicy,
  stop: AbortSignal,
): Promise<WalkedPage> {
  const limit = walkLimit(request, REPEATS_MS);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(limit)]);
  const scenarios = request.scenarios ?? SCENARIO_IDS;
  const latest = new LatestWalk();
  const material: WalkMaterial = { pictures: new Map(), visits: new Map() };
  const work = async (browser: Browser): Promise<Walk> => {
    const driver = await createCliDriver(browser, request, { material, signal });
    const walk = walkPage(driver, {
      url: redactUrl(request.url),
      scenarios,
      mostRepeats: MOST_REPEATS,
      mostMs: REPEATS_MS,
      power: policy.thresholds.power,
      concurrency: request.concurrency,
      now: Date.now,
      signal,
      onProgress: (progress) => {
        latest.note(progress);
        const { scenario, repeat, step } = progress;
        say(`  ${scenario}${repeat > 0 ? ` (${repeat + 1})` : ''}: ${step ?? 'done'}`);
      },
    });
    const walked = await withGrace(walk, signal, GRACE_MS);
    await driver.close();
    return walked;
  };
  try {
    const walk = await worker.run(limit + 2 * GRACE_MS, work);
    return { walk, material, stopped: signal.aborted };
  } catch (cause) {
    const walk = latest.stopped(scenarios, Date.now());
    if (walk === null) throw cause;
    return { walk, material, stopped: true };
  }
}
