import type { Clock } from '../../core/clock';
import { HushmapError, toWireError } from '../../core/errors';
import { sha256Hex } from '../../core/sha256';
import {
  createDisclosureGuard,
  type Disclosure,
  type NewAnswer,
} from '../../heatmap/privacy/disclosure';
import type { Question } from '../../heatmap/privacy/question';
import type { ShownMemory } from '../../heatmap/privacy/shown-answers';
import type { GivenBy, HeatFilters, MapKind } from '../../protocol/heat-kinds';
import { pageKey } from '../../sources/mapping';
import { heatAsBefore, type KeptHeat, placesOf, withoutPlaces } from './places-of';

/** Where what was shown is remembered. */
export interface ShownStore {
  of(scope: string): ShownMemory;
}

/** What was asked of a source. */
export interface AskedOfSource {
  readonly sourceId: string;
  /** As the source knows it. */
  readonly page: string;
  readonly map: MapKind;
  readonly by: GivenBy;
  readonly from: string;
  readonly to: string;
  /** Widths that were asked for, CSS px. */
  readonly band: { readonly min: number; readonly max: number };
  readonly filters: HeatFilters;
  readonly k: number;
}

export interface Told {
  readonly heat: KeptHeat;
  /** Share of the given counts that were left out, 0 to 1. */
  readonly suppressed: number;
  /** Not null: what was shown to the same question before. */
  readonly before: {
    /** When the source was asked then, ms. */
    readonly asOf: number;
    readonly viewportWidth: number;
    /** Share of all clicks that was not shown then, 0 to 1. */
    readonly dropped: number;
  } | null;
}

/**
 * Has a live source's answer go through the guard, and remembers it, before anybody sees it. Questions
 * of one source and kind of map are asked one after the other.
 *
 * Rejects with `heat.tooSimilar`, `heat.tooMany` or `heat.segmentTooSmall` where it must not be shown,
 * and with `heat.notRemembered` or `heat.memoryDamaged` where nobody can tell.
 */
export function createDiscloser(ports: { readonly clock: Clock; readonly shown: ShownStore }) {
  const turns = new Map<string, Promise<unknown>>();

  /** After all before it, and whether or not they failed. */
  function inTurn<T>(scope: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(scope) ?? Promise.resolve()).then(work, work);
    const ended = turn
      .catch(() => undefined)
      .then(() => {
        if (turns.get(scope) === ended) turns.delete(scope);
      });
    turns.set(scope, ended);
    return turn;
  }

  /**
   * @param total - All clicks of the page, or people of a map of bands, dropped ones too; null: not known.
   */
  async function disclose(
    asked: AskedOfSource,
    heat: KeptHeat,
    viewportWidth: number,
    total: number | null,
  ): Promise<Told> {
    const now = ports.clock.now();
    const scope = sha256Hex([asked.sourceId, asked.map, asked.by].join('\n'));
    const isBands = heat.form === 'bands';
    const answer: NewAnswer = {
      question: questionOf(asked, now),
      // How deep a band lies has nothing to do with the width.
      viewportWidth: isBands || heat.form === 'anchored' ? 1 : viewportWidth,
      places: placesOf(heat),
      total,
      counted: isBands && heat.bands.measure === 'seconds' ? 'seconds' : 'clicks',
    };
    const guard = createDisclosureGuard(asked.k, ports.shown.of(scope));
    const told = await inTurn(scope, () => guard.disclose(answer, now)).catch(sayWhy);
    return toldOf(told, heat, asked.k);
  }

  return { disclose };
}

/** Nothing is kept of it that may name somebody: a page, a segment, a pattern are digests. */
function questionOf({ page, from, to, band, filters }: AskedOfSource, askedAt: number): Question {
  const { segment, pattern } = filters;
  return {
    ...{ page: digest(pageKey(page)), from, to, askedAt, band },
    filters: {
      ...filters,
      segment: segment.trim() === '' ? '' : digest(segment.trim()),
      pattern: pattern === null ? null : digest(pattern),
    },
  };
}

const digest = (text: string): string => sha256Hex(text).slice(0, 32);

function toldOf(told: Disclosure, heat: KeptHeat, k: number): Told {
  if (told.kind === 'refused') {
    if (told.reason !== 'tooMany') throw new HushmapError(`heat.${told.reason}`, [k]);
    const until = new Date(told.until ?? 0).toISOString().slice(0, 10);
    throw new HushmapError('heat.tooMany', [until]);
  }
  if (told.kind === 'shown') {
    const { hidden, suppressed } = told;
    return { heat: hidden ? withoutPlaces(heat, hidden) : heat, suppressed, before: null };
  }
  const { total, question, viewportWidth } = told.answer;
  const shown = told.places.cells.count.reduce((sum, count) => sum + count, 0);
  return {
    heat: heatAsBefore(heat, told.places, total ?? 0),
    suppressed: 0,
    before: {
      asOf: question.askedAt,
      viewportWidth,
      dropped: total !== null && total > shown ? 1 - shown / total : 0,
    },
  };
}

/** Where it cannot be remembered, it must not be shown: that is another sentence than where a copy is not saved. */
function sayWhy(cause: unknown): never {
  const isStorage = toWireError(cause).code.startsWith('storage.');
  throw isStorage ? new HushmapError('heat.notRemembered', [], { cause }) : cause;
}
