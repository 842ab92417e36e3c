import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import {
  type ShownAnswer,
  ShownAnswerSchema,
  type ShownMemory,
} from '../heatmap/privacy/shown-answers';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { compact, ShownCellsSchema } from './map-columns';
import { parseRow } from './rows';

/**
 * What was shown, by scope (a source and kind of map), for as long as it could be subtracted from
 * something. Unlike a saved map, none of it may be lost in silence: a row that cannot be read is
 * `heat.memoryDamaged`, and what cannot be written rejects, so that nothing is shown without it.
 */
export function createShownStore(db: HushmapDatabase) {
  async function list(scope: string, now: number): Promise<ShownAnswer[]> {
    await forget(now);
    const ids = await guarded(() => db.shownAnswers.where('scope').equals(scope).primaryKeys());
    const answers: ShownAnswer[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const part = ids.slice(from, from + AT_ONCE);
      for (const row of await guarded(() => db.shownAnswers.bulkGet(part))) {
        answers.push(readable(parseRow(RowSchema, row)).answer);
      }
    }
    return answers;
  }

  async function places(id: string) {
    const row = await guarded(() => db.shownCells.get(id));
    const { anchors, values, ...cells } = readable(parseRow(ShownCellsSchema, row));
    return { cells, anchors, values };
  }

  async function keep(
    scope: string,
    { answer, places: { cells, anchors, values } }: Parameters<ShownMemory['keep']>[0],
  ): Promise<void> {
    const row: v.InferOutput<typeof RowSchema> = {
      id: answer.id,
      scope,
      until: answer.until,
      answer,
    };
    await guarded(() =>
      db.transaction('rw', db.shownAnswers, db.shownCells, async () => {
        await db.shownAnswers.add(row);
        const columns = { ...compact(cells), anchors, ...(values && { values }) };
        await db.shownCells.add({ id: answer.id, ...columns });
      }),
    );
  }

  /** Of every scope, damaged rows too. */
  async function forget(now: number): Promise<void> {
    await guarded(() =>
      db.transaction('rw', db.shownAnswers, db.shownCells, async () => {
        const gone = await db.shownAnswers.where('until').belowOrEqual(now).primaryKeys();
        await db.shownAnswers.bulkDelete(gone);
        await db.shownCells.bulkDelete(gone);
      }),
    );
  }

  return {
    /** The part of it that holds answers about one source and kind of map. */
    of: (scope: string): ShownMemory => ({
      list: (now) => list(scope, now),
      places,
      keep: (shown) => keep(scope, shown),
    }),
  };
}

export const shownAnswers = createShownStore(database);

const RowSchema = v.object({
  id: v.string(),
  scope: v.string(),
  until: v.number(),
  answer: ShownAnswerSchema,
});

/** Rows that are read and parsed together: a few milliseconds of work. */
const AT_ONCE = 100;

function readable<T>(row: T | null): T {
  if (row === null) throw new HushmapError('heat.memoryDamaged');
  return row;
}
