import type { DivergingName } from '../../protocol/compare';
import { differenceColour } from '../compare/difference-colour';
import { firstAt, type PackedCells, reachOf, STRIDE } from '../packed';
import { createFor, devicePixels, type View } from './contract';

export interface DifferenceLook {
  readonly palette: DivergingName;
  /** The difference that gets the last colour, 0 to 1. */
  readonly most: number;
}

/** A box of the viewport with its difference, CSS px. */
export interface DifferenceBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly difference: number;
}

/** Draws what is called different, and nothing else, on a canvas that it puts into the stage. */
export interface DifferenceRenderer {
  render(
    chunks: readonly PackedCells[],
    boxes: readonly DifferenceBox[],
    look: DifferenceLook,
    view: View,
  ): void;
  destroy(): void;
}

/**
 * Squares as they were compared, each in the colour of its own difference. No kernel is laid over them:
 * its slopes would colour places that were not called different, and sum less and more to nothing.
 */
export function createDifferenceRenderer(stage: HTMLElement): DifferenceRenderer {
  const canvas = createFor(stage, 'canvas');
  canvas.style.cssText = 'position:absolute;left:0;top:0;display:block';
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  stage.append(canvas);

  function fill({ left, top, width, height, difference }: DifferenceBox, look: DifferenceLook) {
    const [r, g, b] = differenceColour(look.palette, difference, look.most);
    if (context === null) return;
    context.fillStyle = `rgb(${r} ${g} ${b})`;
    context.fillRect(left, top, width, height);
  }

  return {
    render(chunks, boxes, look, view) {
      if (context === null) return;
      const { width, height } = devicePixels(view);
      // A new size clears as well.
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / view.dpr}px`;
      canvas.style.height = `${height / view.dpr}px`;
      context.scale(view.dpr, view.dpr);
      for (const chunk of chunks) {
        for (const square of squaresIn(chunk, view)) fill(square, look);
      }
      for (const box of boxes) fill(box, look);
    },
    destroy: () => canvas.remove(),
  };
}

function* squaresIn(chunk: PackedCells, view: View): Generator<DifferenceBox> {
  const { data, fixed } = chunk;
  const [scrollX, scrollY] = fixed ? [0, 0] : [view.scrollX, view.scrollY];
  const reach = reachOf(chunk);
  for (let at = firstAt(chunk, scrollY - reach) * STRIDE; at < data.length; at += STRIDE) {
    const [x = 0, y = 0, size = 0, difference = 0] = data.subarray(at, at + STRIDE);
    if (y > scrollY + view.height + reach) return;
    const width = size * view.scaleX;
    const left = x * view.scaleX - width / 2 - scrollX;
    yield { left, top: y - size / 2 - scrollY, width, height: size, difference };
  }
}
