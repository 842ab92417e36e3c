import { type Cell, toCells } from '../../lib/heatmap/cells';
import type { Look, View } from '../../lib/heatmap/renderers/contract';
import { RENDERERS } from '../../lib/heatmap/renderers/renderers';
import { packCells, sortCells } from '../../lib/heatmap/testing/at-once';
import type { HeatStyle } from '../../lib/protocol/heat';

/** One renderer on a stage of its own, for holding it to its contract. */
export interface RendererTest {
  start(style: HeatStyle): void;
  setCells(cells: Cell[]): void;
  setLook(look: Look): void;
  render(view: View): void;
  destroy(): void;
  /** What is in the stage. */
  html(): string;
  size(): { width: number; height: number; css: string };
  /** Colour and alpha of a device pixel. */
  pixel(x: number, y: number): number[];
  /** All pixels, as one number that differs where any of them does. */
  digest(): number;
}

const stage = document.createElement('div');
let renderer: ReturnType<(typeof RENDERERS)['density']> | null = null;

function canvas(): HTMLCanvasElement {
  const found = stage.querySelector('canvas');
  if (found === null) throw new Error('no canvas');
  return found;
}

function read(x: number, y: number, width: number, height: number): number[] {
  return [...(canvas().getContext('2d')?.getImageData(x, y, width, height).data ?? [])];
}

window.rendererTest = {
  start(style) {
    document.body.append(stage);
    renderer = RENDERERS[style](stage);
  },
  setCells(cells) {
    const sorted = sortCells(toCells(cells));
    const page = sorted.fixed.filter((fixed) => fixed === 0).length;
    renderer?.setCells([packCells(sorted, 0, page), packCells(sorted, page, sorted.length)]);
  },
  setLook: (look) => renderer?.setLook(look),
  render: (view) => renderer?.render(view),
  destroy: () => renderer?.destroy(),
  html: () => stage.innerHTML,
  size: () => {
    const { width, height, style } = canvas();
    return { width, height, css: `${style.width} ${style.height}` };
  },
  pixel: (x, y) => read(x, y, 1, 1),
  digest() {
    const { width, height } = canvas();
    let sum = 0;
    for (const [i, byte] of read(0, 0, width, height).entries()) {
      sum = (Math.imul(sum, 31) + byte * ((i % 7) + 1)) | 0;
    }
    return sum;
  },
};

declare global {
  interface Window {
    rendererTest: RendererTest;
  }
}
