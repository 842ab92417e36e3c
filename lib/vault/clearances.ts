import * as v from 'valibot';
import { type Clearance, ClearanceSchema } from '../protocol/findings';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRow, parseRows } from './rows';

/**
 * Clearances that were issued in this browser. Whether one still holds is for the gate to say: here
 * an expired one is kept until it is removed, so that people can see what ran out.
 */
export function createClearanceStore(db: HushmapDatabase) {
  return {
    /** The latest first. */
    async list(): Promise<Clearance[]> {
      return latestFirst(await guarded(() => db.clearances.toArray()));
    },

    /** Those of one origin, the latest first. */
    async forOrigin(origin: string): Promise<Clearance[]> {
      return latestFirst(await guarded(() => db.clearances.where({ origin }).toArray()));
    },

    async get(id: string): Promise<Clearance | null> {
      return parseRow(ClearanceSchema, await guarded(() => db.clearances.get(id)));
    },

    async put(clearance: Clearance): Promise<void> {
      const row = v.parse(ClearanceSchema, clearance);
      await guarded(() => db.clearances.put(row));
    },

    async remove(id: string): Promise<void> {
      await guarded(() => db.clearances.delete(id));
    },
  };
}

export const clearances = createClearanceStore(database);

function latestFirst(rows: readonly unknown[]): Clearance[] {
  return parseRows(ClearanceSchema, rows).sort((a, b) => b.issued - a.issued);
}
