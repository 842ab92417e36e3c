import simpleheat from 'simpleheat';
import visualHeatmap from 'visual-heatmap';

/** What both are fed: raw points, or cells as points with their clicks as the value. */
export interface PeerPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export interface PeerTimes {
  readonly simpleheat: number;
  /** Not a number where the browser has no WebGL 2. */
  readonly visualHeatmap: number;
}

/** How far a point reaches, CSS px: heatmap.js has the same. */
const REACH = 20;

/** A run may take some seconds, so that there are few. */
const RUNS = 3;

/**
 * Draws the same points with simpleheat (2D canvas) and visual-heatmap (WebGL 2; here on a software
 * renderer, which is not what it is made for). Milliseconds, median. Each gets its points in its own form
 * beforehand, and its maximum for nothing; neither keeps k, knows a peak, or scrolls.
 */
export function timePeers(
  stage: HTMLElement,
  points: readonly PeerPoint[],
  max: number,
  { width, height }: { readonly width: number; readonly height: number },
): PeerTimes {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  stage.append(canvas);
  const rows = points.map(({ x, y, value }) => [x, y, value] as const);
  const simple = simpleheat(canvas)
    .radius(REACH / 2, REACH / 2)
    .max(max);
  const context = canvas.getContext('2d');
  return {
    simpleheat: median(() => {
      simple.data(rows).draw();
      // Until the pixels are there.
      context?.getImageData(0, 0, 1, 1);
    }),
    visualHeatmap: timeVisual(stage, points, max, { width, height }),
  };
}

function timeVisual(
  stage: HTMLElement,
  points: readonly PeerPoint[],
  max: number,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  if (document.createElement('canvas').getContext('webgl2') === null) return Number.NaN;
  const container = document.createElement('div');
  container.style.cssText = `width:${width}px;height:${height}px`;
  stage.append(container);
  const heatmap = visualHeatmap(container, {
    size: REACH,
    max,
    gradient: [
      { color: [0, 0, 255, 1], offset: 0 },
      { color: [0, 255, 0, 1], offset: 0.5 },
      { color: [255, 0, 0, 1], offset: 1 },
    ],
  });
  const pixel = new Uint8Array(4);
  const given = [...points];
  return median(() => {
    heatmap.renderData(given);
    heatmap.ctx?.readPixels(0, 0, 1, 1, heatmap.ctx.RGBA, heatmap.ctx.UNSIGNED_BYTE, pixel);
  });
}

function median(act: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
}
