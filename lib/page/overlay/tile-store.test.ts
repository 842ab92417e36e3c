import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../heatmap/base64';
import type { MapSummary, Tile } from '../../protocol/heat';
import { createTileStore } from './tile-store';

const info = (index: number, top: number, bottom: number, fixed = false) => ({
  index,
  top,
  bottom,
  fixed,
  cells: 1,
});
const MAP: Pick<MapSummary, 'mapId' | 'tiles'> = {
  mapId: 'a',
  tiles: [0, 1, 2, 3, 4, 5, 6, 7]
    .map((i) => info(i, i * 1000, i * 1000 + 999))
    .concat(info(8, 0, 40, true)),
};
const dataOf = (y: number) => encodeBase64(new Uint8Array(Float32Array.of(1, y, 16, 9).buffer));

function setUp() {
  const asked: { mapId: string; index: number; answer: (data?: string) => Promise<void> }[] = [];
  const failures: unknown[] = [];
  let news = 0;
  const store = createTileStore({
    fetch: (mapId, index) =>
      new Promise<Tile>((resolve) => {
        asked.push({
          mapId,
          index,
          answer: async (data = dataOf(index)) => {
            resolve({ mapId, index, data });
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    onTiles: () => news++,
    onFailure: (cause) => failures.push(cause),
  });
  return {
    store,
    asked,
    failures,
    news: () => news,
    indexes: () => asked.map(({ index }) => index),
  };
}

describe('tiles of a map', () => {
  test('are asked for near the viewport alone, fixed ones always, and each once', async () => {
    const { store, asked, indexes } = setUp();
    store.open(MAP);
    store.want(4200, 4800);
    store.want(4200, 4800);
    expect(indexes().sort()).toEqual([4, 8]);
    for (const { answer } of asked) await answer();
    store.want(4200, 4800);
    expect(asked).toHaveLength(2);
    expect(store.chunks.map(({ fixed }) => fixed).sort()).toEqual([false, true]);
  });

  test('come a few at a time, the nearest first', async () => {
    const { store, asked, indexes } = setUp();
    store.open({ ...MAP, tiles: MAP.tiles.slice(0, 8) });
    store.want(0, 6500);
    expect(indexes()).toEqual([3, 2, 4]);
    await asked[0]?.answer();
    expect(indexes()).toHaveLength(4);
  });

  test('that come too late for another map are not shown', async () => {
    const { store, asked, news } = setUp();
    store.open(MAP);
    store.want(0, 10);
    store.open({ mapId: 'b', tiles: [] });
    for (const { answer } of asked) await answer();
    expect(store.chunks).toEqual([]);
    expect(news()).toBe(0);
  });

  test('stay when the same map is opened again', async () => {
    const { store, asked } = setUp();
    store.open(MAP);
    store.want(0, 10);
    for (const { answer } of asked) await answer();
    const before = store.chunks;
    store.open({ ...MAP });
    expect(store.chunks).toBe(before);
    store.open(null);
    expect(store.chunks).toEqual([]);
  });

  test('that are broken are left out, and told', async () => {
    const { store, asked, failures } = setUp();
    store.open(MAP);
    store.want(4200, 4800);
    await asked[0]?.answer('%%%');
    expect(failures).toEqual([expect.objectContaining({ code: 'message.invalid' })]);
    expect(store.chunks).toEqual([]);
  });
});
