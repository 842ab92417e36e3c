import type { CommonBand, CommonBands } from './common-band';

/**
 * Joins bands so that between any two of them, and above the first, nobody stopped or at least `k` people
 * did, on either side. A band joins the one below and has its number, of those who got through both: all
 * numbers stay exact. Raising or lowering counts instead (as one map alone does, `roundBands`) would move
 * them by up to `k` people, which looks like a difference where people are few.
 */
export function joinSmallSteps(
  { bands, left, peopleA, peopleB }: CommonBands,
  k: number,
): CommonBands {
  const all = { a: { value: peopleA }, b: { value: peopleB } };
  const { kept, apart } = joinUpwards(bands, k);
  while (isFew(all, kept.at(-1), k)) {
    const [second, first] = [kept.at(-2), kept.at(-1)];
    // All but a few got to the end: those few are not told from the others.
    if (first === undefined || second === undefined) {
      return { bands: kept, left: left + apart, ...peopleOf(first) };
    }
    kept.splice(-2, 2, { ...second, top: first.top });
  }
  return { bands: kept.toReversed(), left: left + apart, peopleA, peopleB };
}

/** From the lowest band up. */
function joinUpwards(bands: readonly CommonBand[], k: number) {
  const kept: CommonBand[] = [];
  let apart = 0;
  for (const band of bands.toReversed()) {
    const below = kept.at(-1);
    if (below === undefined || !(isFew(band, below, k) || isSame(band, below))) kept.push(band);
    else if (band.bottom === below.top) kept[kept.length - 1] = { ...below, top: band.top };
    // What lies between the two is not shown, so nothing is said of it.
    else apart += 1;
  }
  return { kept, apart };
}

interface Reached {
  readonly a: { readonly value: number };
  readonly b: { readonly value: number };
}

/** Whether too few to be told stopped above `below`, on one side at least. */
const isFew = (above: Reached, below: Reached | undefined, k: number): boolean =>
  below !== undefined &&
  [above.a.value - below.a.value, above.b.value - below.b.value].some(
    (step) => step > 0 && step < k,
  );

const isSame = (one: Reached, other: Reached): boolean =>
  one.a.value === other.a.value && one.b.value === other.b.value;

const peopleOf = (band: Reached | undefined) => ({
  peopleA: band?.a.value ?? 0,
  peopleB: band?.b.value ?? 0,
});
