import type { Cover } from './cover';

/** A click as recorded: CSS px, x at the page's width now; weight 1 on average. */
export interface Click {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** How places across are turned: `x` lies at `from + times * x` now. */
export interface Way {
  readonly from: number;
  readonly times: number;
}

/** Clicks of a part of the page that moves down as one. */
export interface Strip {
  readonly number: number;
  /** From left to right. */
  readonly clicks: readonly Click[];
  /** What each click is worth, in nats: by click, then way, then shift. */
  readonly worth: Float32Array;
}

export interface Steps {
  /** Of a strip, CSS px. */
  readonly height: number;
  /** Between two shifts, CSS px. */
  readonly step: number;
  /** Number of the shift by nothing. */
  readonly middle: number;
  readonly shifts: number;
}

/** Clicks by strips from the top down, and what each way and shift would make of them. */
export function stripsOf(
  clicks: readonly Click[],
  cover: Cover,
  ways: readonly Way[],
  { height, step, middle, shifts }: Steps,
): readonly Strip[] {
  const strips = new Map<number, Click[]>();
  for (const click of clicks) {
    const number = Math.floor(click.y / height);
    const strip = strips.get(number);
    if (strip === undefined) strips.set(number, [click]);
    else strip.push(click);
  }
  return [...strips]
    .sort(([a], [b]) => a - b)
    .map(([number, of]) => {
      const sorted = of.sort((a, b) => a.x - b.x);
      const worth = new Float32Array(sorted.length * ways.length * shifts);
      let at = 0;
      for (const { x, y, weight } of sorted) {
        for (const { from, times } of ways) {
          for (let i = 0; i < shifts; i++) {
            worth[at++] = weight * cover.at(from + times * x, y + (i - middle) * step);
          }
        }
      }
      return { number, clicks: sorted, worth };
    });
}

/** What the clicks of strips are worth where they are. */
export const asItIs = (
  strips: readonly Strip[],
  ways: number,
  way: number,
  { shifts, middle }: Steps,
): number =>
  strips.reduce(
    (sum, { clicks, worth }) =>
      clicks.reduce((all, _, i) => all + (worth[(i * ways + way) * shifts + middle] ?? 0), sum),
    0,
  );
