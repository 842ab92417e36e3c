import { sentenceOf } from '../../../core/errors';
import { type Message, message } from '../../../core/message';
import type { HeatSettings, MapSummary } from '../../../protocol/heat';
import type { HeatComparison, OverlayComparison } from '../../../protocol/heat-comparison';
import type { Parsed, Response } from '../../../protocol/messages';
import { countByElement } from '../count-elements';
import { withPeak } from '../heat-state';
import type { Found } from '../map-keeper';
import type { Asked, PerTab, StoredMap } from '../ports';
import { testedUnit } from '../tested-unit';
import { bandNotes, comparedBands } from './compare-band-maps';
import { tableByElement, tableByPlace } from './compare-tables';
import { begin, idOf, isSameQuestion } from './comparison-state';
import { createDifferences } from './differences';
import { cannotCompareWith, comparisonNotes } from './fits-a';
import { type AskedForB, type QuestionB, questionForB } from './question-b';

export interface ComparePorts {
  readonly comparisons: PerTab<HeatComparison>;
  /** Finds map B as any map is found: under the same k, policy, grants and limits. */
  find(tabId: number, question: QuestionB & AskedHow): Promise<Found>;
  get(mapId: string): Promise<StoredMap | null>;
}

interface AskedHow {
  readonly fresh?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** What is shown in a tab, to compare with. */
export interface ShownA extends AskedHow {
  readonly asked: Asked;
  readonly settings: HeatSettings;
  readonly map: StoredMap | null;
  /** What was wished for of A and is not so. */
  readonly notes: readonly Message[];
  readonly sources: Found['sources'];
}

/**
 * Compares what a tab shows (A) with what was chosen beside it (B). The comparison is in session storage;
 * the squares of the difference are reckoned again from both maps where the worker was ended meanwhile.
 */
export function createCompareService({ comparisons, find, get }: ComparePorts) {
  const differences = createDifferences(get);
  /** The latest question of each tab: answers to earlier ones are of no use. */
  const latest = new Map<number, symbol>();
  /** What a page has found of maps by element; told anew when a comparison comes. */
  const told = new Map<string, Parsed<'overlay.anchored'>>();

  /** Brings the comparison of a tab up to what it shows. Never rejects: a failure is a state, too. */
  async function settle(tabId: number, shown: ShownA): Promise<HeatComparison | null> {
    const mine = Symbol();
    latest.set(tabId, mine);
    const { map: a, settings } = shown;
    if (settings.compare === null || a === null) {
      dropReports(tabId, []);
      await comparisons.remove(tabId);
      return null;
    }
    const { with: what } = settings.compare;
    const question = questionOf(what, shown, a);
    const begun = begin(a.summary, what, 'refused' in question ? null : question);
    const before = await comparisons.read(tabId);
    if (!shown.fresh && before !== null && isSameQuestion(before, begun)) return before;
    await comparisons.write(tabId, begun);
    const next = await answer(tabId, { begun, question }, a, shown).catch((cause: unknown) => ({
      ...begun,
      status: 'failed' as const,
      reason: sentenceOf(cause),
    }));
    if (latest.get(tabId) !== mine) return comparisons.read(tabId);
    if (shown.signal?.aborted) {
      // Not answered, and not failed either: whoever asks for it next must be heard.
      await comparisons.remove(tabId);
      return null;
    }
    dropReports(tabId, [next.a, next.b?.mapId ?? '']);
    // Of the same two answers nothing is told anew: what was told of them still holds.
    const same = next.id !== '' && next.id === before?.id ? before : null;
    const elements = same === null ? next.elements : same.elements;
    const b = next.b && withPeak(next.b, same?.b?.peak);
    const settled = { ...next, b, elements };
    await comparisons.write(tabId, settled);
    return settled;
  }

  /** What was told of maps that are not compared any more is of no use, and may be megabytes. */
  function dropReports(tabId: number, compared: readonly string[]): void {
    const kept = new Set(compared.map((mapId) => `${tabId} ${mapId}`));
    for (const key of told.keys()) {
      if (key.startsWith(`${tabId} `) && !kept.has(key)) told.delete(key);
    }
  }

  async function answer(
    tabId: number,
    { begun, question }: { readonly begun: HeatComparison; readonly question: AskedForB },
    a: StoredMap,
    shown: ShownA,
  ): Promise<HeatComparison> {
    const refuse = (reason: Message): HeatComparison => ({ ...begun, status: 'refused', reason });
    if ('refused' in question) return refuse(question.refused);
    const { fresh = false, signal } = shown;
    const found = await find(tabId, { ...question, fresh, signal });
    const { map: b, reason, failed } = found;
    if (b === null) {
      const why = reason ?? message('heat.compare.refused.gone');
      return { ...refuse(why), status: failed ? 'failed' : 'refused' };
    }
    // What was asked and is not so makes B something else than what was chosen.
    const known = new Set(shown.notes.map(keyOf));
    const news = found.notes.find((note) => !known.has(keyOf(note)));
    if (news !== undefined) return refuse(news);
    const misfit =
      b.summary.provenance.sourceId === question.settings.sourceId
        ? cannotCompareWith(a.summary, b.summary)
        : message('heat.compare.refused.gone');
    if (misfit !== null) return refuse(misfit);
    const notes = comparisonNotes(a.summary, b.summary);
    const stale: Message[] =
      reason === null ? [] : [message('heat.compare.note.savedCopy'), reason];
    const id = idOf(a.summary, b.summary);
    const common = { ...begun, id, status: 'shown' as const, b: b.summary };
    if (a.summary.bands !== null) {
      const { isTested, most, ...bands } = comparedBands(a, b);
      const ofBands = bandNotes(a, b);
      return { ...common, isTested, bands, most, notes: [...ofBands, ...notes, ...stale] };
    }
    if (a.anchored !== null) {
      const unit = testedUnit(a);
      const isTested = unit === testedUnit(b) && unit !== 'clicks';
      return { ...common, isTested, notes: [...notes, ...stale] };
    }
    const { cells, left, coveredA, coveredB, isTested, less, more, most, tiles } =
      differences.between(id, a, b);
    const places = { compared: cells, less, more, left, coveredA, coveredB };
    return { ...common, isTested, places, most, tiles, notes: [...notes, ...stale] };
  }

  /** The overlay tells where elements are, for map B; null: B is not what this is about. */
  async function elements(
    tabId: number,
    about: Parsed<'overlay.elements'>,
  ): Promise<Response<'overlay.elements'> | null> {
    const maps = await bothOf(tabId, about.mapId);
    if (maps === null || maps.b.anchored !== null || maps.b.summary.bands !== null) return null;
    const rows = await tableByPlace(maps.a, maps.b, about);
    await write(tabId, maps.id, rows);
    return { shifts: (await countByElement(maps.b, about)).shifts };
  }

  /**
   * The overlay tells what it has found of A or of B; rows are made when both were told.
   * @returns Whether they are news.
   */
  async function anchored(tabId: number, report: Parsed<'overlay.anchored'>): Promise<boolean> {
    const comparison = await comparisons.read(tabId);
    const { a = null, b = null } = comparison ?? {};
    if (b === null || (report.mapId !== a && report.mapId !== b.mapId)) return false;
    told.set(`${tabId} ${report.mapId}`, report);
    if (report.mapId === b.mapId) await writePeak(tabId, report);
    const [toldA, toldB] = [a, b.mapId].map((id) => told.get(`${tabId} ${id}`));
    const maps = await bothOf(tabId, b.mapId);
    if (maps === null || toldA === undefined || toldB === undefined) return false;
    const rows = tableByElement({ map: maps.a, told: toldA }, { map: maps.b, told: toldB });
    const before = (await comparisons.read(tabId))?.elements ?? null;
    await write(tabId, maps.id, rows);
    // Told of what it knows, an overlay would tell again what it has found, and so on without an end.
    return JSON.stringify(before) !== JSON.stringify(rows);
  }

  /** The end of B's scale, where only the page knows it. */
  async function writePeak(tabId: number, { mapId, peak }: Parsed<'overlay.anchored'>) {
    const now = await comparisons.read(tabId);
    if (now?.b?.mapId !== mapId) return;
    const b = withPeak(now.b, peak);
    if (b !== now.b) await comparisons.write(tabId, { ...now, b });
  }

  async function bothOf(tabId: number, mapIdOfB: string) {
    const comparison = await comparisons.read(tabId);
    if (comparison?.status !== 'shown' || comparison.b?.mapId !== mapIdOfB) return null;
    const [a, b] = await Promise.all([get(comparison.a), get(mapIdOfB)]);
    if (a === null || b === null) return null;
    return { id: comparison.id, a, b };
  }

  async function write(tabId: number, id: string, elements: HeatComparison['elements']) {
    const now = await comparisons.read(tabId);
    if (now?.id === id) await comparisons.write(tabId, { ...now, elements });
  }

  /** One tile of the difference that a tab shows. */
  async function tile(tabId: number, id: string, index: number): Promise<Response<'overlay.tile'>> {
    return differences.tile(await comparisons.read(tabId), id, index);
  }

  /** What the overlay of a tab has to know; null: nothing is compared, or not yet. */
  async function forOverlay(
    tabId: number,
    a: MapSummary | null,
  ): Promise<OverlayComparison | null> {
    const now = await comparisons.read(tabId);
    if (now?.status !== 'shown' || now.b === null || now.a !== a?.mapId) return null;
    const { id, b, most, tiles, places, bands } = now;
    const different = places === null ? (now.elements ?? []).filter((row) => row.isDifferent) : [];
    const marks = different.map(({ ref, difference }) => ({ ref, difference }));
    const largest = Math.max(0, ...marks.map(({ difference }) => Math.abs(difference)));
    const byElement = places === null && bands === null;
    return { id, b, tiles, marks, bands, most: byElement ? largest : most };
  }

  return {
    settle,
    elements,
    anchored,
    tile,
    forOverlay,
    read: comparisons.read,
    forget: (tabId: number) => {
      latest.delete(tabId);
      dropReports(tabId, []);
      return comparisons.remove(tabId);
    },
  };
}

export type CompareService = ReturnType<typeof createCompareService>;

function questionOf(what: HeatComparison['with'], shown: ShownA, a: StoredMap): AskedForB {
  try {
    return questionForB(what, { ...shown, a: a.summary });
  } catch (cause) {
    return { refused: sentenceOf(cause) };
  }
}

const keyOf = ({ id, params }: Message): string => JSON.stringify([id, params]);
