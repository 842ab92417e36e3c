import * as v from 'valibot';
import { type SourceConfig, SourceConfigSchema } from '../protocol/sources';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRow, parseRows } from './rows';

/** The sources that were set up here. Their secrets are kept apart (`secrets.ts`). */
export function createSourceStore(db: HushmapDatabase) {
  return {
    /** By name, as people look for them. */
    async list(): Promise<SourceConfig[]> {
      const rows = await guarded(() => db.sources.toArray());
      return parseRows(SourceConfigSchema, rows).sort((a, b) => a.name.localeCompare(b.name));
    },

    async get(id: string): Promise<SourceConfig | null> {
      return parseRow(SourceConfigSchema, await guarded(() => db.sources.get(id)));
    },

    /** Only what the schema knows is saved: a secret beside it would be dropped. */
    async put(config: SourceConfig): Promise<void> {
      const row = v.parse(SourceConfigSchema, config);
      await guarded(() => db.sources.put(row));
    },

    /** Removes the source together with its secret. */
    async remove(id: string): Promise<void> {
      await guarded(() =>
        db.transaction('rw', db.sources, db.secrets, async () => {
          await db.sources.delete(id);
          await db.secrets.delete(id);
        }),
      );
    },
  };
}

export const sources = createSourceStore(database);
