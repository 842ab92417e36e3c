import { createCellColumns } from './cell-columns';
import type { PlacedHeat } from './contract';

/** A box that people might click in, CSS px of the page (or of the viewport, where it is fixed). */
export interface SampleArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much it draws, relative to the others. */
  readonly weight: number;
  readonly fixed?: boolean;
}

/**
 * Made-up heat for the first press, when no source is set up: clusters of clicks on the page's own
 * elements, or on a common layout where none are known. It is the same every time, every cell has
 * enough people to be shown, and whoever shows it must say that it is a sample.
 *
 * @param viewportWidth CSS px, at least 1
 */
export function createSampleHeat(areas: readonly SampleArea[], viewportWidth: number): PlacedHeat {
  const usable = areas.filter(isUsable).slice(0, MAX_AREAS);
  const chosen = usable.length > 0 ? usable : commonLayout(viewportWidth);
  const heaviest = Math.max(...chosen.map(({ weight }) => weight));
  const random = createRandom();
  const clicks = new Map<string, Spot>();
  for (const area of chosen) {
    const share = (area.weight / heaviest) * (0.2 + 0.8 * random());
    const spots = Math.ceil(SPOTS * share);
    for (let i = 0; i < spots; i++) addClicks(clicks, area, random);
  }
  return toHeat([...clicks.values()], viewportWidth);
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly fixed: boolean;
  count: number;
}

const STEP = 16;
const SPOTS = 60;
/** Clicks of one spot: above the people that any cell needs. */
const CLICKS_PER_SPOT = 18;
const MAX_AREAS = 200;

function isUsable({ x, y, width, height, weight }: SampleArea): boolean {
  const isBox = [x, y, width, height, weight].every(Number.isFinite);
  return isBox && x >= 0 && y >= 0 && width >= 4 && height >= 4 && weight > 0;
}

/** One spot near the middle of a box: the mean of three draws leans there, and stays inside. */
function addClicks(spots: Map<string, Spot>, area: SampleArea, random: () => number): void {
  const lean = () => (random() + random() + random()) / 3;
  const x = snap(area.x + lean() * area.width);
  const y = snap(area.y + lean() * area.height);
  const fixed = area.fixed ?? false;
  const key = `${x} ${y} ${fixed}`;
  const spot = spots.get(key);
  if (spot === undefined) spots.set(key, { x, y, fixed, count: CLICKS_PER_SPOT });
  else spot.count += CLICKS_PER_SPOT;
}

/** Centre of the grid's square that a position lies in. */
const snap = (position: number): number => Math.floor(position / STEP) * STEP + STEP / 2;

function toHeat(spots: readonly Spot[], viewportWidth: number): PlacedHeat {
  const columns = createCellColumns(Math.max(spots.length, 1));
  for (const { x, y, count, fixed } of spots) {
    columns.add(x, y, STEP, count, Math.round(count * 0.7), fixed);
  }
  return {
    form: 'cells',
    cells: columns.finish(),
    viewportWidth,
    gridErrorX: STEP / 2,
    gridErrorY: STEP / 2,
    unit: 'people',
    truncated: false,
    unusable: 0,
  };
}

/** Where most pages have something to click: a menu, a button below the headline, three cards. */
function commonLayout(width: number): SampleArea[] {
  const part = (x: number, y: number, w: number, height: number, weight: number): SampleArea => ({
    x: x * width,
    y,
    width: w * width,
    height,
    weight,
  });
  return [
    part(0.04, 24, 0.12, 40, 4),
    part(0.55, 28, 0.08, 32, 5),
    part(0.66, 28, 0.08, 32, 3),
    part(0.84, 24, 0.12, 40, 7),
    part(0.38, 380, 0.24, 56, 10),
    part(0.08, 640, 0.24, 200, 3),
    part(0.38, 640, 0.24, 200, 4),
    part(0.68, 640, 0.24, 200, 2),
  ];
}

/** Mulberry32 with a fixed seed: the picture must not change from one press to the next. */
function createRandom(): () => number {
  let state = 0x5eed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
