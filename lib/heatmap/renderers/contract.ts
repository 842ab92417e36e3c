import type { PaletteName } from '../../protocol/heat';
import type { PackedCells } from '../packed';

/** What part of the page is looked at. */
export interface View {
  /** CSS px from the page's corner to the viewport's; may be fractional. */
  readonly scrollX: number;
  readonly scrollY: number;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Device pixels a CSS px. */
  readonly dpr: number;
  /** CSS px of the recorded width to CSS px of the page now. y is never scaled. */
  readonly scaleX: number;
}

export interface Look {
  readonly palette: PaletteName;
  /** Density that gets the last colour of the palette. */
  readonly peak: number;
  /** Count of one cell that gets it in the classic style. */
  readonly maxCell: number;
}

/**
 * Draws heat on a canvas of the viewport's size that it puts into the stage. It owns what it puts
 * there and nothing else. Both renderers pass
 * `test/e2e/overlay-renderers.spec.ts`, in a real browser.
 */
export interface HeatmapRenderer {
  /** Takes these cells instead of the last ones. Handing over the same packs again costs nothing. */
  setCells(chunks: readonly PackedCells[]): void;
  setLook(look: Look): void;
  /** Draws now. The same view again changes no pixel. */
  render(view: View): void;
  /** Removes all that it has put into the stage. */
  destroy(): void;
}

export type CreateRenderer = (stage: HTMLElement) => HeatmapRenderer;

/** Device pixels of a viewport: all of it is covered, at the screen's own resolution. */
export function devicePixels({ width, height, dpr }: View): { width: number; height: number } {
  return { width: Math.ceil(width * dpr - EPSILON), height: Math.ceil(height * dpr - EPSILON) };
}

/** 1280 × 1.1 is 1408.0000000000002. */
const EPSILON = 1e-6;

/** A new element, also where the page has an image named `createElement`. */
export function createFor<K extends 'canvas' | 'div'>(
  stage: HTMLElement,
  name: K,
): HTMLElementTagNameMap[K] {
  return Document.prototype.createElement.call(
    stage.ownerDocument,
    name,
  ) as HTMLElementTagNameMap[K]; // `call` loses the overload that ties the element to its name.
}
