import * as v from 'valibot';
import { FiniteSchema } from '../protocol/common';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRows } from './rows';

/** A person's answer to a needs-review finding, which holds until it expires. */
export const ResolutionSchema = v.object({
  origin: v.pipe(v.string(), v.maxLength(300)),
  findingId: v.pipe(v.string(), v.maxLength(80)),
  answer: v.picklist(['accepted', 'confirmed']),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  /** Milliseconds since the epoch. */
  expires: FiniteSchema,
});

export type Resolution = v.InferOutput<typeof ResolutionSchema>;

/** One answer per origin and finding; the last one counts. */
export function createResolutionStore(db: HushmapDatabase) {
  return {
    /** The answers of an origin that hold at `now`. A damaged or expired one never holds. */
    async forOrigin(origin: string, now: number): Promise<Resolution[]> {
      const rows = await guarded(() => db.resolutions.where({ origin }).toArray());
      return parseRows(ResolutionSchema, rows).filter(({ expires }) => expires > now);
    },

    async put(resolution: Resolution): Promise<void> {
      const row = v.parse(ResolutionSchema, resolution);
      await guarded(() => db.resolutions.put(row));
    },

    async remove(origin: string, findingId: string): Promise<void> {
      await guarded(() => db.resolutions.delete([origin, findingId]));
    },

    /** Deletes what has expired, and what can no longer be read. */
    async prune(now: number): Promise<void> {
      const holds = (row: unknown) =>
        v.is(ResolutionSchema, row) && v.parse(ResolutionSchema, row).expires > now;
      await guarded(() => db.resolutions.filter((row) => !holds(row)).delete());
    },
  };
}

export const resolutions = createResolutionStore(database);
