import type { ProofField, ProofTarget } from '../protocol/proof';
import { planCanaries } from '../wire/canaries';
import type { CanaryField } from '../wire/contract';

/** A target as the maker of canaries wants it. */
export const canaryFieldOf = ({
  key,
  pii,
  type,
  maxLength,
}: ProofTarget): Required<CanaryField> => ({
  key,
  pii,
  type,
  maxLength,
});

/** Targets that no canary fits into: too few values are possible to tell ours from anybody's. */
export function unprovableKeys(targets: readonly ProofTarget[]): ReadonlySet<string> {
  // Any seed will do: what fits is decided by the field alone.
  const { unprovable } = planCanaries('0'.repeat(32), targets.map(canaryFieldOf));
  return new Set(unprovable.map(({ field }) => field));
}

/**
 * What became of the targets that a person chose.
 *
 * @param planted by key, when a canary was planted
 * @param lost frames that were gone at the end
 */
export function fieldsOf(
  chosen: readonly ProofTarget[],
  planted: ReadonlyMap<string, number>,
  lost: ReadonlySet<number> = new Set(),
): ProofField[] {
  const unprovable = unprovableKeys(chosen);
  return chosen.map(({ key, frame, selector, kind, pii }) => ({
    key,
    frame,
    selector,
    kind,
    pii,
    at: planted.get(key) ?? null,
    state: planted.has(key) ? 'planted' : unprovable.has(key) ? 'unprovable' : 'refused',
    ...(lost.has(frame) ? { lost: true } : {}),
  }));
}
