import { HushmapError, sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import { anchoredPart } from '../../heatmap/anchors/parts';
import { heatInBoxes } from '../../heatmap/heat-in-boxes';
import { encodeTile } from '../../heatmap/tiles';
import {
  DEFAULT_HEAT_SETTINGS,
  type HeatSettings,
  type HeatShares,
  type HeatState,
  type HeatTarget,
  type MapSummary,
} from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { Parsed, Response } from '../../protocol/messages';
import type { TakingFilter } from '../../protocol/noise-messages';
import type { OverlayPart } from '../../protocol/overlay-part-messages';
import { NO_ZONES, wholeIdOf } from '../../protocol/zones';
import { redactUrl } from '../../report/redact-url';
import { createCompareService } from './compare/compare-service';
import { isComparisonId } from './compare/comparison-state';
import { createMapKeeper, type Found } from './map-keeper';
import { takenAway } from './noise-difference';
import { hasHeat, notesFor, whyEmpty } from './notes';
import type { Asked, HeatPorts, StoredMap } from './ports';
import { fitSample, isFixedPattern } from './sample-map';
import type { Shown } from './snapshot-service';
import { type Counted, countAnchored, countOnPage, createZones } from './zones';

/**
 * The heat of every tab: switched by the toolbar button, asked for by the overlay, set by the side
 * panel. What it knows of a tab is in session storage and its cells are in the vault, so the worker
 * may die at any moment: whoever was waiting asks again, and gets the same answer.
 */
export function createHeatService(ports: HeatPorts) {
  const keeper = createMapKeeper(ports);
  const comparison = createCompareService({ ...keeper, comparisons: ports.comparisons });
  const read = async (tabId: number): Promise<HeatState> => (await ports.states.read(tabId)) ?? OFF;
  let writing: Promise<unknown> = Promise.resolve();
  /** One change after the other: two at once would each undo the other's. */
  const change = (
    tabId: number,
    part: Partial<HeatState> | ((state: HeatState) => Partial<HeatState>),
  ): Promise<HeatState> => {
    const next = writing.then(async () => {
      const before = await read(tabId);
      const state = { ...before, ...(typeof part === 'function' ? part(before) : part) };
      await ports.states.write(tabId, state);
      return state;
    });
    writing = next.catch(() => undefined);
    return next;
  };

  /** The toolbar button: heat on, with these settings where some are given, or off again. */
  async function toggle(tabId: number, url: string, settings?: HeatSettings): Promise<void> {
    if ((await read(tabId)).on) await turnOff(tabId);
    else await show(tabId, url, settings);
  }

  async function show(tabId: number, url: string, settings?: HeatSettings): Promise<HeatState> {
    await turnOn(tabId, url, settings ?? (await settingsFor(tabId)));
    return read(tabId);
  }

  /** What heat would be shown with: what was set in the tab, else what was chosen last. */
  const settingsFor = async (tabId: number): Promise<HeatSettings> =>
    (await ports.states.read(tabId))?.settings ?? (await ports.preferences.read());

  async function turnOn(tabId: number, url: string, settings: HeatSettings): Promise<void> {
    const page = redactUrl(url);
    await change(tabId, (state) => ({
      ...OFF,
      // What was set since the press stays set.
      settings: state.on ? state.settings : settings,
      on: true,
      status: 'loading',
      page,
    }));
    try {
      await ports.page.injectOverlay(tabId);
    } catch (cause) {
      await change(tabId, { on: false, status: 'failed', reason: sentenceOf(cause) });
    }
  }

  async function turnOff(tabId: number): Promise<HeatState> {
    const state = await change(tabId, {
      ...{ on: false, status: 'off', elements: [], reason: null, zones: NO_ZONES },
    });
    // The page may have moved on; then nothing of ours is left there.
    await ports.page.send(tabId, 'overlay.stop', undefined).catch(() => undefined);
    return state;
  }

  /** A page has loaded in a tab whose heat is on: the overlay went with the old page. */
  async function onLoaded(tabId: number): Promise<void> {
    const state = await ports.states.read(tabId);
    if (state?.on) await turnOn(tabId, await ports.page.url(tabId), state.settings);
  }

  /** The overlay asks what to draw, and is answered when the map is there. */
  async function hello(tabId: number, asked: Asked): Promise<Response<'overlay.hello'>> {
    const before = await read(tabId);
    // An overlay that asks after the heat was switched off is on its way out.
    if (!before.on) return { settings: before.settings, summary: null, comparison: null };
    await ports.asked.write(tabId, asked);
    const page = redactUrl(asked.url);
    // What is known of one page must not be read as of another.
    const { settings } = await change(tabId, (state) => ({
      ...(state.page === page ? {} : { ...NOTHING_SHOWN, zones: NO_ZONES, lastShown: null }),
      status: state.on ? 'loading' : state.status,
      page,
    }));
    const found = await keeper.find(tabId, { ...asked, settings });
    // A page that has moved on meanwhile has asked again; this answer is not of what it shows now.
    if (await isWanted(tabId, asked, settings)) {
      await settle(tabId, asked, found);
      await compare(tabId, asked, found);
    }
    const state = await read(tabId);
    const compared = await comparison.forOverlay(tabId, state.summary);
    return { settings: state.settings, summary: state.summary, comparison: compared };
  }

  async function set(tabId: number, part: Change): Promise<HeatState> {
    const state = await change(tabId, ({ settings }) => ({ settings: changed(settings, part) }));
    // A segment is in one source's words, and may name somebody: it is set for a tab, not for good.
    const { filters } = state.settings;
    await ports.preferences.write({
      ...state.settings,
      filters: { ...filters, ...OWN_WORDS },
      compare: null,
    });
    if (state.on && NEEDS_DATA.some((key) => key in part)) return reload(tabId, false);
    if (part.compare !== undefined) await compareShown(tabId);
    await tellOverlay(tabId);
    return state;
  }

  /** Compares what is on the page already with what was chosen beside it. */
  async function compareShown(tabId: number): Promise<void> {
    const asked = await ports.asked.read(tabId);
    const { on, status, summary, sources, notes } = await read(tabId);
    if (!on || asked === null) return;
    const isShown = status === 'shown' && summary !== null;
    const map = isShown ? await keeper.get(summary.mapId) : null;
    await compare(tabId, asked, { map, sources, notes });
  }

  async function compare(
    tabId: number,
    asked: Asked,
    { map, sources, notes }: Pick<Found, 'map' | 'sources' | 'notes'>,
    fresh = false,
  ): Promise<void> {
    const { settings } = await read(tabId);
    await comparison.settle(tabId, { asked, settings, map, sources, notes, fresh });
  }

  async function reload(tabId: number, fresh: boolean): Promise<HeatState> {
    const asked = await ports.asked.read(tabId);
    const before = await read(tabId);
    if (!before.on || asked === null) return before;
    await change(tabId, ({ on, status }) =>
      on ? { status: 'loading', reason: null } : { status },
    );
    const found = await keeper.find(tabId, { ...asked, settings: before.settings, fresh });
    if (!(await isWanted(tabId, asked, before.settings))) return read(tabId);
    const state = await settle(tabId, asked, found);
    await compare(tabId, asked, found, fresh);
    await tellOverlay(tabId);
    return state;
  }

  /**
   * Whether an answer is still about what the tab shows: heat is on, nothing newer was asked, and
   * nobody has chosen other data since.
   */
  async function isWanted(tabId: number, asked: Asked, settings: HeatSettings): Promise<boolean> {
    const state = await read(tabId);
    const isChosen = chosenData(state.settings) === chosenData(settings);
    return state.on && isChosen && isSame(asked, await ports.asked.read(tabId));
  }

  function settle(tabId: number, { viewportWidth }: Asked, found: Found): Promise<HeatState> {
    const { map, reason, unsaved, failed, sources, notes } = found;
    const isShown = map !== null && hasHeat(map.summary);
    const nothing: Message | null = map === null ? reason : whyEmpty(map.summary);
    const isLive = sources.some(
      ({ id, abilities }) => abilities !== null && id === map?.summary.provenance.sourceId,
    );
    return change(tabId, ({ summary, settings, lastShown }) => ({
      lastShown: isShown && isLive ? settings : lastShown,
      // What the overlay has told of this very map still holds: it tells nothing twice.
      ...(isSameMap(summary, map?.summary ?? null) ? {} : NOTHING_SHOWN),
      status: isShown ? 'shown' : failed ? 'failed' : 'empty',
      summary: map?.summary ?? null,
      reason: isShown ? null : nothing,
      notes:
        map === null
          ? []
          : [
              ...notes,
              ...notesFor(map.summary, viewportWidth, reason),
              ...(unsaved ? [unsaved] : []),
            ],
      sources,
    }));
  }

  async function tellOverlay(tabId: number): Promise<void> {
    const { on, settings, summary, status } = await read(tabId);
    if (!on || status === 'off') return;
    const compared = await comparison.forOverlay(tabId, summary);
    const update = { settings, summary, status, comparison: compared };
    await ports.page.send(tabId, 'overlay.update', update).catch(() => undefined);
  }

  /** The overlay tells which elements there are; they are counted here, where the cells are. */
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
    const { readings } = await settleCounted(tabId, told.mapId, async (whole, limit) =>
      whole.anchored === null
        ? null
        : countAnchored({ ...whole, anchored: whole.anchored }, told, limit),
    );
    return readings;
  }

  /** What was counted becomes the tab's, where it still shows that map; limited, the map changes with it. */
  async function settleCounted(
    tabId: number,
    mapId: string,
    count: (whole: StoredMap, limit: number | null) => Promise<Counted | null>,
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
      const other = isOther ? { summary: next.summary } : {};
      return { ...known, zones: { ...state.zones, list, limit }, ...other };
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
    const asked = await ports.asked.read(tabId);
    if (asked === null || told.boxes.length === 0) return;
    const fitted = await fitSample(map, told.boxes, asked.viewportWidth);
    await keeper.keep(fitted.summary.mapId, fitted);
    const { sources, summary } = await read(tabId);
    // Real heat has come meanwhile: a sample never takes its place.
    if (summary?.provenance.kind !== 'sample') return;
    await settle(tabId, asked, {
      map: fitted,
      reason: null,
      unsaved: null,
      failed: false,
      sources,
      notes: [],
    });
    await tellOverlay(tabId);
  }

  /**
   * How hot things are that overlap: for each, the share of all shown clicks that lie in its boxes.
   * Sample heat tells nothing about a page, so it gives none.
   */
  async function shares(tabId: number, targets: readonly HeatTarget[]): Promise<HeatShares> {
    const { on, status, summary } = await read(tabId);
    if (!on || status !== 'shown' || summary === null) return { kind: 'none', shares: [] };
    if (summary.provenance.kind === 'sample') return { kind: 'sample', shares: [] };
    const request = { targets: [...targets] };
    const { mapId, scaleX, boxes } = await ports.page.send(tabId, 'overlay.measure', request);
    const map = mapId === null ? null : await keeper.get(wholeIdOf(mapId));
    if (map === null) return { kind: 'none', shares: [] };
    return { kind: 'shown', shares: heatInBoxes(map.cells, boxes, targets.length, scaleX) };
  }

  async function tile(
    mapId: string,
    index: number,
    tabId: number,
  ): Promise<Response<'overlay.tile'>> {
    if (isComparisonId(mapId)) return comparison.tile(tabId, mapId, index);
    const map = await keeper.get(mapId);
    const plan = map?.summary.tiles.find((each) => each.index === index);
    if (map === null || plan === undefined) throw new HushmapError('page.gone');
    return { mapId, index, data: encodeTile(map.cells, map.summary.tiles, index) };
  }

  async function anchors(mapId: string, part: number): Promise<Response<'overlay.anchors'>> {
    const map = await keeper.get(mapId);
    if (!map?.anchored) throw new HushmapError('page.gone');
    return anchoredPart(mapId, map.anchored, part);
  }

  /** What a tab shows, for whoever wants to keep it. */
  async function shown(tabId: number): Promise<Shown | null> {
    const { on, status, summary, settings } = await read(tabId);
    const asked = await ports.asked.read(tabId);
    if (!on || status !== 'shown' || summary === null || asked === null) return null;
    // Of a map that is limited to a section, the whole is kept.
    const map = await keeper.get(wholeIdOf(summary.mapId));
    return map === null ? null : { map, settings, asked };
  }

  async function listAgain(tabId: number): Promise<void> {
    const asked = await ports.asked.read(tabId);
    if (asked === null) return;
    const { settings } = await read(tabId);
    await change(tabId, { sources: await keeper.sourcesOf(tabId, { ...asked, settings }) });
  }

  const zones = createZones({ page: ports.page, read, change, tellOverlay, map: keeper.get });

  return {
    zones,
    shown,
    settingsFor,
    listAgain,
    toggle,
    turnOff,
    turnOn: async (tabId: number) => show(tabId, await ports.page.url(tabId)),
    onLoaded,
    read,
    hello,
    part: (tabId: number, part: OverlayPart) => ports.page.injectPart(tabId, part),
    set,
    reload: (tabId: number) => reload(tabId, true),
    elements,
    anchored,
    anchors,
    shares,
    takenAway: (tabId: number, filter: TakingFilter) =>
      takenAway({ ports, find: keeper.find, read }, tabId, filter),
    tile,
    comparison: comparison.read,
    fileStored: async (tabId: number, mapId: string) => {
      await ports.files.write(tabId, mapId);
      return set(tabId, { sourceId: 'file' });
    },
    forget: async (tabId: number) => {
      await Promise.all(
        [ports.states, ports.files, ports.asked].map((store) => store.remove(tabId)),
      );
      await comparison.forget(tabId);
    },
  };
}

export type HeatService = ReturnType<typeof createHeatService>;

const isSame = (a: Asked, b: Asked | null): boolean =>
  a.url === b?.url && a.viewportWidth === b.viewportWidth;

type Change = { readonly [K in keyof HeatSettings]?: HeatSettings[K] | undefined };

function withoutUndefined(part: Change): Partial<HeatSettings> {
  const set = Object.entries(part).filter(([, value]) => value !== undefined);
  // Only entries of `part` itself are left, and none of them is undefined.
  return Object.fromEntries(set) as Partial<HeatSettings>;
}

/**
 * What was set, and what with it: another source has other cohorts, and another language. Filters
 * that are set together with it are meant for it.
 */
function changed(settings: HeatSettings, part: Change): HeatSettings {
  const next = { ...settings, ...withoutUndefined(part) };
  if (part.filters !== undefined) return next;
  if (part.sourceId === undefined || part.sourceId === settings.sourceId) return next;
  return { ...next, filters: { ...next.filters, ...OWN_WORDS }, compare: null };
}

const OWN_WORDS = { segment: NO_FILTERS.segment, cohorts: NO_FILTERS.cohorts };

/** What was chosen of the settings that decide which data is asked for. */
const chosenData = (settings: HeatSettings): string =>
  JSON.stringify(NEEDS_DATA.map((key) => settings[key]));

const NEEDS_DATA: readonly (keyof HeatSettings)[] = [
  'sourceId',
  'days',
  'band',
  'map',
  'by',
  'filters',
];

/** The same answer, not the same question asked again. */
const isSameMap = (a: MapSummary | null, b: MapSummary | null): boolean =>
  a !== null &&
  b !== null &&
  a.mapId === b.mapId &&
  a.provenance.fetchedAt === b.provenance.fetchedAt &&
  a.k === b.k;

const NOTHING_SHOWN = {
  summary: null,
  elements: [],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  notes: [],
} satisfies Partial<HeatState>;

const OFF: HeatState = {
  on: false,
  status: 'off',
  page: '',
  settings: DEFAULT_HEAT_SETTINGS,
  summary: null,
  elements: [],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  zones: NO_ZONES,
  lastShown: null,
  reason: null,
  notes: [],
  sources: [],
};
