import * as v from 'valibot';
import { type Clock, systemClock } from '../core/clock';
import { HushmapError } from '../core/errors';
import { FiniteSchema } from '../protocol/common';
import { type MapSummary, MapSummarySchema } from '../protocol/heat';
import { type Snapshot, SnapshotNameSchema, SnapshotSchema } from '../protocol/snapshots';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import {
  BAND_BYTES,
  type MapColumns,
  putMapParts,
  readMap,
  rowOfMap,
  sizeOfMap,
} from './map-columns';
import { removeParts } from './parts';
import { parseRow, parseRows } from './rows';

/** A snapshot with its cells, which are already anonymous. */
export interface SnapshotMap extends MapColumns {
  readonly summary: MapSummary;
}

/** How a snapshot is found by the address of a page, which itself is not kept. */
export interface SnapshotPlace {
  /** Redacted addresses of the page: as the tab showed it, and as the source knows it. */
  readonly pages: readonly string[];
  /** Digests of the same addresses in full, under `salt`: redacted ones may be equal for two pages. */
  readonly digests: readonly string[];
  readonly salt: string;
}

export interface FoundSnapshot extends SnapshotPlace {
  readonly snapshot: Snapshot;
}

/** A map of 600,000 cells; a page that nobody thins out has a few thousand. */
export const MOST_BYTES = 20_000_000;

/** How long a removed snapshot can be put back. Longer than the offer to do so stands. */
const RESTORABLE_MS = 60_000;

/** What is found on every page is asked for under this name: a pattern fits many. */
const ANY_PAGE = '*';

const EntrySchema = v.object({
  id: v.string(),
  snapshot: SnapshotSchema,
  pages: v.array(v.string()),
  digests: v.array(v.string()),
  salt: v.string(),
  removedAt: v.optional(FiniteSchema),
});

type Entry = v.InferOutput<typeof EntrySchema>;

const RowSchema = v.pipe(v.looseObject({ summary: MapSummarySchema }));

/**
 * Maps that people have saved. They stay until they are removed, however many there are, and outlive
 * the source. Lists and searches never touch cells.
 */
export function createSnapshotStore(db: HushmapDatabase, clock: Clock = systemClock) {
  const tables = [db.snapshots, db.snapshotCells, db.snapshotParts];

  async function entry(id: string): Promise<Entry | null> {
    const found = parseRow(EntrySchema, await guarded(() => db.snapshots.get(id)));
    return found?.removedAt === undefined ? found : null;
  }

  /** Deletes what was removed a while ago. */
  async function purge(): Promise<void> {
    const until = clock.now() - RESTORABLE_MS;
    await guarded(() =>
      db.transaction('rw', tables, async () => {
        const gone = await db.snapshots.where('removedAt').belowOrEqual(until).primaryKeys();
        await db.snapshots.bulkDelete(gone);
        await db.snapshotCells.bulkDelete(gone);
        await removeParts(db.snapshotParts, gone);
      }),
    );
  }

  const change = (id: string, part: Partial<Entry>): Promise<void> =>
    guarded(() =>
      db.transaction('rw', db.snapshots, async () => {
        const row = parseRow(EntrySchema, await db.snapshots.get(id));
        if (row === null) throw new HushmapError('snapshot.gone');
        const { removedAt: _, ...kept } = { ...row, ...part };
        const isRemoved = part.removedAt !== undefined;
        await db.snapshots.put(isRemoved ? { ...kept, removedAt: part.removedAt } : kept);
      }),
    );

  return {
    /** Throws `snapshot.tooLarge`, or `storage.quota`; then nothing is saved. */
    async put(snapshot: Snapshot, place: SnapshotPlace, map: SnapshotMap): Promise<Snapshot> {
      const bytes = bytesOf(map);
      if (bytes > MOST_BYTES) {
        throw new HushmapError('snapshot.tooLarge', [megabytes(bytes), megabytes(MOST_BYTES)]);
      }
      const { id } = snapshot;
      const saved = v.parse(SnapshotSchema, { ...snapshot, bytes });
      const pages = saved.filters.pattern === null ? place.pages : [...place.pages, ANY_PAGE];
      const row: Entry = {
        id,
        snapshot: saved,
        ...place,
        pages: [...pages],
        digests: [...place.digests],
      };
      await guarded(() =>
        db.transaction('rw', tables, async () => {
          await db.snapshotCells.put({ id, summary: map.summary, ...rowOfMap(map) });
          await putMapParts(db.snapshotParts, id, map);
          await db.snapshots.put(row);
        }),
      );
      return saved;
    },

    /** Saved last first, without cells. */
    async list(): Promise<Snapshot[]> {
      const rows = await guarded(() => db.snapshots.toArray());
      return parseRows(EntrySchema, rows)
        .filter(({ removedAt }) => removedAt === undefined)
        .map(({ snapshot }) => snapshot)
        .sort((a, b) => b.savedAt - a.savedAt);
    },

    /** Snapshots that may be of a page with one of these redacted addresses, and all with a pattern. */
    async find(pages: readonly string[]): Promise<FoundSnapshot[]> {
      const rows = await guarded(() =>
        db.snapshots
          .where('pages')
          .anyOf([...pages, ANY_PAGE])
          .distinct()
          .toArray(),
      );
      return parseRows(EntrySchema, rows)
        .filter(({ removedAt }) => removedAt === undefined)
        .sort((a, b) => b.snapshot.savedAt - a.snapshot.savedAt);
    },

    /** The map, or null where it was removed or is damaged. */
    async get(id: string): Promise<(SnapshotMap & { readonly snapshot: Snapshot }) | null> {
      const known = await entry(id);
      if (known === null) return null;
      return guarded(() =>
        db.transaction('r', db.snapshotCells, db.snapshotParts, async () => {
          const row = await db.snapshotCells.get(id);
          const said = parseRow(RowSchema, row);
          const columns = said && (await readMap(db.snapshotParts, id, row));
          return columns && { snapshot: known.snapshot, summary: said.summary, ...columns };
        }),
      );
    },

    /** Throws `snapshot.gone`. */
    async rename(id: string, name: string): Promise<void> {
      const found = await entry(id);
      if (found === null) throw new HushmapError('snapshot.gone');
      const snapshot = { ...found.snapshot, name: v.parse(SnapshotNameSchema, name) };
      await change(id, { snapshot });
    },

    /** Takes a snapshot out of every list. It can be restored for a minute, and is purged then. */
    remove: (id: string): Promise<void> => change(id, { removedAt: clock.now() }),

    /** Throws `snapshot.gone` where it is too late. */
    restore: (id: string): Promise<void> => change(id, {}),

    purge,
  };
}

export const snapshots = createSnapshotStore(database);

/** What a map takes, with the bands that are in its summary. */
export function bytesOf(map: SnapshotMap): number {
  return sizeOfMap(map) + (map.summary.bands?.bands.length ?? 0) * BAND_BYTES;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
