import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { MOST_PINS, type Pin, PinSchema } from '../protocol/pins';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRow, parseRows } from './rows';

/** Notes that people have pinned on elements. They leave the browser only in a file that a person saves. */
export function createPinStore(db: HushmapDatabase) {
  return {
    /** Of one page, the first made first. */
    async list(page: string): Promise<Pin[]> {
      const rows = await guarded(() => db.pins.where('page').equals(page).toArray());
      return parseRows(PinSchema, rows)
        .sort((a, b) => a.madeAt - b.madeAt)
        .slice(0, MOST_PINS);
    },

    async get(id: string): Promise<Pin | null> {
      return parseRow(PinSchema, await guarded(() => db.pins.get(id)));
    },

    /** @throws HushmapError `pin.tooMany`; nothing is kept then. */
    async put(pin: Pin): Promise<void> {
      const row = v.parse(PinSchema, pin);
      await guarded(() =>
        db.transaction('rw', db.pins, async () => {
          const isNew = (await db.pins.get(row.id)) === undefined;
          const others = await db.pins.where('page').equals(row.page).count();
          if (isNew && others >= MOST_PINS) throw new HushmapError('pin.tooMany', [MOST_PINS]);
          await db.pins.put(row);
        }),
      );
    },

    async remove(id: string): Promise<void> {
      await guarded(() => db.pins.delete(id));
    },
  };
}

export const pins = createPinStore(database);
