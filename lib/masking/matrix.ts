import type { FrameEvidence, Sighting } from '../protocol/evidence';
import { type CoverageCell, MATRIX_ORDER } from '../protocol/findings';
import { isPersonal } from '../protocol/pii-classes';
import { type OfSetup, setupIdIn } from '../recorders/setups';
import type { MaskingArtifacts } from './contract';
import { isCovered } from './coverage';
import { predictionsOf } from './exposures';

/**
 * Coverage of each class by each setup, by value and by distinct field: a thousand rows of one
 * table are a thousand values and one field. A field counts as covered where all its values are.
 */
export function coverageMatrix(artifacts: MaskingArtifacts): CoverageCell[] {
  const tallies = new Map<string, Tally>();
  for (const frame of artifacts.frames) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const field = fieldOf(frame, sighting);
      for (const prediction of predictionsOf(sighting, frame, artifacts)) {
        const key = `${sighting.pii} ${setupIdIn(prediction)}`;
        const tally = tallies.get(key) ?? new Tally(sighting.pii, prediction);
        tallies.set(key, tally);
        tally.add(field, isCovered(prediction.capture));
      }
    }
  }
  return [...tallies.values()].map((tally) => tally.cell()).sort(MATRIX_ORDER);
}

/** What makes one field of a page: a thousand rows of one table have the same. */
export const fieldOf = (frame: FrameEvidence, { template, channel, attribute }: Sighting): string =>
  [frame.origin, template, channel, attribute].join('\n');

class Tally {
  #values = 0;
  #covered = 0;
  readonly #fields = new Map<string, boolean>();

  constructor(
    private readonly pii: CoverageCell['pii'],
    private readonly of: OfSetup,
  ) {}

  add(field: string, covered: boolean): void {
    this.#values += 1;
    if (covered) this.#covered += 1;
    this.#fields.set(field, (this.#fields.get(field) ?? true) && covered);
  }

  cell(): CoverageCell {
    return {
      pii: this.pii,
      recorder: this.of.recorder,
      ...(this.of.setup !== undefined && { setup: this.of.setup }),
      values: this.#values,
      coveredValues: this.#covered,
      fields: this.#fields.size,
      coveredFields: [...this.#fields.values()].filter(Boolean).length,
    };
  }
}
