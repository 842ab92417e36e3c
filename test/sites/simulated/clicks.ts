import { type Cells, cellAt, emptyCells } from '../../../lib/heatmap/cells';
import type { Level } from '../../../lib/heatmap/quadtree';
import { binEvents } from '../../../lib/heatmap/testing/bin-events';
import { mulberry32 } from '../posthog-double/events';

/**
 * Clicks of a known distribution on a made-up page: 80 targets, of which the i-th gets a share of
 * 1/i (Zipf), and six clicks a session; a session stands for a person. The page is that of the
 * simulation that k and the sizes of the quadtree were chosen by.
 */
export interface SimulatedClicks {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly person: Uint32Array;
}

export const PAGE = { width: 1440, height: 4000 };

interface Target {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly share: number;
}

const TARGETS = 80;
const CLICKS_A_SESSION = 6;
/** Share of clicks that hit no target. */
const ANYWHERE = 0.1;

export function simulateClicks(seed: number, sessions: number): SimulatedClicks {
  const targets = makeTargets();
  const random = mulberry32(seed);
  const upTo: number[] = [];
  targets.reduce((sum, { share }) => {
    upTo.push(sum + share);
    return sum + share;
  }, 0);
  const length = sessions * CLICKS_A_SESSION;
  const clicks = {
    x: new Float32Array(length),
    y: new Float32Array(length),
    person: new Uint32Array(length),
  };
  for (let i = 0; i < length; i++) {
    clicks.person[i] = Math.floor(i / CLICKS_A_SESSION);
    if (random() < ANYWHERE) {
      clicks.x[i] = random() * PAGE.width;
      clicks.y[i] = random() * PAGE.height;
      continue;
    }
    const at = random();
    const target = targets[upTo.findIndex((sum) => at < sum)] ?? targets[0];
    if (target === undefined) continue;
    clicks.x[i] = target.left + lean(random) * target.width;
    clicks.y[i] = target.top + lean(random) * target.height;
  }
  return clicks;
}

/** Cells as an engine counts them at each size, with the distinct people of each. */
export function levelsOf(clicks: SimulatedClicks, sizes: readonly number[]): Level[] {
  return sizes.map((size) => ({ size, cells: binEvents(clicks, { ...PAGE, size }) }));
}

/** The same targets for every seed: what is drawn anew is who clicks, not the page. */
function makeTargets(): Target[] {
  const random = mulberry32(80);
  const weights = Array.from({ length: TARGETS }, (_, i) => 1 / (i + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => {
    const width = 30 + random() * 60;
    const height = 20 + random() * 20;
    return {
      left: random() * (PAGE.width - width),
      top: random() * (PAGE.height - height),
      width,
      height,
      share: weight / sum,
    };
  });
}

/** People aim at the middle: the mean of two draws. */
const lean = (random: () => number): number => (random() + random()) / 2;

/** Shares of all clicks by square of `size`; a larger cell is spread evenly over the squares in it. */
export function sharesAt(size: number, cells: Cells = emptyCells(0)): Map<string, number> {
  const total = cells.count.reduce((sum, count) => sum + count, 0);
  const shares = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const { x, y, size: edge, count, fixed } = cellAt(cells, i);
    const across = Math.max(1, Math.round(edge / size));
    const left = Math.floor((x - edge / 2) / size + 1e-6);
    const top = Math.floor((y - edge / 2) / size + 1e-6);
    for (let part = 0; part < across ** 2; part++) {
      const key = `${left + (part % across)} ${top + Math.floor(part / across)} ${fixed}`;
      shares.set(key, (shares.get(key) ?? 0) + count / across ** 2 / total);
    }
  }
  return shares;
}

/** Total variation between two sets of shares, 0 to 1. */
export function distanceOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    sum += Math.abs((a.get(key) ?? 0) - (b.get(key) ?? 0));
  }
  return sum / 2;
}
