import type { AuditResult, Coverage } from '../protocol/findings';
import { isPersonal } from '../protocol/pii-classes';
import type { Capture } from '../protocol/recorders';
import { setupIdIn, setupIdOf } from '../recorders/setups';
import type { MaskingArtifacts } from './contract';
import { predictionsOf } from './exposures';

const SAFE: ReadonlySet<Capture> = new Set(['masked', 'length-only', 'absent']);

/** Whether a value is not taken as it is. What can't be told counts as exposed. */
export const isCovered = (capture: Capture): boolean => SAFE.has(capture);

/**
 * How much of what is personal no recorder takes as it is: values not captured plain ÷ all personal
 * values, fields that are empty now among them. What can't be told counts as exposed, and so does
 * everything where no recorder could be judged.
 */
export function coverageOf(artifacts: MaskingArtifacts): AuditResult['coverage'] {
  const byRecorder = new Map(artifacts.recorders.map((state) => [setupIdOf(state), new Tally()]));
  const overall = new Tally();
  for (const frame of artifacts.frames) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const predictions = predictionsOf(sighting, frame, artifacts);
      const safe = predictions.every(({ capture }) => isCovered(capture));
      overall.add(predictions.length > 0 && safe);
      for (const [id, tally] of byRecorder) {
        const own = predictions.find((prediction) => setupIdIn(prediction) === id);
        tally.add(own !== undefined && isCovered(own.capture));
      }
    }
  }
  const entries = [...byRecorder].map(([id, tally]) => [id, tally.coverage()]);
  return { ...overall.coverage(), byRecorder: Object.fromEntries(entries) };
}

class Tally {
  #personal = 0;
  #covered = 0;

  add(covered: boolean): void {
    this.#personal += 1;
    if (covered) this.#covered += 1;
  }

  coverage(): Coverage {
    const share = this.#personal > 0 ? this.#covered / this.#personal : null;
    return { personal: this.#personal, covered: this.#covered, share };
  }
}
