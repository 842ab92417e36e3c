import { HushmapError, toWireError } from '../../../core/errors';
import { type Message, message } from '../../../core/message';
import { isTold, type KeptMeasures, keepMeasures } from '../../../heatmap/measures/keep-measures';
import type { SourceConfig } from '../../../protocol/sources';
import { minuteOf } from '../days';
import type { AskedFor, GuardedAnswers } from '../guarded-answers';
import {
  FIGURES,
  type Figure,
  placesOfRows,
  type Row,
  rowsAsBefore,
  rowsOf,
  rowsWithout,
  withRows,
} from './figure-places';
import type { ToldMeasures } from './prepare-measures';

/** Whose measures they are. */
export interface AskedMeasures extends AskedFor {
  readonly config: SourceConfig;
  /** Of the conversion; empty: none. */
  readonly goal: string;
  readonly k: number;
}

/**
 * Has a live source's measures go through the guard, and remembers them, before anybody sees them: each
 * figure with those of the same kind that were shown of the same data. What can be subtracted are the values
 * behind a percentile, and the people who clicked, who reached the goal and who did not. A figure that
 * is refused for its counts is left out: the percentiles of two groups that differ by one person tell of
 * that person too.
 *
 * Rejects as `createGuardedAnswers` does; with `heat.tooSimilar` only where nothing is left.
 */
export async function discloseMeasures(
  asked: AskedMeasures,
  given: KeptMeasures,
  guarded: GuardedAnswers,
): Promise<ToldMeasures> {
  const notes: Message[] = [];
  let refusal: unknown = null;
  let kept = given;
  for (const figure of FIGURES) {
    if (rowsOf(given, figure).length === 0) continue;
    try {
      const told = await allowRows(asked, figure, given, guarded);
      kept = withRows(kept, figure, told.rows);
      if (told.asOf === null) continue;
      notes.push(message(`measures.note.shownBefore.${figure}`, minuteOf(told.asOf)));
    } catch (cause) {
      if (toWireError(cause).code !== 'heat.tooSimilar') throw cause;
      refusal = cause;
      kept = withRows(kept, figure, []);
      notes.push(message(`measures.note.tooSimilar.${figure}`, asked.k));
    }
  }
  if (refusal !== null && ![kept.base, ...kept.elements].some(isTold)) throw refusal;
  return { kept, notes };
}

async function allowRows(
  { config, goal, k, ...asked }: AskedMeasures,
  figure: Figure,
  given: KeptMeasures,
  { allow }: GuardedAnswers,
): Promise<{ readonly rows: readonly Row[]; readonly asOf: number | null }> {
  const rows = rowsOf(given, figure);
  const told = await allow(
    config,
    ['measures', figure],
    figure === 'conversion' ? { ...asked, goal } : asked,
    {
      viewportWidth: 1,
      places: placesOfRows(rows),
      total: rows.find(({ element }) => element === null)?.counts[0]?.count ?? null,
      // Whoever is behind a count has at least one of it: a value, or themselves.
      counted: 'clicks',
    },
    k,
  );
  if (told.kind === 'shown') return { rows: rowsWithout(rows, told.hidden), asOf: null };
  const before = rowsUnder(k, rowsAsBefore(rows, told.places), figure, given);
  if (before.length === 0) throw new HushmapError('heat.tooSimilar', [k]);
  return { rows: before, asOf: told.answer.question.askedAt };
}

/** Those that may be told together under a k that may be higher than when they were shown. */
const rowsUnder = (k: number, rows: readonly Row[], figure: Figure, given: KeptMeasures) =>
  rowsOf(keepMeasures(withRows(given, figure, rows), k), figure);
