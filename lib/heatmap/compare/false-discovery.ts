/** Of what is called different, at most this part is expected not to be. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * q-values: the smallest false discovery rate at which each would be called different (Benjamini and
 * Hochberg 1995; Yekutieli and Benjamini 1999 for the adjusted form). In the order given.
 *
 * The method holds where tests are independent or depend positively; shares of one whole depend a little
 * negatively, which simulations show to matter not (`compare-maps.test.ts`).
 *
 * @param tests - How many were made, where some of them are not in the list.
 */
export function qValues(p: readonly number[], tests = p.length): number[] {
  const order = [...p.keys()].sort((i, j) => (p[j] ?? 1) - (p[i] ?? 1));
  const q: number[] = new Array(p.length).fill(1);
  let least = 1;
  order.forEach((i, at) => {
    const rank = p.length - at;
    least = Math.min(least, ((p[i] ?? 1) * Math.max(tests, p.length)) / rank);
    q[i] = least;
  });
  return q;
}
