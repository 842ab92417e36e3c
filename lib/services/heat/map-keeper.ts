import { HushmapError, sentenceOf, toWireError } from '../../core/errors';
import type { Message } from '../../core/message';
import { NONE_TORN } from '../../heatmap/torn-squares';
import type { HeatSettings, HeatState } from '../../protocol/heat';
import type { Policy, SourceConfig } from '../../protocol/sources';
import { redactUrl } from '../../report/redact-url';
import { wayOfAsking } from '../../sources/data-set';
import { sourceOf } from '../../sources/registry';
import { createSampleHeat } from '../../sources/sample';
import { chooseSource, listSources, type SourceChoice } from './choose-source';
import { lastDays } from './days';
import { createDiscloser } from './disclose-map';
import { type FittedSettings, fitSettings } from './fit-settings';
import { fnvOf } from './fnv';
import { bandOf, loadMap } from './load-map';
import type { Asked, HeatPorts, StoredMap } from './ports';
import { kOf, type Origin, prepareHeat, raiseK } from './prepare-map';
import { createSharedLoads } from './shared-loads';
import { isSnapshotId, snapshotsFor } from './snapshot-place';

interface Question extends Asked {
  readonly settings: HeatSettings;
  /** True: ask the source again, even where a recent answer is at hand. */
  readonly fresh?: boolean;
  /** Days that its period ends before the last whole day. */
  readonly back?: number;
  /** Aborted where nobody needs the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface Found {
  readonly map: StoredMap | null;
  /** Why there is no map, or why it is an older, saved one. */
  readonly reason: Message | null;
  /** Why the map is shown and not saved. */
  readonly unsaved: Message | null;
  readonly failed: boolean;
  /** What was wished for and is not so. */
  readonly notes: readonly Message[];
  readonly sources: HeatState['sources'];
}

/**
 * Finds the map for a page: from the file that was opened, from a recent answer, from the source,
 * or, where the source fails, from the last answer that was saved. Rejects where the signal aborts.
 */
export function createMapKeeper(ports: HeatPorts) {
  const memory = new Map<string, StoredMap>();
  /** Maps that could not be saved, and why. */
  const unsaved = new Map<string, Message>();
  const share = createSharedLoads<StoredMap>();
  const { disclose } = createDiscloser(ports);

  async function find(tabId: number, question: Question): Promise<Found> {
    const offer = await offerFor(tabId, question);
    const { policy } = offer;
    const choice = chooseSource(offer);
    const sources = listSources(offer);
    const nothing = { map: null, reason: null, unsaved: null, failed: false, sources, notes: [] };
    if (choice.kind === 'none') return { ...nothing, reason: choice.reason };
    const { settings, notes } = fittedTo(choice, question.settings);
    const fitted = { ...question, settings };
    try {
      const map = await mapOf(choice, fitted);
      return { ...nothing, map, unsaved: unsaved.get(map.summary.mapId) ?? null, notes };
    } catch (cause) {
      question.signal?.throwIfAborted();
      const saved = choice.kind === 'source' ? await getFor(keyOf(choice, fitted), policy) : null;
      const reason = sentenceOf(cause);
      const failed = saved === null && !isRefusal(cause);
      return { ...nothing, map: saved, reason, failed, notes };
    }
  }

  async function offerFor(tabId: number, { url, settings }: Question) {
    const configured = await ports.sources();
    return {
      url,
      settings,
      configured,
      fileMapId: await ports.files.read(tabId),
      snapshots: await snapshotsFor(url, configured, ports.snapshots),
      policy: await ports.policy(),
    };
  }

  async function mapOf(choice: Exclude<SourceChoice, { kind: 'none' }>, question: Question) {
    const policy = await ports.policy();
    if (choice.kind === 'file') {
      const map = await getFor(choice.mapId, policy);
      if (map === null) throw new HushmapError('storage.unavailable');
      return map;
    }
    if (choice.kind === 'snapshot') {
      const map = await getFor(choice.mapId, policy);
      if (map === null) throw new HushmapError('snapshot.gone');
      return map;
    }
    if (choice.kind === 'sample') return sampleMap(question, kOf(policy));
    const key = keyOf(choice, question);
    const recent = await getFor(key, policy);
    if (recent !== null && !question.fresh && isRecent(recent)) return recent;
    const load = async (unwanted: AbortSignal) => {
      const signal = AbortSignal.any([AbortSignal.timeout(FETCH_LIMIT_MS), unwanted]);
      const wish = { ...choice, ...question, policy };
      return keep(key, await loadMap(wish, { ...ports, disclose }, signal));
    };
    return share(key, load, question.signal);
  }

  async function sampleMap({ url, viewportWidth }: Question, k: number): Promise<StoredMap> {
    const now = ports.clock.now();
    const origin: Origin = {
      ...lastDays(7, now),
      sourceId: 'sample',
      sourceName: 'sample',
      kind: 'sample',
      page: redactUrl(url),
      fetchedAt: now,
    };
    const map = await prepareHeat(createSampleHeat([], viewportWidth), 'click', origin, k);
    return keep(map.summary.mapId, map);
  }

  async function keep(mapId: string, map: StoredMap): Promise<StoredMap> {
    const kept: StoredMap = { ...map, summary: { ...map.summary, mapId } };
    remember(kept);
    // A snapshot stays as it was saved, under whatever k it is shown today.
    if (isSnapshotId(mapId)) return kept;
    try {
      await ports.maps.put(kept);
      unsaved.delete(mapId);
    } catch (cause) {
      // The map is shown all the same; only a killed worker has to fetch it again.
      unsaved.set(mapId, sentenceOf(cause));
    }
    return kept;
  }

  async function get(mapId: string): Promise<StoredMap | null> {
    const known = memory.get(mapId);
    if (known !== undefined) return known;
    const saved = await (isSnapshotId(mapId) ? readSnapshot(mapId) : ports.maps.get(mapId)).catch(
      () => null,
    );
    if (saved !== null) remember(saved);
    return saved;
  }

  /** Always under the k of today, so that a new worker cuts the same tiles. */
  async function readSnapshot(id: string): Promise<StoredMap | null> {
    const saved = await ports.snapshots.get(id);
    if (saved === null) return null;
    const k = kOf(await ports.policy());
    const map: StoredMap = saved.summary.k >= k ? saved : await raiseK(saved, k);
    const { name } = saved.snapshot;
    const named = { sourceId: id, sourceName: name, kind: 'snapshot' as const };
    const provenance = { ...map.summary.provenance, ...named };
    const { cells, anchored, counted = null, torn = NONE_TORN } = map;
    return { cells, anchored, counted, torn, summary: { ...map.summary, mapId: id, provenance } };
  }

  /** A saved map under the k of today: one that was saved under a lower k loses what it hid too little. */
  async function getFor(mapId: string, policy: Policy): Promise<StoredMap | null> {
    const map = await get(mapId);
    const k = kOf(policy);
    if (map === null || map.summary.k >= k) return map;
    const raised = await raiseK(map, k);
    return keep(mapId, raised);
  }

  /** The last few alone: a million cells take tens of megabytes. */
  function remember(map: StoredMap): void {
    memory.delete(map.summary.mapId);
    memory.set(map.summary.mapId, map);
    const [oldest] = memory.keys();
    if (memory.size > MOST_IN_MEMORY && oldest !== undefined) memory.delete(oldest);
  }

  const isRecent = (map: StoredMap): boolean =>
    ports.clock.now() - map.summary.provenance.fetchedAt < RECENT_MS;

  /** Another name or key of the source changes nothing; whatever else it asks for is another map. */
  function keyOf(choice: { config: SourceConfig; page: string }, question: Question): string {
    const { settings, viewportWidth } = question;
    const { from, to } = lastDays(settings.days, ports.clock.now(), question.back);
    const { min, max } = bandOf(settings, viewportWidth);
    const asked = [settings.map, settings.by, JSON.stringify(settings.filters)];
    const { config, page } = choice;
    const where: (string | number)[] = [config.id, wayOfAsking(config)];
    where.push(page, from, to, min, max, viewportWidth);
    // Its places are shares of the page's height.
    if (config.kind === 'openreplay') where.push(question.pageHeight ?? 0);
    return digest([...where, ...asked].join('\n'));
  }

  /** What may be chosen for a page, and what would be. */
  async function offerOf(tabId: number, question: Question) {
    const offer = await offerFor(tabId, question);
    return { sources: listSources(offer), choice: chooseSource(offer) };
  }

  return { find, get, keep, offerOf };
}

export type MapKeeper = ReturnType<typeof createMapKeeper>;

function fittedTo(choice: SourceChoice, settings: HeatSettings): FittedSettings {
  if (choice.kind !== 'source') return { settings, notes: [] };
  return fitSettings(settings, sourceOf(choice.config).abilities(choice.config), choice.page);
}

/** The source did answer; what it said gives too few people away. */
const isRefusal = (cause: unknown): boolean =>
  ['heat.segmentTooSmall', 'heat.tooSimilar', 'heat.tooMany'].includes(toWireError(cause).code);

/** PostHog itself answers from a cache of 30 s; a heatmap of whole days does not change faster than this. */
const RECENT_MS = 5 * 60_000;
const MOST_IN_MEMORY = 3;
const FETCH_LIMIT_MS = 120_000;

/** A short name for a cache entry, not a secret. */
function digest(text: string): string {
  const [a, b] = fnvOf(text);
  return `map_${a.toString(16)}_${b.toString(16)}_${text.length}`;
}
