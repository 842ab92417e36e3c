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
import type { HeatFilters } from '../../protocol/heat-kinds';
import type { SourceConfig } from '../../protocol/sources';
import { dataSetOf, formerDataSetOf, wayOfAsking } from '../../sources/data-set';
import { pageKey } from '../../sources/mapping';

/** Where what was shown is remembered. */
export interface ShownStore {
  /**
   * The part of it that holds answers which can be subtracted from each other.
   *
   * @param former - What that was called in earlier versions; what is remembered there counts, too.
   */
  of(scope: string, former?: readonly string[]): ShownMemory;
}

export interface GuardPorts {
  readonly clock: Clock;
  readonly shown: ShownStore;
}

/** Whose clicks an answer counts, as it was asked for. */
export interface AskedFor {
  /** As the source knows it; null: the answer is by page. */
  readonly page: string | null;
  readonly from: string;
  readonly to: string;
  /** Widths that it counts, whole CSS px, both included; never those that were merely asked for. */
  readonly band: { readonly min: number; readonly max: number };
  /** The device is the one that it counts, too (`whoIsCounted`). */
  readonly filters: HeatFilters;
  /** What else decides who is counted; nobody here knows how two of them lie to each other. */
  readonly goal?: string | undefined;
}

/** What may be shown. */
export type Allowed = Exclude<Disclosure, { kind: 'refused' }>;

/**
 * Has answers of live sources go through the guard, and remembers them, before anybody sees them. Those
 * that can be subtracted from each other share a scope, and are looked at one after the other.
 *
 * Rejects with `heat.tooSimilar`, `heat.tooMany` or `heat.segmentTooSmall` where an answer must not be
 * shown, and with `heat.notRemembered` or `heat.memoryDamaged` where nobody can tell.
 */
export function createGuardedAnswers({ clock, shown }: GuardPorts) {
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
   * Answers are compared that are of the same data, whatever the source that asks is called and however it
   * is set: two settings of it are not two memories.
   *
   * @param what - Which of the source's answers it is.
   */
  async function allow(
    config: SourceConfig,
    what: readonly string[],
    asked: AskedFor,
    answer: Omit<NewAnswer, 'question' | 'way'>,
    k: number,
  ): Promise<Allowed> {
    const now = clock.now();
    const scopeOf = (...names: readonly string[]) => sha256Hex([...names, ...what].join('\n'));
    const scope = scopeOf('data', ...dataSetOf(config));
    // Earlier versions told sources apart by their ids. They could be set to other data and keep them, so
    // for the 181 days that it lasts, what is remembered so is compared with whatever they ask now.
    const former = [scopeOf(config.id), scopeOf('data', ...formerDataSetOf(config))];
    const guard = createDisclosureGuard(k, shown.of(scope, former));
    const fresh = { ...answer, question: questionOf(asked, now), way: digest(wayOfAsking(config)) };
    const told = await inTurn(scope, () => guard.disclose(fresh, now)).catch(sayWhy);
    if (told.kind !== 'refused') return told;
    if (told.reason !== 'tooMany') throw new HushmapError(`heat.${told.reason}`, [k]);
    const until = new Date(told.until ?? 0).toISOString().slice(0, 10);
    throw new HushmapError('heat.tooMany', [until]);
  }

  return { allow };
}

export type GuardedAnswers = ReturnType<typeof createGuardedAnswers>;

/** Nothing is kept of it that may name somebody: a page, a segment, a pattern, a goal are digests. */
function questionOf({ page, from, to, band, filters, goal = '' }: AskedFor, askedAt: number) {
  const { segment, pattern } = filters;
  const words = [segment.trim(), goal].filter((word) => word !== '');
  const question: Question = {
    ...{ page: page === null ? BY_PAGE : digest(pageKey(page)), from, to, askedAt, band },
    filters: {
      ...filters,
      segment: words.length === 0 ? '' : digest(words.join('\n')),
      pattern: pattern === null ? null : digest(pattern),
    },
  };
  return question;
}

/** Answers by page are about the same pages, whichever of them they were asked on. */
const BY_PAGE = 'by page';

const digest = (text: string): string => sha256Hex(text).slice(0, 32);

/** Where it cannot be remembered, it must not be shown: that is another sentence than where a copy is not saved. */
function sayWhy(cause: unknown): never {
  const isStorage = toWireError(cause).code.startsWith('storage.');
  throw isStorage ? new HushmapError('heat.notRemembered', [], { cause }) : cause;
}
