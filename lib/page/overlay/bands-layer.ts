import type { Translate } from '../../core/message';
import { type BandPart, bandParts, depthReached, foldAt } from '../../heatmap/bands';
import { LEVELS, paletteBytes } from '../../heatmap/palettes';
import { createFor, devicePixels, type View } from '../../heatmap/renderers/contract';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import type { Bands } from '../../protocol/heat-kinds';
import { natives } from '../natives';
import { dom } from './dom';

/** Draws bands over the page: how far people got, or how long they looked. */
export interface BandsLayer {
  setLook(settings: HeatSettings, summary: MapSummary | null): void;
  /** @param height CSS px of the whole page as it is now */
  paint(view: View, height: number): void;
  destroy(): void;
}

/** Shares of people that get a line of their own. */
const LINES = [0.75, 0.5, 0.25] as const;

/** A band that everyone reached covers the page by this much, so that the page stays readable. */
const MOST_COVER = 0.5;

/**
 * @param root lies above the stage, whose opacity a person sets: the words stay readable
 * @param edge where the words stand
 */
export function createBandsLayer(
  stage: HTMLElement,
  root: ShadowRoot | HTMLElement,
  translate: Translate,
  edge: 'left' | 'right' = 'left',
): BandsLayer {
  let bands: Bands | null = null;
  let palette = paletteBytes('viridis');
  let canvas: HTMLCanvasElement | null = null;
  let lines: HTMLElement | null = null;

  function drop(): void {
    canvas?.remove();
    lines?.remove();
    canvas = null;
    lines = null;
  }

  function makeCanvas(): HTMLCanvasElement {
    const made = createFor(stage, 'canvas');
    made.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
    stage.append(made);
    return made;
  }

  function paintBands(view: View, parts: readonly BandPart[]): void {
    canvas ??= makeCanvas();
    const { width, height } = devicePixels(view);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.clearRect(0, 0, width, height);
    for (const { top, bottom, share } of parts) {
      const from = (top - view.scrollY) * view.dpr;
      const to = (bottom - view.scrollY) * view.dpr;
      if (to < 0 || from > height) continue;
      context.fillStyle = colourOf(palette, share);
      context.fillRect(0, Math.round(from), width, Math.round(to) - Math.round(from));
    }
  }

  function paintLines(of: Bands, view: View, parts: readonly BandPart[], height: number): void {
    lines ??= boxIn(root, 'position:absolute;inset:0;overflow:hidden;pointer-events:none');
    lines.replaceChildren();
    const fold = foldAt(of, height);
    const marks = [
      ...(of.measure === 'reached' ? LINES : []).map((share) => ({
        y: depthReached(parts, share),
        text: translate('heat.overlay.reached', [share * 100]),
      })),
      { y: fold, text: translate('heat.overlay.fold') },
    ];
    let last: number | null = null;
    for (const { y, text } of marks) {
      // Where many left at once, the larger share is what holds.
      if (y === last || y === null || y < view.scrollY || y > view.scrollY + view.height) continue;
      last = y;
      const line = boxIn(lines, `${LINE};top:${Math.round(y - view.scrollY)}px`);
      dom.say(boxIn(line, `${LABEL}${edge}:0`), text);
    }
  }

  return {
    setLook(settings, summary) {
      bands = summary?.bands ?? null;
      if (bands === null) drop();
      else palette = paletteBytes(settings.palette);
    },
    paint(view, height) {
      if (bands === null) return;
      const parts = bandParts(bands, height);
      paintBands(view, parts);
      paintLines(bands, view, parts, height);
    },
    destroy: drop,
  };
}

function colourOf(palette: Uint8ClampedArray, share: number): string {
  const at = Math.round(share * (LEVELS - 1)) * 4;
  const [r = 0, g = 0, b = 0] = palette.subarray(at, at + 3);
  return `rgb(${r} ${g} ${b} / ${MOST_COVER})`;
}

const LINE =
  'position:absolute;left:0;right:0;height:0;border-top:2px dashed #111827;' +
  'box-shadow:0 1px 0 #fff,0 -1px 0 #fff';

const LABEL =
  'position:absolute;margin:4px 12px;padding:2px 8px;border-radius:4px;' +
  'font:500 12px/16px system-ui,sans-serif;color:#fff;background:rgb(17 24 39/.88);';

/** A box of our own with this style. */
export function boxIn(parent: ShadowRoot | HTMLElement, style: string): HTMLElement {
  const made = natives.create(document, 'div');
  made.style.cssText = style;
  parent.append(made);
  return made;
}
