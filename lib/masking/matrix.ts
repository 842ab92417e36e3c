import { type CoverageCell, MATRIX_ORDER } from '../protocol/findings';
import { isPersonal } from '../protocol/pii-classes';
import type { MaskingArtifacts } from './contract';
import { isCovered } from './coverage';
import { predictionsOf } from './exposures';

/**
 * Coverage of each class by each recorder, by value and by distinct field: a thousand rows of one
 * table are a thousand values and one field. A field counts as covered where all its values are.
 */
export function coverageMatrix(artifacts: MaskingArtifacts): CoverageCell[] {
  const tallies = new Map<string, Tally>();
  for (const frame of artifacts.frames) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const field = [frame.origin, sighting.template, sighting.channel, sighting.attribute].join(
        '\n',
      );
      for (const { recorder, capture } of predictionsOf(sighting, frame, artifacts)) {
        const key = `${sighting.pii} ${recorder}`;
        const tally = tallies.get(key) ?? new Tally(sighting.pii, recorder);
        tallies.set(key, tally);
        tally.add(field, isCovered(capture));
      }
    }
  }
  return [...tallies.values()].map((tally) => tally.cell()).sort(MATRIX_ORDER);
}

class Tally {
  #values = 0;
  #covered = 0;
  readonly #fields = new Map<string, boolean>();

  constructor(
    private readonly pii: CoverageCell['pii'],
    private readonly recorder: CoverageCell['recorder'],
  ) {}

  add(field: string, covered: boolean): void {
    this.#values += 1;
    if (covered) this.#covered += 1;
    this.#fields.set(field, (this.#fields.get(field) ?? true) && covered);
  }

  cell(): CoverageCell {
    return {
      pii: this.pii,
      recorder: this.recorder,
      values: this.#values,
      coveredValues: this.#covered,
      fields: this.#fields.size,
      coveredFields: [...this.#fields.values()].filter(Boolean).length,
    };
  }
}
