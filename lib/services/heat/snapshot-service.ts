import type { Clock } from '../../core/clock';
import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { HeatSettings } from '../../protocol/heat';
import type { Snapshot, SnapshotList, SnapshotOffer, StorageUse } from '../../protocol/snapshots';
import type { SourceConfig } from '../../protocol/sources';
import { ALL_WIDTHS } from '../../sources/widths';
import type { Asked, StoredMap } from './ports';
import { placeOf, type SnapshotPlace } from './snapshot-place';

/** What a tab shows, and what was asked to get it. */
export interface Shown {
  readonly map: StoredMap;
  readonly settings: HeatSettings;
  readonly asked: Asked;
}

/** What snapshots need of the heat, the vault and the browser. */
export interface SnapshotPorts {
  readonly clock: Clock;
  readonly sources: () => Promise<readonly SourceConfig[]>;
  /** What the browser says of its storage; null: it does not say. */
  readonly storage: () => Promise<StorageUse>;
  readonly heat: {
    /** Null: the tab shows no heat. */
    shown(tabId: number): Promise<Shown | null>;
    /** What may be chosen for the tab's page has changed. */
    listAgain(tabId: number): Promise<unknown>;
  };
  readonly snapshots: {
    put(snapshot: Snapshot, place: SnapshotPlace, map: StoredMap): Promise<Snapshot>;
    list(): Promise<Snapshot[]>;
    rename(id: string, name: string): Promise<void>;
    remove(id: string): Promise<void>;
    restore(id: string): Promise<void>;
    purge(): Promise<void>;
  };
  readonly bytesOf: (map: StoredMap) => number;
}

/** Maps that a person saves, so that they outlive what a source keeps. */
export function createSnapshotService(ports: SnapshotPorts) {
  /** Sample data says nothing, and what is a snapshot already need not be saved again. */
  async function toSave(tabId: number): Promise<Shown> {
    const shown = await ports.heat.shown(tabId);
    const kind = shown?.map.summary.provenance.kind;
    if (shown === null || kind === 'sample' || kind === 'snapshot') {
      throw new HushmapError('snapshot.nothing');
    }
    return shown;
  }

  async function offer(tabId: number): Promise<SnapshotOffer> {
    const bytes = ports.bytesOf((await toSave(tabId)).map);
    return { bytes, warning: littleRoom(await ports.storage(), bytes) };
  }

  /** The same one is saved once, however often it is asked for. */
  async function save(
    tabId: number,
    { id, name }: { readonly id: string; readonly name: string },
  ): Promise<Snapshot> {
    const before = (await ports.snapshots.list()).find((each) => each.id === id);
    if (before !== undefined) {
      await ports.heat.listAgain(tabId);
      return before;
    }
    const { map, asked } = await toSave(tabId);
    const { provenance, bands, k, count, map: kind } = map.summary;
    const config = (await ports.sources()).find((each) => each.id === provenance.sourceId);
    const snapshot: Snapshot = {
      id,
      name,
      savedAt: ports.clock.now(),
      bytes: 0,
      provenance,
      map: kind,
      form: bands !== null ? 'bands' : map.anchored !== null ? 'elements' : 'places',
      // What it was asked with, not what was wished for: a filter may have been left off.
      filters: provenance.filters,
      band: provenance.band ?? ALL_WIDTHS,
      k,
      count,
    };
    await ports.snapshots.purge();
    const saved = await ports.snapshots
      .put(snapshot, placeOf(asked.url, config), map)
      .catch((cause: unknown) => {
        const isFull = cause instanceof HushmapError && cause.code === 'storage.quota';
        throw isFull ? new HushmapError('snapshot.noRoom', [], { cause }) : cause;
      });
    await ports.heat.listAgain(tabId);
    return saved;
  }

  async function list(): Promise<SnapshotList> {
    await ports.snapshots.purge();
    return { snapshots: await ports.snapshots.list(), storage: await ports.storage() };
  }

  return {
    offer,
    save,
    list,
    rename: (id: string, name: string) => ports.snapshots.rename(id, name).then(list),
    remove: (id: string) => ports.snapshots.remove(id).then(list),
    restore: (id: string) => ports.snapshots.restore(id).then(list),
  };
}

export type SnapshotService = ReturnType<typeof createSnapshotService>;

/** Under a fifth of the whole, or of less than twice what is to be saved, the next one may not fit. */
function littleRoom(storage: StorageUse, bytes: number): Message | null {
  if (storage === null) return null;
  const room = Math.max(0, storage.quota - storage.usage);
  if (room >= storage.quota * 0.2 && room >= bytes * 2) return null;
  return message('heat.snapshot.littleRoom', megabytes(room), megabytes(bytes));
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;
