import type { ElementBox } from '../../protocol/heat';

/** How far a place may be off, CSS px of the page now: half of the source's step either way. */
export interface Tolerance {
  readonly x: number;
  readonly y: number;
}

/** Index of the box that a click belongs to, or -1. Fixed places belong to fixed boxes alone. */
export type Snap = (x: number, y: number, fixed: boolean) => number;

/** Widths that are one band: recorded on one of them, a click lies near its element on another. */
export const isWithinBand = (scaleX: number): boolean => Math.abs(scaleX - 1) <= 0.1 + 1e-9;

/** PostHog's own steps: 16 px down, and 1 % of the width across; taken where a source tells none. */
export function toleranceOf(
  {
    gridErrorX,
    gridErrorY,
  }: { readonly gridErrorX: number | null; readonly gridErrorY: number | null },
  width: number,
): Tolerance {
  return {
    x: Math.min(Math.max(gridErrorX ?? width * 0.005, LEAST), MOST),
    y: Math.min(Math.max(gridErrorY ?? 8, LEAST), MOST),
  };
}

/** A pointer's own blur, and the widest step at which a place still tells an element. */
const LEAST = 2;
const MOST = 24;

/** Edge of a square of the index, CSS px. */
const SQUARE = 64;

/** Squares that one box is listed in; a larger one is looked at for every click. */
const MOST_SQUARES = 2_000;

/**
 * Finds the element beneath a click whose place is known to a step. What the step's rectangle covers
 * most of wins, weighed down by the size of the box: of a button on a card that is a link, the
 * button. Interactive elements go before all others, which must lie under the place itself.
 */
export function createSnap(boxes: readonly ElementBox[], { x: tx, y: ty }: Tolerance): Snap {
  const squares = new Map<string, number[]>();
  const everywhere: number[] = [];
  boxes.forEach(({ box: [left, top, width, height], fixed }, i) => {
    if (!(width > 0 && height > 0)) return;
    const columns = range(left - tx, left + width + tx);
    const rows = range(top - ty, top + height + ty);
    if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > MOST_SQUARES) {
      everywhere.push(i);
      return;
    }
    for (let row = rows[0]; row <= rows[1]; row++) {
      for (let column = columns[0]; column <= columns[1]; column++) {
        const key = `${fixed ? 'f' : ''}${column},${row}`;
        const list = squares.get(key);
        if (list === undefined) squares.set(key, [i]);
        else list.push(i);
      }
    }
  });

  return (x, y, fixed) => {
    const key = `${fixed ? 'f' : ''}${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`;
    let best = -1;
    let most = 0;
    for (const i of [...(squares.get(key) ?? []), ...everywhere]) {
      const each = boxes[i];
      if (each === undefined || each.fixed !== fixed) continue;
      const score = scoreOf(each, x, y, tx, ty);
      // Of equal ones the last listed, which lies on top.
      if (score > 0 && score >= most) {
        most = score;
        best = i;
      }
    }
    return best;
  };
}

function scoreOf({ box, interactive }: ElementBox, x: number, y: number, tx: number, ty: number) {
  const [left, top, width, height] = box;
  const across = Math.min(x + tx, left + width) - Math.max(x - tx, left);
  const down = Math.min(y + ty, top + height) - Math.max(y - ty, top);
  if (across <= 0 || down <= 0) return 0;
  const overlap = (across * down) / (4 * tx * ty);
  const score = overlap / Math.sqrt(width * height);
  if (interactive !== false) return score + FIRST;
  const isUnder = x >= left && x < left + width && y >= top && y < top + height;
  return isUnder ? score : 0;
}

/** More than any score. */
const FIRST = 10;

const range = (from: number, to: number): readonly [number, number] => [
  Math.floor(from / SQUARE),
  Math.floor(to / SQUARE),
];
