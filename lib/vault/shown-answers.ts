import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import type { Places } from '../heatmap/privacy/places';
import {
  type ShownAnswer,
  ShownAnswerSchema,
  type ShownMemory,
} from '../heatmap/privacy/shown-answers';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { removeParts } from './parts';
import { parseRow } from './rows';
import { putShownParts, readShown, rowOfShown } from './shown-columns';

/**
 * What was shown, by scope (a set of data and kind of map), for as long as it could be subtracted from
 * something. Unlike a saved map, none of it may be lost in silence: a row that cannot be read is
 * `heat.memoryDamaged`, and what cannot be written rejects, so that nothing is shown without it.
 */
export function createShownStore(db: HushmapDatabase) {
  const tables = [db.shownAnswers, db.shownCells, db.shownParts];

  async function list(scopes: readonly string[], now: number): Promise<ShownAnswer[]> {
    await forget(now);
    const ids = await guarded(() => db.shownAnswers.where('scope').anyOf(scopes).primaryKeys());
    const answers: ShownAnswer[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const part = ids.slice(from, from + AT_ONCE);
      for (const row of await guarded(() => db.shownAnswers.bulkGet(part))) {
        answers.push(readable(parseRow(RowSchema, row)).answer);
      }
    }
    return answers;
  }

  async function places(id: string): Promise<Places> {
    return guarded(() =>
      db.transaction('r', tables, async () =>
        readable(await readShown(db.shownParts, id, await db.shownCells.get(id))),
      ),
    );
  }

  async function keep(
    scope: string,
    { answer, places: shown }: Parameters<ShownMemory['keep']>[0],
  ): Promise<void> {
    const row: v.InferOutput<typeof RowSchema> = {
      id: answer.id,
      scope,
      until: answer.until,
      answer,
    };
    await guarded(() =>
      db.transaction('rw', tables, async () => {
        await db.shownAnswers.add(row);
        await db.shownCells.add({ id: answer.id, ...rowOfShown(shown) });
        await putShownParts(db.shownParts, answer.id, shown);
      }),
    );
  }

  /** Of every scope, damaged rows too. */
  async function forget(now: number): Promise<void> {
    await guarded(() =>
      db.transaction('rw', tables, async () => {
        const gone = await db.shownAnswers.where('until').belowOrEqual(now).primaryKeys();
        await db.shownAnswers.bulkDelete(gone);
        await db.shownCells.bulkDelete(gone);
        await removeParts(db.shownParts, gone);
      }),
    );
  }

  return {
    /** The part of it that holds answers about one set of data and kind of map, and what lies under its former names. */
    of: (scope: string, former: readonly string[] = []): ShownMemory => ({
      list: (now) => list([...new Set([scope, ...former])], now),
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
