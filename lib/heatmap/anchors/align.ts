/** What one change of shift costs, and each step of it. */
export interface Prices {
  readonly change: number;
  readonly perStep: number;
}

/**
 * The best shift of each strip, by dynamic programming as in sequence alignment (Viterbi 1967): the
 * best way to each shift, strip after strip. No strip goes further up than the one before allows, so
 * that the order of the page stays. Its time is strips times shifts, for the price of a change is
 * linear: the best is kept from the left and, within what the order allows, from the right.
 *
 * @param gaps - how many steps a strip lies below the one before it; the first is not read
 * @param fits - by strip: what each shift is worth; all of one length
 * @param start - the shift that costs nothing at first
 */
export function align(
  gaps: readonly number[],
  fits: readonly Float64Array[],
  start: number,
  { change, perStep }: Prices,
): { readonly value: number; readonly path: readonly number[] } {
  const shifts = fits[0]?.length ?? 0;
  let best = Float64Array.from({ length: shifts }, (_, i) => {
    const price = i === start ? 0 : change + perStep * Math.abs(i - start);
    return (fits[0]?.[i] ?? 0) - price;
  });
  const ways: Int32Array[] = [];
  for (let s = 1; s < fits.length; s++) {
    const { value, from } = step(best, gaps[s] ?? 0, change, perStep);
    const fit = fits[s];
    for (let to = 0; to < shifts; to++) value[to] = (value[to] ?? 0) + (fit?.[to] ?? 0);
    ways.push(from);
    best = value;
  }
  let at = start;
  best.forEach((each, i) => {
    if (each > (best[at] ?? Number.NEGATIVE_INFINITY)) at = i;
  });
  const value = best[at] ?? 0;
  const path = [at];
  for (const way of ways.reverse()) {
    at = way[at] ?? start;
    path.push(at);
  }
  return { value, path: path.reverse() };
}

function step(best: Float64Array, gap: number, change: number, perStep: number) {
  const value = Float64Array.from(best);
  const from = Int32Array.from(best, (_, i) => i);
  const take = (to: number, other: number, price: number): void => {
    const found = (best[other] ?? Number.NEGATIVE_INFINITY) - price;
    if (found <= (value[to] ?? 0)) return;
    value[to] = found;
    from[to] = other;
  };
  // From further up: the best so far, which grows dearer by each step.
  let above = 0;
  for (let to = 1; to < best.length; to++) {
    if (worth(best, above) + perStep * above < worth(best, to - 1) + perStep * (to - 1)) {
      above = to - 1;
    }
    take(to, above, change + perStep * (to - above));
  }
  // From further down, by no more than the gap: the best of a window that slides.
  const window: number[] = [];
  let first = 0;
  for (let to = best.length - 2; to >= 0; to--) {
    const next = to + 1;
    const key = worth(best, next) - perStep * next;
    while (window.length > first) {
      const last = window[window.length - 1] ?? 0;
      if (worth(best, last) - perStep * last > key) break;
      window.pop();
    }
    window.push(next);
    while ((window[first] ?? 0) > to + gap) first++;
    const below = window[first];
    if (below !== undefined) take(to, below, change + perStep * (below - to));
  }
  return { value, from };
}

const worth = (best: Float64Array, at: number): number => best[at] ?? Number.NEGATIVE_INFINITY;
