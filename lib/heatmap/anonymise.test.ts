import { describe, expect, test } from 'vitest';
import type { Band, Bands } from '../protocol/heat-kinds';
import { emptyAnchoredCells } from './anchored';
import { anonymiseAnchored } from './anonymise-anchored';
import { anonymiseBands } from './anonymise-bands';

const anchors = ['#a', '#b', '#c'].map((selector) => ({ selectors: [selector] }));

function anchored(rows: readonly (readonly [anchor: number, count: number, people: number])[]) {
  const cells = emptyAnchoredCells(rows.length);
  rows.forEach(([anchor, count, people], i) => {
    cells.anchor[i] = anchor;
    cells.count[i] = count;
    cells.people[i] = people;
  });
  return { anchors, cells };
}

describe('heat by element', () => {
  test('loses cells under k, and elements that have none left, and numbers the others anew', () => {
    const kept = anonymiseAnchored(
      anchored([
        [0, 10, 10],
        [1, 30, 11],
        [2, 60, 40],
      ]),
      11,
    );
    expect(kept.anchors).toEqual([{ selectors: ['#b'] }, { selectors: ['#c'] }]);
    expect([...kept.cells.anchor]).toEqual([0, 1]);
    expect([...kept.cells.count]).toEqual([30, 60]);
    expect(kept.dropped).toBeCloseTo(0.1);
  });

  test('loses cells of elements that are not listed, and numbers that are none', () => {
    const kept = anonymiseAnchored(
      anchored([
        [7, 50, 50],
        [0, Number.NaN, 50],
        [0, 50, Number.NaN],
      ]),
      11,
    );
    expect(kept.cells.length).toBe(0);
    expect(kept.dropped).toBe(1);
  });
});

describe('bands', () => {
  const band = (top: number, people: number): Band => ({
    top,
    bottom: top + 100,
    value: people,
    people,
  });
  const reached = (bands: Band[], people: number): Bands => ({
    measure: 'reached',
    depth: 'px',
    bands,
    people,
    fold: 700,
  });

  test('end where fewer than k people got, and are rounded', () => {
    const { bands, dropped } = anonymiseBands(
      reached([band(0, 1234), band(100, 600), band(200, 10)], 1234),
      11,
    );
    expect(bands.bands.map(({ top }) => top)).toEqual([0, 100]);
    expect(bands.bands[0]?.value).not.toBe(1234);
    expect(dropped).toBeCloseTo(1 / 3);
  });

  test('are held to a k that is raised later: nobody was added by rounding', () => {
    const { bands } = anonymiseBands(reached([band(0, 40), band(100, 13)], 40), 11);
    expect(anonymiseBands(bands, 15).bands.bands.map(({ top }) => top)).toEqual([0]);
  });

  test('tell no step of fewer than k people: who got on is counted, and nobody is added', () => {
    const people = [200, 197, 150, 148, 120, 119];
    const { bands } = anonymiseBands(
      reached(
        people.map((n, i) => band(100 * i, n)),
        203,
      ),
      11,
    );
    // 203, 200 and 197 are told as 197; 150 and 148 as 148; 120 and 119 as 119: then rounded.
    expect(bands.bands.map(({ value }) => value)).toEqual([200, 200, 150, 150, 120, 120]);
    expect(bands.people).toBe(190);
    expect(bands.bands.map((each) => each.people)).toEqual([190, 190, 140, 140, 110, 110]);
  });

  test('of a page that few people saw, nothing is left', () => {
    const { bands } = anonymiseBands(reached([band(0, 50)], 10), 11);
    expect(bands.bands).toEqual([]);
    expect(bands.people).toBe(0);
    expect(bands.fold).toBeNull();
  });
});
