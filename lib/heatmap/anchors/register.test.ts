import { describe, expect, it } from 'vitest';
import type { ElementBox } from '../../protocol/heat';
import { type Cell, toCells } from '../cells';
import { registerCells } from './register';
import { placeOf } from './shifts';

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
const PAGE = { fixed: false, width: 1280, step: { x: 6.4, y: 8 } };

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

  it('never turns the order of clicks round', () => {
    const shifts = registerCells(
      clicks,
      boxes((x, y) => [x, 3300 - y]),
      1,
      PAGE,
    );
    const ys = [...clicks.y].sort((a, b) => a - b);
    ys.forEach((y, i) => {
      // Within a strip clicks move as one; its edge may overlap the one before by a strip at most.
      const above = ys
        .filter((other) => other < y - 64)
        .map((other) => placeOf(shifts, 0, other)[1]);
      expect(placeOf(shifts, 0, y)[1], `click ${i}`).toBeGreaterThanOrEqual(
        Math.max(0, ...above) - 64,
      );
    });
  });

  it('tells what keeps to the left from what keeps to the right of the same row', () => {
    // Recorded at 1440 px, told as shares of it, shown at 1280 px.
    const rows = Array.from({ length: 12 }, (_, row) =>
      [260, 310, 360, 1090, 1140, 1190].map((x) => ({ x, y: 40 + row * 90 })),
    ).flat();
    const now = ({ x, y }: (typeof rows)[number]): ElementBox['box'] => [
      x < 720 ? x : x - 160,
      y,
      40,
      32,
    ];
    const recorded = rows.flatMap(({ x, y }): Cell[] =>
      [0.3, 0.5, 0.7].map((share) => ({
        x: ((x + 40 * share) / 1440) * 1280,
        y: y + 32 * share,
        size: 16,
        count: 100,
        people: 50,
        fixed: false,
      })),
    );
    const page = rows.map((each, i): ElementBox => {
      return { ref: i, label: '', role: 'button', fixed: false, box: now(each) };
    });
    const shifts = registerCells(toCells(recorded), page, 1, PAGE);
    const astray = rows.filter((each) => {
      const [left] = now(each);
      const [x] = placeOf(shifts, ((each.x + 20) / 1440) * 1280, each.y + 16);
      return x < left || x > left + 40;
    });
    const before = rows.filter((each) => {
      const [left] = now(each);
      const x = ((each.x + 20) / 1440) * 1280;
      return x < left || x > left + 40;
    });
    expect(before.length).toBeGreaterThan(20);
    expect(astray).toEqual([]);
  });

  it('finds a banner that stays with the bottom of another window, in a container of its own', () => {
    const buttons = [20, 160, 270];
    const banner = (top: number): ElementBox[] => [
      { ref: 0, label: '', role: 'dialog', fixed: true, box: [0, top - 60, 412, 140] },
      ...buttons.map((x, i): ElementBox => {
        return { ref: i + 1, label: '', role: 'button', fixed: true, box: [x, top, 90, 44] };
      }),
    ];
    const recorded = buttons.flatMap((x): Cell[] =>
      [0.3, 0.5, 0.7].map((share) => ({
        x: x + 90 * share,
        y: 780 + 44 * share,
        size: 16,
        count: 100,
        people: 50,
        fixed: true,
      })),
    );
    const shifts = registerCells(toCells(recorded), banner(852), 1, {
      fixed: true,
      width: 412,
      step: { x: 2, y: 8 },
    });
    for (const x of buttons) {
      const [, y] = placeOf(shifts, x + 45, 802);
      expect(y).toBeGreaterThan(852);
      expect(y).toBeLessThan(896);
    }
  });
});
