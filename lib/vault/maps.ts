import * as v from 'valibot';
import { type Clock, systemClock } from '../core/clock';
import type { AnchoredCells } from '../heatmap/anchored';
import type { Cells } from '../heatmap/cells';
import type { TornSquares } from '../heatmap/torn-squares';
import { FiniteSchema } from '../protocol/common';
import { type MapSummary, MapSummarySchema } from '../protocol/heat';
import type { Anchor, Bands } from '../protocol/heat-kinds';
import { wholeIdOf } from '../protocol/zones';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { putMapParts, readMap, rowOfMap, sizeOfMap } from './map-columns';
import { removeParts } from './parts';
import { parseRow, parseRows } from './rows';

/** A map that can be shown without asking its source again; its cells are already anonymous. */
export interface SavedMap {
  /** `summary.mapId` is the map's id. */
  readonly summary: MapSummary;
  readonly cells: Cells;
  /** Heat by element; null where the source gives places. */
  readonly anchored: {
    readonly anchors: readonly Anchor[];
    readonly cells: AnchoredCells;
  } | null;
  /** Bands as they were counted; null where there are none. */
  readonly counted?: Bands | null;
  /** Squares of which a part is left out. */
  readonly torn?: TornSquares;
}

export interface MapLimits {
  readonly maps: number;
  readonly bytes: number;
}

/** A map of a million cells takes 29 MB; most take less than one. */
const LIMITS: MapLimits = { maps: 30, bytes: 40_000_000 };

/**
 * Maps of sample data that are kept beside the others: a page view makes one or two, and none can be shown
 * where a source fails. A tab whose own is gone is given another.
 */
export const MOST_SAMPLES = 6;

const EntrySchema = v.object({
  id: v.string(),
  usedAt: FiniteSchema,
  bytes: FiniteSchema,
  summary: MapSummarySchema,
});

type Entry = v.InferOutput<typeof EntrySchema>;

/**
 * Saved maps. Those used last stay, as far as they fit within the limits. The map just saved and the
 * file opened last always stay, even where the two alone are over them: a file can't be fetched again.
 */
export function createMapStore(
  db: HushmapDatabase,
  limits: MapLimits = LIMITS,
  clock: Clock = systemClock,
) {
  const tables = [db.maps, db.mapCells, db.mapParts];

  /** Within a transaction. */
  async function removeAll(ids: string[]): Promise<void> {
    await db.maps.bulkDelete(ids);
    await db.mapCells.bulkDelete(ids);
    await removeParts(db.mapParts, ids);
  }

  /** Ids of rows of another form, which nobody can show or count. Within a transaction. */
  async function unreadable(readable: readonly Entry[]): Promise<string[]> {
    const known = new Set(readable.map(({ id }) => id));
    return (await db.maps.toCollection().primaryKeys()).filter((id) => !known.has(id));
  }

  return {
    /**
     * Saves all of a map or nothing, also where the worker is killed meanwhile. Throws `storage.quota`,
     * and then leaves every saved map as it was.
     */
    async put({ summary, ...columns }: SavedMap): Promise<void> {
      const id = summary.mapId;
      const entry: Entry = { id, usedAt: clock.now(), bytes: sizeOfMap(columns), summary };
      await guarded(() =>
        db.transaction('rw', tables, async () => {
          await db.mapCells.put({ id, ...rowOfMap(columns) });
          await putMapParts(db.mapParts, id, columns);
          await db.maps.put(entry);
          const all = parseRows(EntrySchema, await db.maps.toArray());
          await removeAll([...(await unreadable(all)), ...evicted(all, id, limits)]);
        }),
      );
    },

    /** The map, or null where it was never saved, was evicted, or is damaged. */
    async get(id: string): Promise<SavedMap | null> {
      const map = await guarded(() =>
        db.transaction('r', tables, async () => {
          const entry = parseRow(EntrySchema, await db.maps.get(id));
          const columns = entry && (await readMap(db.mapParts, id, await db.mapCells.get(id)));
          return columns && { summary: entry.summary, ...columns };
        }),
      );
      if (map === null) return null;
      // A note for eviction alone; where it cannot be written, the map is shown all the same.
      await guarded(() => db.maps.update(id, { usedAt: clock.now() })).catch(() => 0);
      return map;
    },

    /** What is saved, used last first, without cells. */
    async list(): Promise<{ readonly summary: MapSummary; readonly bytes: number }[]> {
      const rows = await guarded(() => db.maps.orderBy('usedAt').reverse().toArray());
      return parseRows(EntrySchema, rows).map(({ summary, bytes }) => ({ summary, bytes }));
    },

    async remove(id: string): Promise<void> {
      await guarded(() => db.transaction('rw', tables, () => removeAll([id])));
    },

    /** Deletes all saved maps, damaged ones too. */
    async clear(): Promise<void> {
      await guarded(() =>
        db.transaction('rw', tables, async () => {
          for (const table of tables) await table.clear();
        }),
      );
    },
  };
}

export const maps = createMapStore(database);

const isSample = ({ summary }: Entry): boolean => summary.provenance.kind === 'sample';

/** Ids of the maps that have to go, so that the others are within the limits. */
function evicted(all: readonly Entry[], saved: string, limits: MapLimits): string[] {
  const byUse = [...all].sort((a, b) => b.usedAt - a.usedAt);
  const samples = byUse.filter(isSample);
  const newestFirst = byUse.filter((entry) => !isSample(entry));
  const lastFile = [...all]
    // A part of a file's map can be made again from the whole.
    .filter(({ id, summary }) => summary.provenance.kind === 'file' && wholeIdOf(id) === id)
    .sort((a, b) => b.summary.provenance.fetchedAt - a.summary.provenance.fetchedAt)[0];
  const isKept = ({ id }: Entry) => id === saved || id === lastFile?.id;
  const kept = newestFirst.filter(isKept);
  let count = kept.length;
  let bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  const gone = samples.slice(MOST_SAMPLES).map(({ id }) => id);
  for (const entry of newestFirst.filter((one) => !isKept(one))) {
    const fits = count + 1 <= limits.maps && bytes + entry.bytes <= limits.bytes;
    if (fits) {
      count += 1;
      bytes += entry.bytes;
    } else {
      gone.push(entry.id);
    }
  }
  return gone;
}
