import type { ClassChange, SetupPair } from '../protocol/comparison';
import type { Prediction } from '../protocol/evidence';
import { isPersonal } from '../protocol/pii-classes';
import { setupIdIn, setupIdOf } from '../recorders/setups';
import type { MaskingArtifacts } from './contract';
import { isCovered } from './coverage';
import { predictionsOf } from './exposures';
import { fieldOf } from './matrix';

/** Setups whose pairs are compared; more would be more than anybody reads. */
const MOST_SETUPS = 6;

/**
 * What the second of each two setups changes of what the first exposes, by class: not in sum, where a
 * value that is covered and another that is laid bare would cancel out, but value by value. A field
 * counts as exposed where one of its values is. What can't be told counts as exposed.
 */
export function compareSetups(artifacts: MaskingArtifacts): SetupPair[] {
  const ids = artifacts.recorders.slice(0, MOST_SETUPS).map(setupIdOf);
  const pairs = ids.flatMap((first, index) =>
    ids.slice(index + 1).map((second) => ({ first, second, changes: new Changes(first, second) })),
  );
  for (const frame of pairs.length > 0 ? artifacts.frames : []) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const exposed = exposedIn(predictionsOf(sighting, frame, artifacts), ids);
      const field = fieldOf(frame, sighting);
      for (const { changes } of pairs) changes.add(sighting.pii, field, exposed);
    }
  }
  return pairs.map(({ first, second, changes }) => ({ first, second, classes: changes.classes() }));
}

function exposedIn(predictions: readonly Prediction[], ids: readonly string[]): Set<string> {
  const covered = predictions.filter(({ capture }) => isCovered(capture)).map(setupIdIn);
  return new Set(ids.filter((id) => !covered.includes(id)));
}

type Change = 'removed' | 'added' | 'kept' | null;

const changeOf = (first: boolean, second: boolean): Change => {
  if (first) return second ? 'kept' : 'removed';
  return second ? 'added' : null;
};

/** The values and the fields of each class, under two setups. */
class Changes {
  readonly #values = new Map<ClassChange['pii'], Change[]>();
  readonly #fields = new Map<
    ClassChange['pii'],
    Map<string, { first: boolean; second: boolean }>
  >();

  constructor(
    private readonly first: string,
    private readonly second: string,
  ) {}

  add(pii: ClassChange['pii'], field: string, exposed: ReadonlySet<string>): void {
    const [first, second] = [exposed.has(this.first), exposed.has(this.second)];
    const values = this.#values.get(pii) ?? [];
    const fields = this.#fields.get(pii) ?? new Map();
    this.#values.set(pii, values);
    this.#fields.set(pii, fields);
    values.push(changeOf(first, second));
    const before = fields.get(field) ?? { first: false, second: false };
    fields.set(field, { first: before.first || first, second: before.second || second });
  }

  /** Classes that are exposed under one of the two, those that change most first. */
  classes(): ClassChange[] {
    const all = [...this.#values].map(([pii, values]): ClassChange => {
      const fields = [...(this.#fields.get(pii)?.values() ?? [])].map((field) =>
        changeOf(field.first, field.second),
      );
      const count = (of: Change) => ({
        values: values.filter((change) => change === of).length,
        fields: fields.filter((change) => change === of).length,
      });
      return { pii, removed: count('removed'), added: count('added'), kept: count('kept') };
    });
    return all
      .filter(({ removed, added, kept }) => removed.values + added.values + kept.values > 0)
      .sort((a, b) => weight(b) - weight(a) || a.pii.localeCompare(b.pii));
  }
}

const weight = ({ removed, added }: ClassChange): number => removed.values + added.values;
