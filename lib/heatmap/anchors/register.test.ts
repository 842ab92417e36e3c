import { describe, expect, it } from 'vitest';
import type { ElementBox } from '../../protocol/heat';
import { type Cell, toCells } from '../cells';
import { placeOf, registerCells } from './register';

/** Buttons at odd places, so that only one way lays all clicks on them. */
const BUTTONS = Array.from({ length: 24 }, (_, i) => ({
  x: 40 + ((i * 367) % 1000),
  y: 60 + i * 130 + ((i * 53) % 40),
}));

const boxes = (move: (x: number, y: number) => readonly [number, number]): ElementBox[] =>
  BUTTONS.map(({ x, y }, i) => {
    const [left, top] = move(x, y);
    return { ref: i, label: '', role: 'button', fixed: false, box: [left, top, 110, 36] };
  });

const clicks = toCells(
  BUTTONS.flatMap(({ x, y }): Cell[] =>
    [0.3, 0.5, 0.7].map((share) => ({
      x: x + 110 * share,
      y: y + 36 * share,
      size: 16,
      count: 100,
      people: 50,
      fixed: false,
    })),
  ),
);
const PAGE = { fixed: false, width: 1280 };

describe('registration', () => {
  it('leaves a page that has not moved as it is', () => {
    expect(
      registerCells(
        clicks,
        boxes((x, y) => [x, y]),
        1,
        PAGE,
      ),
    ).toEqual([]);
  });

  it('finds how far the parts of a page have moved down', () => {
    const grown = (y: number) => y + (y > 800 ? 72 : 0) + (y > 2000 ? 60 : 0);
    const shifts = registerCells(
      clicks,
      boxes((x, y) => [x, grown(y)]),
      1,
      PAGE,
    );
    for (const { x, y } of BUTTONS) {
      const [, now] = placeOf(shifts, x + 55, y + 18);
      expect(Math.abs(now - grown(y) - 18)).toBeLessThan(18);
    }
  });

  it('finds that a page keeps its distance to the left edge', () => {
    const shifts = registerCells(
      clicks,
      boxes((x, y) => [x * 1.07, y]),
      1,
      PAGE,
    );
    const on = BUTTONS.filter(({ x, y }) => {
      const [now] = placeOf(shifts, x + 55, y + 18);
      return now >= x * 1.07 && now <= x * 1.07 + 110;
    });
    const before = BUTTONS.filter(({ x }) => x + 55 >= x * 1.07 && x + 55 <= x * 1.07 + 110);
    expect(before.length).toBeLessThan(20);
    expect(on.length).toBeGreaterThanOrEqual(22);
  });

  it('says nothing where clicks and elements have nothing to do with each other', () => {
    const few = toCells([{ x: 5, y: 5, size: 16, count: 1e9, people: 20, fixed: false }]);
    expect(
      registerCells(
        few,
        boxes((x, y) => [x, y]),
        1,
        PAGE,
      ),
    ).toEqual([]);
    expect(registerCells(clicks, [], 1, PAGE)).toEqual([]);
    const far = boxes((x, y) => [x, y + 1e9]);
    expect(registerCells(clicks, far, 1, PAGE)).toEqual([]);
  });

  it('never turns the order of a page round', () => {
    const shifts = registerCells(
      clicks,
      boxes((x, y) => [x, 3300 - y]),
      1,
      PAGE,
    );
    const places = Array.from({ length: 100 }, (_, i) => placeOf(shifts, 0, i * 32)[1]);
    // Within a strip places move as one; its edge may overlap the one before by a strip at most.
    places.slice(4).forEach((y, i) => {
      expect(y).toBeGreaterThanOrEqual(places[i] ?? 0);
    });
  });
});
