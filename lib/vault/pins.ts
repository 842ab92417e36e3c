import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { MOST_PINS, type Pin, PinSchema } from '../protocol/pins';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRow, parseRows } from './rows';

/** Notes that people have pinned on elements. They leave the browser only in a file that a person saves. */
export function createPinStore(db: HushmapDatabase) {
  return {
    /** Of all pages with this redacted address, the first made first. */
    async list(page: string): Promise<Pin[]> {
      const rows = await guarded(() => db.pins.where('page').equals(page).toArray());
      return parseRows(PinSchema, rows).sort((a, b) => a.madeAt - b.madeAt);
    },

    async get(id: string): Promise<Pin | null> {
      return parseRow(PinSchema, await guarded(() => db.pins.get(id)));
    },

    /**
     * @param isHere - whether another pin with the same redacted address is of the same page
     * @throws HushmapError `pin.tooMany`; nothing is kept then.
     */
    async put(pin: Pin, isHere: (other: Pin) => boolean = () => true): Promise<void> {
      const row = v.parse(PinSchema, pin);
      await guarded(() =>
        db.transaction('rw', db.pins, async () => {
          const isNew = (await db.pins.get(row.id)) === undefined;
          const rows = await db.pins.where('page').equals(row.page).toArray();
          const others = parseRows(PinSchema, rows).filter(isHere);
          if (isNew && others.length >= MOST_PINS)
            throw new HushmapError('pin.tooMany', [MOST_PINS]);
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
