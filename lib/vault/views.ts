import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { MOST_VIEWS, type SavedView, SavedViewSchema } from '../protocol/views';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRow, parseRows } from './rows';

/** Views that people have saved: settings and names, no heat. */
export function createViewStore(db: HushmapDatabase) {
  return {
    /** Saved last first. */
    async list(): Promise<SavedView[]> {
      const rows = parseRows(SavedViewSchema, await guarded(() => db.views.toArray()));
      return rows.sort((a, b) => b.savedAt - a.savedAt).slice(0, MOST_VIEWS);
    },

    async get(id: string): Promise<SavedView | null> {
      return parseRow(SavedViewSchema, await guarded(() => db.views.get(id)));
    },

    /** @throws HushmapError `view.tooMany`; nothing is saved then. */
    async put(view: SavedView): Promise<void> {
      const row = v.parse(SavedViewSchema, view);
      await guarded(() =>
        db.transaction('rw', db.views, async () => {
          const isNew = (await db.views.get(row.id)) === undefined;
          if (isNew && (await db.views.count()) >= MOST_VIEWS) {
            throw new HushmapError('view.tooMany', [MOST_VIEWS]);
          }
          await db.views.put(row);
        }),
      );
    },

    async remove(id: string): Promise<void> {
      await guarded(() => db.views.delete(id));
    },
  };
}

export const views = createViewStore(database);
