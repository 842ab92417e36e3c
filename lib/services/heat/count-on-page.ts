import type { HeatState } from '../../protocol/heat';
import type { Parsed, Response } from '../../protocol/messages';
import { wholeIdOf } from '../../protocol/zones';
import type { CompareService } from './compare/compare-service';
import { withPeak } from './heat-state';
import type { Found, MapKeeper } from './map-keeper';
import type { Asked, PerTab, StoredMap } from './ports';
import { fitSample, isFixedPattern } from './sample-map';
import { type Counted, countAnchored, countOnPage } from './zones';

interface CountingPorts {
  readonly keeper: Pick<MapKeeper, 'get' | 'keep'>;
  readonly comparison: Pick<CompareService, 'elements' | 'anchored'>;
  readonly asked: PerTab<Asked>;
  read(tabId: number): Promise<HeatState>;
  change(tabId: number, part: (state: HeatState) => Partial<HeatState>): Promise<HeatState>;
  /** False: it was not wanted any more, and nothing has changed. */
  settle(
    tabId: number,
    asked: Asked,
    found: Found,
    how: { isWanted(now: HeatState): boolean },
  ): Promise<boolean>;
  tellOverlay(tabId: number): Promise<void>;
}

/** What the overlay finds on a page is counted here, where the cells are. */
export function createCounting({
  keeper,
  comparison,
  asked: askedOf,
  read,
  change,
  settle,
  tellOverlay,
}: CountingPorts) {
  /** The overlay tells which elements there are. */
  async function elements(
    tabId: number,
    told: Parsed<'overlay.elements'>,
  ): Promise<Response<'overlay.elements'>> {
    const map = await keeper.get(told.mapId);
    if (map !== null && isFixedPattern(map)) {
      await showFittedSample(tabId, map, told);
      return { shifts: null };
    }
    const ofOther = await comparison.elements(tabId, told);
    if (ofOther !== null) return ofOther;
    return settleCounted(tabId, told.mapId, (whole, limit) => countOnPage(whole, told, limit));
  }

  /** The overlay tells which of the elements that heat is given by the page has. */
  async function anchored(
    tabId: number,
    told: Parsed<'overlay.anchored'>,
  ): Promise<Response<'overlay.anchored'>> {
    // Which of its elements are called different is news to the overlay.
    if (await comparison.anchored(tabId, told)) await tellOverlay(tabId);
    const { readings } = await settleCounted(
      tabId,
      told.mapId,
      async (whole, limit) =>
        whole.anchored === null
          ? null
          : countAnchored({ ...whole, anchored: whole.anchored }, told, limit),
      told.peak,
    );
    return readings;
  }

  /** What was counted becomes the tab's, where it still shows that map; limited, the map changes with it. */
  async function settleCounted(
    tabId: number,
    mapId: string,
    count: (whole: StoredMap, limit: number | null) => Promise<Counted | null>,
    peak?: number,
  ): Promise<Response<'overlay.elements'>> {
    const whole = await keeper.get(wholeIdOf(mapId));
    const { summary, zones, settings } = await read(tabId);
    if (whole === null || summary?.mapId !== mapId) return { shifts: null };
    // Maps are compared whole.
    const counted = await count(whole, settings.compare === null ? zones.limit : null);
    if (counted === null) return { shifts: null };
    const { known, zones: list, shifts, readings, limited } = counted;
    const next = limited ?? whole;
    const isOther = next.summary.mapId !== mapId;
    if (isOther) await keeper.keep(next.summary.mapId, next);
    await change(tabId, (state) => {
      // Of another map, or with another limit by now, it is told again.
      if (state.summary?.mapId !== mapId || state.zones.limit !== zones.limit) return {};
      const limit = limited === null ? null : zones.limit;
      // What the page has found is the peak of the map that it shows until now.
      const shown = isOther ? next.summary : withPeak(state.summary, peak);
      return { ...known, zones: { ...state.zones, list, limit }, summary: shown };
    });
    if (!isOther) return { shifts, readings };
    await tellOverlay(tabId);
    return { shifts: null };
  }

  async function showFittedSample(
    tabId: number,
    map: StoredMap,
    told: Parsed<'overlay.elements'>,
  ): Promise<void> {
    const asked = await askedOf.read(tabId);
    if (asked === null || told.boxes.length === 0) return;
    const fitted = await fitSample(map, told.boxes, asked.viewportWidth);
    await keeper.keep(fitted.summary.mapId, fitted);
    const { sources } = await read(tabId);
    const found = { map: fitted, reason: null, unsaved: null, failed: false, sources, notes: [] };
    const isSettled = await settle(tabId, asked, found, {
      // Where real heat has come meanwhile, a sample never takes its place.
      isWanted: ({ summary }) => summary?.provenance.kind === 'sample',
    });
    if (!isSettled) return;
    await tellOverlay(tabId);
  }

  return { elements, anchored };
}
