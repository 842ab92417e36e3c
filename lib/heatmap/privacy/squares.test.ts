import { expect, test } from 'vitest';
import { toCells } from '../cells';
import { createPace } from './pace';
import { indexSquares } from './squares';

test('a square of which a source gives more places than a call takes arguments has all of them', async () => {
  const length = 200_000;
  const cells = toCells(
    Array.from({ length }, (_, i) => ({
      ...{ x: 50 + (i % 100) / 100, y: 50, size: 80, fixed: false, count: 20, people: 15 },
    })),
  );
  const places = { cells, anchors: null };
  const buckets = { across: 0.1, down: 100 };
  const index = await indexSquares(places, 1000, buckets, new Map(), createPace());
  const parts: number[] = [];
  const unit = { left: 0, right: 0.11, top: 0, bottom: 110, fixed: false };
  index.partsOf(unit, null, parts);
  expect(parts.length).toBe(length);
});
