import { toleranceOf } from '../../heatmap/anchors/snap';
import { sharedPeaks } from '../../heatmap/compare/shared-peaks';
import type { CreateRenderer, View } from '../../heatmap/renderers/contract';
import {
  createDifferenceRenderer,
  type DifferenceBox,
  type DifferenceLook,
  type DifferenceRenderer,
} from '../../heatmap/renderers/difference';
import type { HeatSettings, MapSummary } from '../../protocol/heat';
import type { ComparedHeatBands, OverlayComparison } from '../../protocol/heat-comparison';
import { createSurveyor } from '../anchors/surroundings';
import { natives } from '../natives';
import { showAnchored } from './anchored';
import { ask } from './ask';
import { type BandsDifference, createBandsDifference } from './bands-difference';
import { type BandsSwipe, createBandsSwipe } from './bands-swipe';
import { dom } from './dom';
import type { Told } from './element-reporter';
import type { LiveHeat } from './live-heat';
import { createPainter } from './painter';
import type { OverlayPorts } from './ports';
import { type ReanchoredHeat, showReanchored } from './reanchored';
import type { ElementRefs } from './refs';
import { createSwipeHandle, type SwipeHandle } from './swipe-handle';
import { createTileStore } from './tile-store';

/** Draws a second map, or where two differ, beside the one that the overlay draws. */
export interface ComparisonLayer {
  /** Box that it draws in; hidden and shown with the overlay's own. */
  readonly stage: HTMLElement;
  show(settings: HeatSettings, comparison: OverlayComparison | null): void;
  /** What is known of where elements are; null: nothing yet. */
  onTold(told: Told | null): void;
  onLayout(): void;
  want(top: number, bottom: number): void;
  /** Nothing that was wanted is on its way. */
  readonly idle: boolean;
  /** How map A is to be drawn beside B: on the scale that both share. */
  lookOfA(settings: HeatSettings, a: MapSummary): HeatSettings;
  /** @param below nothing that is fixed is to be drawn: it is in an earlier piece of the picture */
  paint(view: View, below: boolean): void;
  /** In a picture there is no handle, and no number at the pointer. */
  hideMarks(hidden: boolean): void;
  destroy(): void;
}

interface Surroundings {
  readonly view: Window & typeof globalThis;
  readonly ports: OverlayPorts;
  readonly classic: () => CreateRenderer | null;
  readonly refs: ElementRefs;
  onChange(): void;
  onFailure(cause: unknown): void;
}

/**
 * @param stageOfA the box that map A is drawn in: it is cut where B takes over
 */
export function createComparisonLayer(
  root: ShadowRoot,
  stageOfA: HTMLElement,
  surroundings: Surroundings,
  signal: AbortSignal,
): ComparisonLayer {
  const { view, ports, classic, refs, onChange, onFailure } = surroundings;
  const stage = natives.create(document, 'div');
  stage.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  const painter = createPainter(stage, classic);
  let difference: DifferenceRenderer | null = null;
  let ofBands: BandsDifference | null = null;
  let underHandle: BandsSwipe | null = null;
  let handle: SwipeHandle | null = null;
  let settings: HeatSettings | null = null;
  let shown: OverlayComparison | null = null;
  let life = new AbortController();
  let live: LiveHeat | null = null;
  let byPlace: ReanchoredHeat | null = null;
  let told: Told | null = null;
  let asked = 0;
  /** Map A as it is drawn. */
  let a: MapSummary | null = null;

  const fetchTile = (mapId: string, index: number) =>
    ask(() => ports.tile({ mapId, index }), signal);
  const tilesOfB = createTileStore({
    fetch: fetchTile,
    onTiles: () => {
      byPlace?.setTiles(tilesOfB.chunks);
      onChange();
    },
    onFailure,
  });
  const squares = createTileStore({
    fetch: fetchTile,
    onTiles: onChange,
    onFailure,
    signed: true,
  });
  const viewOf = () => (shown === null ? null : (settings?.compare?.view ?? null));

  function show(nextSettings: HeatSettings, next: OverlayComparison | null): void {
    settings = nextSettings;
    const isOther = next?.id !== shown?.id;
    shown = next;
    if (isOther) open(next);
    arrange();
  }

  function open(next: OverlayComparison | null): void {
    life.abort();
    life = new AbortController();
    live = null;
    byPlace = null;
    tilesOfB.open(null);
    tilesOfB.open(next?.b ?? null);
    squares.open(next && { mapId: next.id, tiles: next.tiles });
    if (next === null || next.bands !== null) return;
    if (next.b.anchors > 0) live = showAnchored(next.b, { ...surroundings, ...ALONE }, life.signal);
    else void tellB();
  }

  /** Cuts both maps to what each may show, and puts the handle where it belongs. */
  function arrange(): void {
    const now = viewOf();
    if (now === null) stage.remove();
    else if (!stage.isConnected) stageOfA.after(stage);
    if (now === 'swipe') handle ??= createSwipeHandle(root, ports.translate, cut);
    else {
      handle?.destroy();
      handle = null;
    }
    const isBands = (shown?.bands ?? null) !== null;
    if (now !== 'difference' || isBands) {
      difference?.destroy();
      difference = null;
    }
    if (now !== 'difference' || !isBands) {
      ofBands?.destroy();
      ofBands = null;
    }
    if (now !== 'swipe' || !isBands) {
      underHandle?.destroy();
      underHandle = null;
    }
    cut();
  }

  function cut(): void {
    const now = viewOf();
    // The overlay draws the bands of either side itself; under the handle, both are drawn here.
    if (shown?.bands && now !== 'difference') {
      stageOfA.style.clipPath = '';
      stage.style.clipPath = '';
      if (handle !== null) underHandle?.part(handle.at);
      return;
    }
    const isB = settings?.compare?.side === 'b';
    const at = handle?.at ?? (now === 'side' && !isB ? 1 : 0);
    stageOfA.style.clipPath = now === null ? '' : `inset(0 ${(1 - at) * 100}% 0 0)`;
    stage.style.clipPath = now === 'difference' ? '' : `inset(0 0 0 ${at * 100}%)`;
  }

  /** B has its own places, so the background says where they belong on this page. */
  async function tellB(): Promise<void> {
    const b = shown?.b;
    if (told === null || b === undefined || b.anchors > 0 || b.bands !== null) return;
    const mine = ++asked;
    const { boxes } = told;
    const request = { mapId: b.mapId, scaleX: scaleOf(b), boxes: [...boxes] };
    const answer = await ask(() => ports.elements(request), signal).catch(onFailure);
    if (!answer || mine !== asked || shown?.b.mapId !== b.mapId) return;
    const { shifts } = answer;
    if (shifts === null && byPlace === null) return;
    byPlace ??= showReanchored({ view, peak: b.peak, onChange, onFailure }, life.signal);
    live = byPlace;
    byPlace.setTiles(tilesOfB.chunks);
    byPlace.setSurface({
      boxes: shifts === null ? [] : boxes,
      shifts: shifts ?? { page: [], fixed: [] },
      tolerance: toleranceOf(b.provenance, view.innerWidth),
      scaleX: request.scaleX,
      element: (ref) => refs.get(ref),
    });
  }

  const scaleOf = ({ provenance: { viewportWidth } }: MapSummary): number =>
    Math.abs(view.innerWidth - viewportWidth) <= 1 ? 1 : view.innerWidth / viewportWidth;

  function boxes(): DifferenceBox[] {
    const survey = createSurveyor(view);
    return (shown?.marks ?? []).flatMap(({ ref, difference: by }) => {
      const element = refs.get(ref);
      const rect = element === null ? undefined : survey(element)?.rect;
      if (rect === undefined) return [];
      const { left, top, right, bottom } = rect;
      return [{ left, top, width: right - left, height: bottom - top, difference: by }];
    });
  }

  function paint(at: View, below: boolean): void {
    const now = viewOf();
    if (shown === null || now === null || settings?.compare == null) return;
    const { palette } = settings.compare;
    if (shown.bands !== null) {
      if (now === 'difference') paintBands(shown.bands, { palette, most: shown.most }, at);
      if (now === 'swipe') paintBoth(settings, shown.b, at);
      return;
    }
    if (now === 'difference') {
      painter.destroy();
      stage.style.opacity = String(settings.opacity);
      difference ??= createDifferenceRenderer(stage);
      const given = squares.chunks.filter(({ fixed }) => !(below && fixed));
      const { most } = shown;
      // Squares are of A's width, as A's own cells are.
      const scaleX = a === null ? at.scaleX : scaleOf(a);
      difference.render(given, boxes(), { palette, most }, { ...at, scaleX });
      return;
    }
    live?.follow();
    const b = { ...shown.b, peak: live?.peak || shown.b.peak };
    const peak = a === null ? settings.peak : sharedPeaks(settings, a, b).b;
    painter.setLook({ ...settings, peak }, b);
    const chunks = live?.chunks ?? null;
    const given = chunks ?? tilesOfB.chunks;
    const scaleX = chunks === null ? scaleOf(b) : 1;
    painter.paint(below ? given.filter(({ fixed }) => !fixed) : given, { ...at, scaleX });
  }

  function paintBands(bands: ComparedHeatBands, look: DifferenceLook, at: View): void {
    painter.destroy();
    stage.style.opacity = '1';
    ofBands ??= createBandsDifference(stage, ports.translate);
    const opacity = settings?.opacity ?? 1;
    ofBands.render(bands, { ...look, opacity }, at, dom.pageHeight(view.document));
  }

  function paintBoth(look: HeatSettings, b: MapSummary, at: View): void {
    if (handle === null) return;
    painter.destroy();
    stage.style.opacity = '1';
    underHandle ??= createBandsSwipe(stage, view, ports);
    underHandle.part(handle.at);
    underHandle.setLook(look, a, b);
    underHandle.paint(at, dom.pageHeight(view.document));
  }

  function lookOfA(given: HeatSettings, next: MapSummary): HeatSettings {
    a = next;
    const now = viewOf();
    if (shown === null || shown.bands !== null || (now !== 'swipe' && now !== 'side')) return given;
    const b = { ...shown.b, peak: live?.peak || shown.b.peak };
    return { ...given, peak: sharedPeaks(given, next, b).a };
  }

  return {
    stage,
    show,
    onTold(next) {
      told = next;
      void tellB();
    },
    onLayout: () => live?.onLayout(),
    want(top, bottom) {
      if (viewOf() === 'difference') squares.want(top, bottom);
      else if (viewOf() !== null) tilesOfB.want(top, bottom);
    },
    get idle() {
      return squares.idle && tilesOfB.idle;
    },
    lookOfA,
    paint,
    hideMarks(hidden) {
      handle?.hide(hidden);
      underHandle?.pose(hidden);
    },
    destroy() {
      life.abort();
      painter.destroy();
      difference?.destroy();
      ofBands?.destroy();
      underHandle?.destroy();
      handle?.destroy();
      stage.remove();
      stageOfA.style.clipPath = '';
    },
  };
}

/** Sections and numbers at the pointer are of map A. */
const ALONE = { zones: { told: () => [] }, onReadings: () => undefined };
