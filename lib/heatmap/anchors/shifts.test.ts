import { expect, it } from 'vitest';
import { merged, placeOf, type Shift } from './shifts';

const LEFT = { x: 0, from: 0, times: 1.1 };
const RIGHT = { x: 500, from: -100, times: 1.1 };

it('moves a place by the strip and the stretch that it lies in', () => {
  const shifts: Shift[] = [
    { y: 100, by: 20, across: [{ ...LEFT, x: 50 }, RIGHT] },
    { y: 300, by: -5, across: [] },
  ];
  expect(placeOf(shifts, 200, 99)).toEqual([200, 99]);
  expect(placeOf(shifts, 10, 100)[0]).toBeCloseTo(11);
  expect(placeOf(shifts, 600, 299)[0]).toBeCloseTo(560);
  expect(placeOf(shifts, 600, 299)[1]).toBe(319);
  expect(placeOf(shifts, 600, 300)).toEqual([600, 295]);
  expect(placeOf([], 7, 8)).toEqual([7, 8]);
});

it('tells once what goes on', () => {
  const shifts: Shift[] = [
    { y: 0, by: 0, across: [LEFT] },
    { y: 64, by: 0, across: [{ ...LEFT, x: 30 }] },
    { y: 128, by: 6, across: [LEFT] },
    { y: 192, by: 6, across: [LEFT, RIGHT] },
    { y: 256, by: 6, across: [LEFT, RIGHT] },
  ];
  expect(merged(shifts).map(({ y }) => y)).toEqual([0, 128, 192, 256]);
});
