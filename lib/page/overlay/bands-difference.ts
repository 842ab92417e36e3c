import type { Translate } from '../../core/message';
import { formatMargin, formatPoints } from '../../core/points';
import { differenceColour } from '../../heatmap/compare/difference-colour';
import type { DifferenceLook } from '../../heatmap/renderers/difference';
import type { ComparedBandRow, ComparedHeatBands } from '../../protocol/heat-comparison';
import { natives } from '../natives';
import { dom } from './dom';

/** Draws the bands that are called different over the page, each with both shares and the change. */
export interface BandsDifference {
  /**
   * @param at the viewport, CSS px: how far it has scrolled, and how high it is
   * @param height CSS px of the whole page as it is now
   * @param opacity 0 (nothing) to 1
   */
  render(
    bands: ComparedHeatBands,
    look: DifferenceLook & { readonly opacity: number },
    at: { readonly scrollY: number; readonly height: number },
    height: number,
  ): void;
  destroy(): void;
}

/** A band covers the page by this much, so that it stays readable; its left edge has the full colour. */
const COVER = 0.5;
const EDGE_PX = 8;

/** Between two labels, CSS px. */
const APART = 40;

/** Draws into the stage until it is destroyed. */
export function createBandsDifference(stage: HTMLElement, translate: Translate): BandsDifference {
  const box = natives.create(document, 'div');
  box.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  stage.append(box);

  function label(row: ComparedBandRow): HTMLElement {
    const made = natives.create(document, 'div');
    made.style.cssText = LABEL;
    const shares = [row.shareA, row.shareB].map((share) => formatPercent(share));
    const change = [formatPoints(row.difference), formatMargin(row.margin ?? 0)];
    dom.say(made, translate('heat.overlay.comparedBand', [...shares, ...change]));
    return made;
  }

  return {
    render({ rows, depth }, { palette, most, opacity }, at, height) {
      box.replaceChildren();
      const scale = depth === 'share' ? height : 1;
      let labelled = Number.NEGATIVE_INFINITY;
      for (const row of rows) {
        const top = Math.round(row.top * scale - at.scrollY);
        const bottom = Math.round(Math.min(row.bottom * scale, height) - at.scrollY);
        if (!row.isDifferent || bottom <= Math.max(0, top) || top > at.height) continue;
        const band = natives.create(document, 'div');
        const colour = differenceColour(palette, row.difference, most).join(' ');
        band.style.cssText =
          `position:absolute;left:0;right:0;top:${top}px;height:${bottom - top}px;` +
          `box-sizing:border-box;background:rgb(${colour} / ${COVER * opacity});` +
          `border-left:${EDGE_PX}px solid rgb(${colour} / ${opacity});background-clip:padding-box`;
        box.append(band);
        if (top - labelled < APART) continue;
        labelled = top;
        band.append(label(row));
      }
    },
    destroy: () => box.remove(),
  };
}

const LABEL =
  'position:absolute;left:8px;top:4px;padding:2px 8px;border-radius:4px;white-space:nowrap;' +
  'font:500 12px/16px system-ui,sans-serif;color:#fff;background:rgb(17 24 39/.88)';

const formatPercent = (share: number): string => String(Math.round(share * 1_000) / 10);
