import { sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import type { HeatSettings, HeatState } from '../../protocol/heat';
import type { Response } from '../../protocol/messages';
import type { TakingFilter } from '../../protocol/noise-messages';
import type { OverlayPart } from '../../protocol/overlay-part-messages';
import { NO_ZONES, wholeIdOf } from '../../protocol/zones';
import { redactUrl } from '../../report/redact-url';
import { changed, chosenData, needsData, remembered, type SettingsChange } from './choose-settings';
import { createCompareService } from './compare/compare-service';
import { createCounting } from './count-on-page';
import { createFollowing } from './follow-sources';
import { isSameMap, NOTHING_SHOWN, OFF, withPeak } from './heat-state';
import { createMapKeeper, type Found, type MapKeeper } from './map-keeper';
import { takenAway } from './noise-difference';
import { hasHeat, notesFor, whyEmpty } from './notes';
import type { Asked, HeatPorts } from './ports';
import { createServing } from './serve-page';
import type { Shown } from './snapshot-service';
import { createTurns } from './turns-of-tab';
import { createZones } from './zones';

/**
 * The heat of every tab: switched by the toolbar button, asked for by the overlay, set by the side
 * panel. What it knows of a tab is in session storage and its cells are in the vault, so the worker
 * may die at any moment: whoever was waiting asks again, and gets the same answer.
 */
export function createHeatService(ports: HeatPorts) {
  const keeper = createMapKeeper(ports);
  const comparison = createCompareService({ ...keeper, comparisons: ports.comparisons });
  const read = async (tabId: number): Promise<HeatState> => (await ports.states.read(tabId)) ?? OFF;
  const turns = createTurns();
  let writing: Promise<unknown> = Promise.resolve();
  let remembering: Promise<unknown> = Promise.resolve();
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
    turns.stop(tabId);
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

  /** The overlay asks what to draw, and is answered when the map is there, or when it has asked again. */
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
    await turns.take(tabId, {
      question: questionOf(asked, settings),
      asker: 'page',
      async work(signal) {
        const found = await findOrSay(tabId, { ...asked, settings, signal });
        if (!(await settleWanted(tabId, { asked, settings }, found))) return;
        await compare(tabId, asked, found, { signal });
      },
    });
    const state = await read(tabId);
    const compared = await comparison.forOverlay(tabId, state.summary);
    return { settings: state.settings, summary: state.summary, comparison: compared };
  }

  async function set(tabId: number, part: SettingsChange): Promise<HeatState> {
    let before = OFF.settings;
    const state = await change(tabId, ({ settings }) => {
      before = settings;
      return { settings: changed(settings, part) };
    });
    await remember(before, state.settings);
    return follow(tabId, state, part);
  }

  /** What a view says is for this tab, and tabs to come know nothing of it. */
  async function setHere(tabId: number, settings: HeatSettings): Promise<HeatState> {
    return follow(tabId, await change(tabId, { settings }), settings);
  }

  function remember(before: HeatSettings, after: HeatSettings): Promise<void> {
    const next = remembering.then(async () => {
      const last = await ports.preferences.read();
      await ports.preferences.write(remembered(last, { before, after }));
    });
    remembering = next.catch(() => undefined);
    return next;
  }

  /** The tab shows what its settings say now. */
  async function follow(tabId: number, state: HeatState, part: SettingsChange): Promise<HeatState> {
    if (state.on && needsData(part)) return reload(tabId, false);
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
    how: { readonly fresh?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    const { settings } = await read(tabId);
    await comparison.settle(tabId, { asked, settings, map, sources, notes, ...how });
  }

  async function reload(tabId: number, fresh: boolean): Promise<HeatState> {
    const before = await read(tabId);
    if (!before.on || (await ports.asked.read(tabId)) === null) return before;
    await change(tabId, ({ on, status }) =>
      on ? { status: 'loading', reason: null } : { status },
    );
    const { settings } = before;
    // Read last: a question of the page that comes after it takes its turn after it, too.
    const asked = await ports.asked.read(tabId);
    if (asked === null) return before;
    await turns.take(tabId, {
      question: questionOf(asked, settings),
      asker: 'person',
      async work(signal) {
        const found = await findOrSay(tabId, { ...asked, settings, fresh, signal });
        if (!(await settleWanted(tabId, { asked, settings }, found))) return;
        await compare(tabId, asked, found, { fresh, signal });
        await tellOverlay(tabId);
      },
    });
    return read(tabId);
  }

  /** The map, or why there is none: nobody waits for what will not come. Rejects where the signal aborts. */
  async function findOrSay(
    tabId: number,
    question: Parameters<MapKeeper['find']>[1],
  ): Promise<Found> {
    try {
      return await keeper.find(tabId, question);
    } catch (cause) {
      question.signal?.throwIfAborted();
      const { sources } = await read(tabId);
      const nothing = { map: null, unsaved: null, notes: [], sources };
      return { ...nothing, reason: sentenceOf(cause), failed: true };
    }
  }

  /**
   * An answer becomes what the tab shows where it is still about that: heat is on, nothing newer was
   * asked, and nobody has chosen other data since. False: it is not, and nothing has changed.
   */
  async function settleWanted(
    tabId: number,
    { asked, settings }: { readonly asked: Asked; readonly settings: HeatSettings },
    found: Found,
  ): Promise<boolean> {
    // A page that has moved on meanwhile has asked again; this answer is not of what it shows now.
    if (!isSame(asked, await ports.asked.read(tabId))) return false;
    const page = redactUrl(asked.url);
    const chosen = chosenData(settings);
    return settle(tabId, asked, found, {
      isWanted: (now) => now.page === page && chosenData(now.settings) === chosen,
    });
  }

  /** Looked at and written in one step: what is pressed in between must not be overwritten. */
  async function settle(
    tabId: number,
    asked: Asked,
    found: Found,
    { isWanted }: { isWanted(now: HeatState): boolean },
  ): Promise<boolean> {
    const { map, reason, unsaved, failed, sources, notes } = found;
    const isShown = map !== null && hasHeat(map.summary);
    const nothing: Message | null = map === null ? reason : whyEmpty(map.summary);
    const isLive = sources.some(
      ({ id, abilities }) => abilities !== null && id === map?.summary.provenance.sourceId,
    );
    let isSettled = false;
    await change(tabId, (now) => {
      if (!now.on || !isWanted(now)) return {};
      isSettled = true;
      const summary = map?.summary ?? null;
      const before = now.summary !== null && isSameMap(now.summary, summary) ? now.summary : null;
      return {
        lastShown: isShown && isLive ? now.settings : now.lastShown,
        // What the overlay has told of this very map still holds: it tells nothing twice.
        ...(before === null ? NOTHING_SHOWN : {}),
        status: isShown ? 'shown' : failed ? 'failed' : 'empty',
        summary: summary && before ? withPeak(summary, before.peak) : summary,
        reason: isShown ? null : nothing,
        notes:
          map === null
            ? []
            : [...notes, ...notesFor(map.summary, asked, reason), ...(unsaved ? [unsaved] : [])],
        sources,
      };
    });
    return isSettled;
  }

  async function tellOverlay(tabId: number): Promise<void> {
    const { on, settings, summary, status } = await read(tabId);
    if (!on || status === 'off') return;
    const compared = await comparison.forOverlay(tabId, summary);
    const update = { settings, summary, status, comparison: compared };
    await ports.page.send(tabId, 'overlay.update', update).catch(() => undefined);
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
    const { sources } = await keeper.offerOf(tabId, { ...asked, settings });
    await change(tabId, { sources });
  }

  const counting = createCounting({
    ...{ keeper, comparison, asked: ports.asked },
    ...{ read, change, settle, tellOverlay },
  });
  const serving = createServing({ keeper, comparison, page: ports.page, read });
  const zones = createZones({ page: ports.page, read, change, tellOverlay, map: keeper.get });

  const onSources = createFollowing({
    ...{ ports, keeper, read, change, set },
    reload: (tabId) => reload(tabId, false),
  });

  return {
    zones,
    shown,
    settingsFor,
    listAgain,
    onSources,
    toggle,
    turnOff,
    turnOn: async (tabId: number) => show(tabId, await ports.page.url(tabId)),
    onLoaded,
    read,
    hello,
    part: (tabId: number, part: OverlayPart) => ports.page.injectPart(tabId, part),
    set,
    setHere,
    reload: (tabId: number) => reload(tabId, true),
    ...counting,
    ...serving,
    takenAway: (tabId: number, filter: TakingFilter) =>
      takenAway({ ports, find: keeper.find, read }, tabId, filter),
    comparison: comparison.read,
    fileStored: async (tabId: number, mapId: string) => {
      await ports.files.write(tabId, mapId);
      return set(tabId, { sourceId: 'file' });
    },
    forget: async (tabId: number) => {
      turns.forget(tabId);
      await Promise.all(
        [ports.states, ports.files, ports.asked].map((store) => store.remove(tabId)),
      );
      await comparison.forget(tabId);
    },
  };
}

export type HeatService = ReturnType<typeof createHeatService>;

const questionOf = (asked: Asked, settings: HeatSettings): string =>
  JSON.stringify([asked.url, asked.viewportWidth, asked.pageHeight, chosenData(settings)]);

const isSame = (a: Asked, b: Asked | null): boolean =>
  a.url === b?.url && a.viewportWidth === b.viewportWidth;
