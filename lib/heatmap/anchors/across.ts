import type { Stretch } from './shifts';
import type { Strip, Way } from './strips';

/** A stretch of a strip, by which way it goes, and how many clicks are in it. */
export interface TakenStretch extends Stretch {
  readonly way: number;
  readonly clicks: number;
}

/**
 * What is at the left of a row keeps its distance to the left edge, what is at the right to the right
 * edge, and what is between to the middle, or grows with the page: what the likeliest such division of
 * a strip is worth, by shift. Ways stand in the order in which they may follow each other from left to
 * right; a way costs its price, and where it takes over has to be told as well. In nats.
 */
export function fitOf(strip: Strip, prices: readonly number[], shifts: number): Float64Array {
  const best = new Float64Array(prices.length);
  return Float64Array.from({ length: shifts }, (_, shift) => {
    walk(strip, prices, shifts, shift, best, null);
    return best.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  });
}

/** The division that `fitOf` has valued, at one shift. */
export function stretchesOf(
  strip: Strip,
  ways: readonly Way[],
  prices: readonly number[],
  { shifts, shift }: { readonly shifts: number; readonly shift: number },
): readonly TakenStretch[] {
  const { clicks } = strip;
  const best = new Float64Array(prices.length);
  const froms = new Uint8Array(clicks.length * prices.length);
  walk(strip, prices, shifts, shift, best, froms);
  const taken = new Uint8Array(clicks.length);
  let at = best.indexOf(Math.max(...best));
  for (let i = clicks.length - 1; i >= 0; i--) {
    taken[i] = at;
    at = froms[i * prices.length + at] ?? at;
  }
  const stretches: TakenStretch[] = [];
  clicks.forEach(({ x }, i) => {
    const way = taken[i] ?? 0;
    const last = stretches.at(-1);
    if (last?.way === way) {
      stretches[stretches.length - 1] = { ...last, clicks: last.clicks + 1 };
      return;
    }
    const { from, times } = ways[way] ?? { from: 0, times: 1 };
    const before = clicks[i - 1]?.x ?? x;
    stretches.push({ x: (before + x) / 2, from, times, way, clicks: 1 });
  });
  return stretches;
}

/** From left to right: the best way to each way (Viterbi), left in `best`, and how, in `froms`. */
function walk(
  { clicks, worth }: Strip,
  prices: readonly number[],
  shifts: number,
  shift: number,
  best: Float64Array,
  froms: Uint8Array | null,
): void {
  const { length } = prices;
  const place = Math.log(Math.max(1, clicks.length));
  for (let way = 0; way < length; way++) best[way] = -(prices[way] ?? 0);
  for (let i = 0; i < clicks.length; i++) {
    let most = Number.NEGATIVE_INFINITY;
    let mostWay = 0;
    for (let way = 0; way < length; way++) {
      const stay = best[way] ?? 0;
      const change = most - place - (prices[way] ?? 0);
      const isChange = i > 0 && change > stay;
      best[way] = (isChange ? change : stay) + (worth[(i * length + way) * shifts + shift] ?? 0);
      if (froms !== null) froms[i * length + way] = isChange ? mostWay : way;
      if (stay > most) {
        most = stay;
        mostWay = way;
      }
    }
  }
}
