import { create, type Heatmap } from 'heatmap.js';
import type { PaletteName } from '../../protocol/heat';
import { firstAt, type PackedCells, STRIDE } from '../packed';
import { LEVELS, paletteBytes } from '../palettes';
import { createFor, devicePixels, type HeatmapRenderer, type Look, type View } from './contract';

/** Reach of one blob, CSS px: 2.5 σ of the density's Gaussian, so that both styles look alike. */
export const CLASSIC_RADIUS = 30;

/**
 * The style that other heatmaps have: heatmap.js on the same cells, culled to the viewport. Where
 * blobs overlap it saturates, so it shows where heat is, not how much.
 *
 * heatmap.js 2.0.5 can neither resize nor be destroyed, and knows CSS px alone: it is made anew for
 * every size, palette and resolution, works in device pixels, and lives in a box that we remove.
 */
export function createClassicRenderer(stage: HTMLElement): HeatmapRenderer {
  let chunks: readonly PackedCells[] = [];
  let look: Look | null = null;
  let drawing: Drawing | null = null;
  let painted: View | null = null;

  function render(view: View): void {
    if (view.width <= 0 || view.height <= 0 || look === null) return;
    if (painted !== null && sameView(painted, view)) return;
    drawing = prepare(drawing, stage, view, look.palette);
    const { width, height } = drawing;
    drawing.heatmap.setData({
      min: 0,
      // Not 0: heatmap.js divides by max − min.
      max: look.maxCell > 0 ? look.maxCell : 1,
      data: pointsIn(chunks, view, width, height),
    });
    painted = view;
  }

  return {
    setCells(next) {
      chunks = next;
      painted = null;
    },
    setLook(next) {
      if (next.palette !== look?.palette || next.maxCell !== look.maxCell) painted = null;
      look = next;
    },
    render,
    destroy() {
      drawing?.box.remove();
      drawing = null;
    },
  };
}

interface Drawing {
  readonly box: HTMLElement;
  readonly heatmap: Heatmap<'value', 'x', 'y'>;
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
  readonly palette: PaletteName;
}

function prepare(
  drawing: Drawing | null,
  stage: HTMLElement,
  view: View,
  palette: PaletteName,
): Drawing {
  const { width, height } = devicePixels(view);
  const fits =
    drawing?.width === width &&
    drawing.height === height &&
    drawing.dpr === view.dpr &&
    drawing.palette === palette;
  if (drawing !== null && fits) return drawing;
  drawing?.box.remove();

  const box = createFor(stage, 'div');
  stage.append(box);
  // Named first, since its types do not know width and height.
  const config = {
    container: box,
    width,
    height,
    radius: CLASSIC_RADIUS * view.dpr,
    // `gray` is opaque only in the density style: here the shape of a blob is its alpha.
    gradient: gradientOf(palette),
    maxOpacity: 1,
    minOpacity: 0,
  };
  const heatmap = create<'value', 'x', 'y'>(config);
  // heatmap.js has made the box `position: relative`.
  box.style.cssText = 'position:absolute;left:0;top:0';
  const canvas = box.querySelector('canvas');
  if (canvas !== null) {
    canvas.style.width = `${width / view.dpr}px`;
    canvas.style.height = `${height / view.dpr}px`;
  }
  return { box, heatmap, width, height, dpr: view.dpr, palette };
}

/** The palette's colours without its alpha, which heatmap.js takes from the blobs. */
function gradientOf(palette: PaletteName): Record<string, string> {
  const bytes = paletteBytes(palette);
  const stops: Record<string, string> = {};
  for (let level = 0; level < LEVELS; level += 17) {
    const [r, g, b] = bytes.subarray(level * 4, level * 4 + 3);
    stops[String(level / (LEVELS - 1))] = `rgb(${r},${g},${b})`;
  }
  return stops;
}

interface Point {
  readonly x: number;
  readonly y: number;
  value: number;
}

/** Cells whose blob touches the canvas, in whole device pixels; those on one pixel are summed. */
function pointsIn(
  chunks: readonly PackedCells[],
  view: View,
  width: number,
  height: number,
): Point[] {
  const points = new Map<number, Point>();
  const reach = CLASSIC_RADIUS;
  for (const chunk of chunks) {
    const left = chunk.fixed ? 0 : view.scrollX;
    const top = chunk.fixed ? 0 : view.scrollY;
    const end = firstAt(chunk, top + view.height + reach) * STRIDE;
    for (let at = firstAt(chunk, top - reach) * STRIDE; at < end; at += STRIDE) {
      const value = chunk.data[at + 3] ?? 0;
      const x = Math.round(((chunk.data[at] ?? 0) * view.scaleX - left) * view.dpr);
      const y = Math.round(((chunk.data[at + 1] ?? 0) - top) * view.dpr);
      const margin = reach * view.dpr - 1;
      // heatmap.js takes 0 for 1, and fails where its blobs leave it nothing to read back.
      if (value <= 0 || x < -margin || x > width - 1 + margin) continue;
      if (y < -margin || y > height - 1 + margin) continue;
      const key = (y + MOST_REACH) * FAR + x + MOST_REACH;
      const known = points.get(key);
      if (known) known.value += value;
      else points.set(key, { x, y, value });
    }
  }
  return [...points.values()];
}

/** Device pixels that a blob's centre may lie outside of the canvas, and the widest canvas there is. */
const MOST_REACH = 1_000;
const FAR = 100_000;

function sameView(a: View, b: View): boolean {
  return (
    a.scrollX === b.scrollX &&
    a.scrollY === b.scrollY &&
    a.width === b.width &&
    a.height === b.height &&
    a.dpr === b.dpr &&
    a.scaleX === b.scaleX
  );
}
