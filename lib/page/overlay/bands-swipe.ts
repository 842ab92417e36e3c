import type { Translate } from '../../core/message';
import type { View } from '../../heatmap/renderers/contract';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import { natives } from '../natives';
import { boxIn, createBandsLayer } from './bands-layer';
import { dom } from './dom';
import { createHover } from './hover';
import type { OverlayPorts } from './ports';
import { type Said, sayBand } from './readings';
import { createTip } from './tip';

/** Draws two maps of bands: A left of a line, B right of it, each with words at its outer edge. */
export interface BandsSwipe {
  /** @param at where the line stands, 0 (left edge) to 1 */
  part(at: number): void;
  setLook(settings: HeatSettings, a: MapSummary | null, b: MapSummary): void;
  /** @param height CSS px of the whole page as it is now */
  paint(view: View, height: number): void;
  /** A picture is being taken, or no longer. */
  pose(posing: boolean): void;
  destroy(): void;
}

/** Where a side is narrower, no word fits beside the line, CSS px. */
const LEAST_PX = 96;

/** The scale of both is that of the overlay: a colour is a share of one's own people, or longest time. */
export function createBandsSwipe(
  stage: HTMLElement,
  view: Window & typeof globalThis,
  { translate, closedShadowRoot }: Pick<OverlayPorts, 'translate' | 'closedShadowRoot'>,
): BandsSwipe {
  const life = new AbortController();
  const sides = [
    createSide(stage, translate, 'left'),
    createSide(stage, translate, 'right'),
  ] as const;
  const tip = createTip(stage);
  const hover = createHover(
    view,
    tip,
    { read: (_, x, y) => read(x, y), closedShadowRoot },
    life.signal,
  );
  let at = 0;
  let isWanted = false;
  let isPosing = false;

  function read(x: number, y: number): Said | null {
    const isA = x < at * natives.box(stage).width;
    const { map } = sides[isA ? 0 : 1];
    if (!map?.bands) return null;
    const height = dom.pageHeight(view.document);
    const said = sayBand(map.bands, map.k, y + view.scrollY, height, translate);
    return said && { ...said, title: translate(isA ? 'heat.overlay.sideA' : 'heat.overlay.sideB') };
  }

  const settle = () => hover.allow(isWanted && !isPosing);

  return {
    part(to) {
      at = to;
      sides[0].setShare(at);
      sides[1].setShare(1 - at);
    },
    setLook(settings, a, b) {
      sides[0].setLook(settings, a);
      sides[1].setLook(settings, b);
      isWanted = settings.hover;
      settle();
    },
    paint(seen, height) {
      for (const side of sides) side.paint(seen, height);
    },
    pose(posing) {
      isPosing = posing;
      settle();
    },
    destroy() {
      life.abort();
      tip.destroy();
      for (const side of sides) side.destroy();
    },
  };
}

const WHOLE = 'position:absolute;inset:0;pointer-events:none';

function createSide(stage: HTMLElement, translate: Translate, edge: 'left' | 'right') {
  const pane = boxIn(stage, `position:absolute;top:0;bottom:0;${edge}:0;overflow:hidden`);
  const heat = boxIn(pane, WHOLE);
  const words = boxIn(pane, WHOLE);
  const layer = createBandsLayer(heat, words, translate, edge);
  let map: MapSummary | null = null;
  let share = 0;
  return {
    get map() {
      return map;
    },
    /** How much of the viewport's width it has. */
    setShare(next: number) {
      share = next;
      pane.style.width = `${share * 100}%`;
      const isWide = natives.box(stage).width * share >= LEAST_PX;
      words.style.visibility = isWide ? 'inherit' : 'hidden';
    },
    setLook(settings: HeatSettings, next: MapSummary | null) {
      map = next;
      heat.style.opacity = String(settings.opacity);
      layer.setLook(settings, next);
    },
    paint: layer.paint,
    destroy() {
      layer.destroy();
      pane.remove();
    },
  };
}
