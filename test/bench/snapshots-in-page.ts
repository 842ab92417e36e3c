import { emptyCells } from '../../lib/heatmap/cells';
import type { MapSummary } from '../../lib/protocol/heat';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';
import { HushmapDatabase } from '../../lib/vault/database';
import { createSnapshotStore } from '../../lib/vault/snapshots';

declare global {
  interface Window {
    snapshotBench(snapshots: number, cells: number): Promise<{ list: number; opened: number[] }>;
  }
}

/** Saves so many snapshots, then lists them and opens each as a new worker would: with nothing in memory. */
window.snapshotBench = async (snapshots, cells) => {
  const db = new HushmapDatabase('bench');
  await db.delete();
  const store = createSnapshotStore(new HushmapDatabase('bench'));
  for (let i = 0; i < snapshots; i++) {
    const page = `https://acme.test/page/${i}`;
    const summary = summaryOf(page, cells);
    const snapshot = {
      id: `snapshot_${i.toString(16)}`,
      name: `Snapshot ${i}`,
      savedAt: i,
      bytes: 0,
      provenance: summary.provenance,
      map: 'click',
      form: 'places',
      filters: NO_FILTERS,
      band: { min: 1152, max: 1408 },
      k: 11,
      count: 100,
    } as const;
    const map = { summary, cells: randomCells(cells), anchored: null };
    await store.put(snapshot, { pages: [page], digests: [], salt: '' }, map);
  }
  const reborn = createSnapshotStore(new HushmapDatabase('bench'));
  const began = performance.now();
  const all = await reborn.list();
  const list = performance.now() - began;
  const opened: number[] = [];
  for (const { id } of all) {
    const start = performance.now();
    const map = await reborn.get(id);
    if (map?.cells.length !== cells) throw new Error('A snapshot is not whole.');
    opened.push(performance.now() - start);
  }
  return { list, opened };
};

function randomCells(length: number) {
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = Math.random() * 1280;
    cells.y[i] = Math.random() * 20_000;
    cells.size[i] = 16;
    cells.count[i] = 1 + Math.random() * 100;
    cells.people[i] = 11;
  }
  return cells;
}

const summaryOf = (page: string, cells: number): MapSummary => ({
  mapId: 'map_1',
  provenance: {
    sourceId: 'src_1',
    sourceName: 'Acme',
    kind: 'posthog',
    page,
    from: '2026-11-01',
    to: '2026-11-07',
    viewportWidth: 1280,
    fetchedAt: 1,
    gridErrorX: 8,
    gridErrorY: 8,
    unit: 'people',
    anonymisedAt: 'browser',
    truncated: false,
    remarks: [],
    band: { min: 1152, max: 1408 },
    filters: NO_FILTERS,
  },
  map: 'click',
  bands: null,
  anchors: 0,
  error: null,
  cells,
  count: cells * 50,
  dropped: 0,
  k: 11,
  peak: 3,
  maxCell: 100,
  tiles: Array.from({ length: 20 }, (_, index) => ({
    index,
    top: index * 1000,
    bottom: index * 1000 + 1000,
    fixed: false,
    cells: Math.floor(cells / 20),
  })),
});
