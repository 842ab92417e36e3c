import { create } from 'heatmap.js';
import { anonymise } from '../../lib/heatmap/anonymity';
import { type Cells, emptyCells } from '../../lib/heatmap/cells';
import { searchPeak } from '../../lib/heatmap/density/peak';
import type { PackedCells } from '../../lib/heatmap/packed';
import type { HeatmapRenderer } from '../../lib/heatmap/renderers/contract';
import { createDensityRenderer } from '../../lib/heatmap/renderers/density';
import { packCells, sortCells } from '../../lib/heatmap/testing/at-once';
import { binEvents } from '../../lib/heatmap/testing/bin-events';
import { type PeerTimes, timePeers } from './peers';

const WIDTH = 1280;
const HEIGHT = 800;
const VIEW = { scrollX: 0, scrollY: 0, width: WIDTH, height: HEIGHT, dpr: 1, scaleX: 1 };

export interface OverlayBench {
  /** A million events → cells → pixels. Milliseconds, median. */
  events(runs: number): { ours: number; heatmapJs: number };
  /** The same million events, and their cells of 8 px, by simpleheat and visual-heatmap. */
  peers(): { events: PeerTimes; cells: PeerTimes; ours: number };
  /** 50,000 cells of a tall page → pixels of one viewport (ours) or of the page (heatmap.js). */
  cells(runs: number): { ours6k: number; ours24k: number; heatmapJs: number };
  /** Scrolling over 50,000 cells of a page 24,000 px tall. Milliseconds of every repaint. */
  repaint(): number[];
}

interface Event {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly person: number;
}

const bench: OverlayBench = {
  events(runs) {
    const events = makeEvents(1_000_000);
    const ours = withStage((stage) => median(runs, () => drawEvents(stage, events)));
    // Its maximum is the hottest pixel, as its users set it.
    const max = hottestPixel(events);
    const heatmapJs = withStage((stage) => {
      const heatmap = create({ container: sized(stage, HEIGHT), radius: 20 });
      return median(runs, () => heatmap.setData({ min: 0, max, data: events }));
    });
    return { ours, heatmapJs };
  },

  peers() {
    const events = makeEvents(1_000_000);
    const cells = cellsOf(events);
    const points = Array.from({ length: cells.length }, (_, i) => ({
      x: cells.x[i] ?? 0,
      y: cells.y[i] ?? 0,
      value: cells.count[i] ?? 0,
    }));
    const most = points.reduce((max, { value }) => Math.max(max, value), 1);
    const size = { width: WIDTH, height: HEIGHT };
    return {
      events: withStage((stage) => timePeers(stage, events, hottestPixel(events), size)),
      cells: withStage((stage) => timePeers(stage, points, most, size)),
      ours: drawOneViewport(cells, 0, 5),
    };
  },

  cells(runs) {
    const cells = makeCells(50_000, 24_000);
    const points = Array.from({ length: cells.length }, (_, i) => ({
      x: Math.round(cells.x[i] ?? 0),
      y: Math.round(cells.y[i] ?? 0),
      value: cells.count[i] ?? 0,
    }));
    const heatmapJs = withStage((stage) => {
      const heatmap = create({ container: sized(stage, 24_000), radius: 20 });
      return median(runs, () => heatmap.setData({ min: 0, max: 100, data: points }));
    });
    return {
      heatmapJs,
      ours24k: drawOneViewport(cells, 12_000.5, runs),
      ours6k: drawOneViewport(makeCells(50_000 / 4, 6_000), 3_000.5, runs),
    };
  },

  repaint() {
    const cells = sortCells(makeCells(50_000, 24_000));
    return withStage((stage) => {
      const renderer = createDensityRenderer(stage);
      prepare(renderer, [packCells(cells, 0, cells.length)], exhaust(searchPeak(cells)));
      for (let i = 0; i < 60; i++) renderer.render({ ...VIEW, scrollY: i * 311.3 });
      const times: number[] = [];
      for (const scrollY of scrollPath()) {
        const start = performance.now();
        renderer.render({ ...VIEW, scrollY });
        times.push(performance.now() - start);
      }
      renderer.destroy();
      return times;
    });
  },
};

/** Reads the same list of points that heatmap.js gets; counts clicks and people; keeps k; draws. */
function drawEvents(stage: HTMLElement, events: readonly Event[]): void {
  const cells = sortCells(cellsOf(events));
  const renderer = createDensityRenderer(stage);
  prepare(renderer, [packCells(cells, 0, cells.length)], exhaust(searchPeak(cells)));
  renderer.render(VIEW);
  renderer.destroy();
}

function cellsOf(events: readonly Event[]): Cells {
  const x = new Float32Array(events.length);
  const y = new Float32Array(events.length);
  const person = new Uint32Array(events.length);
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (event === undefined) continue;
    x[i] = event.x;
    y[i] = event.y;
    person[i] = event.person;
  }
  const all = binEvents({ x, y, person }, { width: WIDTH, height: HEIGHT, size: 8 });
  return anonymise(all, 11).cells;
}

function drawOneViewport(cells: Cells, scrollY: number, runs: number): number {
  const sorted = sortCells(cells);
  const peak = exhaust(searchPeak(sorted));
  return withStage((stage) =>
    median(runs, () => {
      const renderer = createDensityRenderer(stage);
      prepare(renderer, [packCells(sorted, 0, sorted.length)], peak);
      renderer.render({ ...VIEW, scrollY });
      renderer.destroy();
    }),
  );
}

function prepare(renderer: HeatmapRenderer, chunks: readonly PackedCells[], peak: number): void {
  renderer.setLook({ palette: 'viridis', peak, maxCell: 100 });
  renderer.setCells(chunks);
}

const STEPS: readonly (readonly [steps: number, by: number])[] = [
  [100, 1],
  [100, 100],
  [50, -33.37],
  [25, -700],
];

/** By single pixels, by the wheel, by fractions, by pages, and by jumps to anywhere. */
function* scrollPath(): Generator<number> {
  let y = 5_000;
  for (const [steps, by] of STEPS) {
    for (let i = 0; i < steps; i++) {
      y += by;
      yield y;
    }
  }
  const random = seeded(5);
  for (let i = 0; i < 50; i++) yield Math.round(random() * 23_200);
}

function exhaust<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs before the measured ones, for both sides: until the compiler has had its say. */
const WARM_UP = 3;

function median(runs: number, act: () => void): number {
  for (let i = 0; i < WARM_UP; i++) act();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

function withStage<T>(use: (stage: HTMLElement) => T): T {
  const stage = document.createElement('div');
  document.body.append(stage);
  try {
    return use(stage);
  } finally {
    stage.remove();
  }
}

function sized(stage: HTMLElement, height: number): HTMLElement {
  stage.style.width = `${WIDTH}px`;
  stage.style.height = `${height}px`;
  return stage;
}

function makeEvents(length: number): Event[] {
  const random = seeded(7);
  const centres = Array.from({ length: 40 }, () => [random() * WIDTH, random() * HEIGHT] as const);
  return Array.from({ length }, () => {
    const [cx, cy] = centres[Math.floor(random() * centres.length)] ?? [0, 0];
    const spread = () => (random() + random() + random() - 1.5) * 60;
    const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
    return {
      x: within(cx + spread(), WIDTH - 1),
      y: within(cy + spread(), HEIGHT - 1),
      value: 1,
      person: Math.floor(random() * 50_000),
    };
  });
}

function hottestPixel(events: readonly Event[]): number {
  const counts = new Uint32Array(WIDTH * HEIGHT);
  let most = 0;
  for (const { x, y } of events) {
    const pixel = y * WIDTH + x;
    counts[pixel] = (counts[pixel] ?? 0) + 1;
    most = Math.max(most, counts[pixel] ?? 0);
  }
  return most;
}

function makeCells(length: number, height: number): Cells {
  const random = seeded(9);
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = random() * WIDTH;
    cells.y[i] = random() * height;
    cells.size[i] = 16;
    cells.count[i] = Math.ceil(random() ** 3 * 100);
    cells.people[i] = 20;
  }
  return cells;
}

function seeded(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

declare global {
  interface Window {
    overlayBench: OverlayBench;
  }
}

window.overlayBench = bench;
