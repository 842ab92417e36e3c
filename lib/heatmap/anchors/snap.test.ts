import { describe, expect, it } from 'vitest';
import type { ElementBox } from '../../protocol/heat';
import { createSnap, isWithinBand, toleranceOf } from './snap';

type Box = ElementBox['box'];
const at = (box: Box, more: Partial<ElementBox> = {}): ElementBox => ({
  ref: 1,
  label: '',
  role: 'button',
  fixed: false,
  box,
  ...more,
});
const STEP = { x: 7, y: 8 };

describe('the element beneath a click', () => {
  it('is the button on a card that is a link', () => {
    const snap = createSnap([at([0, 0, 400, 300]), at([20, 200, 120, 40])], STEP);
    expect(snap(60, 220, false)).toBe(1);
    expect(snap(300, 100, false)).toBe(0);
  });

  it('may lie beside the place by less than the step of the source', () => {
    const snap = createSnap([at([100, 100, 80, 30])], STEP);
    expect(snap(140, 136, false)).toBe(0);
    expect(snap(140, 139, false)).toBe(-1);
  });

  it('is nothing that does nothing, unless it lies under the place itself', () => {
    const picture = at([0, 0, 200, 100], { interactive: false });
    const snap = createSnap([picture, at([0, 105, 200, 40])], STEP);
    expect(snap(100, 99, false)).toBe(1);
    expect(snap(100, 50, false)).toBe(0);
    expect(createSnap([picture], STEP)(100, 104, false)).toBe(-1);
  });

  it('is fixed where the click is, and only there', () => {
    const snap = createSnap([at([0, 0, 50, 50], { fixed: true }), at([0, 0, 50, 50])], STEP);
    expect([snap(20, 20, true), snap(20, 20, false)]).toEqual([0, 1]);
  });

  it('bears boxes of any size and no size', () => {
    const boxes = [at([-1e7, -1e7, 2e7, 2e7]), at([0, 0, 0, 0]), at([5, 5, -3, 10])];
    const snap = createSnap(boxes, STEP);
    expect(snap(10, 10, false)).toBe(0);
    expect(snap(Number.NaN, 10, false)).toBe(-1);
  });
});

it('knows how exact a source is, within reason', () => {
  expect(toleranceOf({ gridErrorX: null, gridErrorY: null }, 1440)).toEqual({ x: 7.2, y: 8 });
  expect(toleranceOf({ gridErrorX: 0, gridErrorY: 500 }, 1440)).toEqual({ x: 2, y: 24 });
  expect([0.9, 1, 1.1, 0.89, 1.2].map(isWithinBand)).toEqual([true, true, true, false, false]);
});
