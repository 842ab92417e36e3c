import { describe, expect, it } from 'vitest';
import type { ElementBox } from '../../protocol/heat';
import { coverOf } from './cover';

const STEP = { x: 7, y: 8 };
const box = (at: ElementBox['box'], more: Partial<ElementBox> = {}): ElementBox => {
  return { ref: 1, label: '', role: 'button', fixed: false, box: at, ...more };
};

describe('how likely a click is', () => {
  it('is more in the middle, more on something small, and nothing beside it', () => {
    const cover = coverOf([box([100, 100, 40, 40]), box([400, 100, 400, 80])], false, STEP);
    const small = cover?.at(120, 120) ?? 0;
    expect(small).toBeGreaterThan(cover?.at(138, 120) ?? 0);
    expect(cover?.at(138, 120)).toBeGreaterThan(0);
    expect(small).toBeGreaterThan(cover?.at(600, 140) ?? 0);
    expect(cover?.at(250, 120)).toBe(0);
    expect(cover?.at(-50, 1e9)).toBe(0);
  });

  it('is that of the button, not of the card that holds it', () => {
    const card = box([0, 0, 400, 200]);
    const alone = coverOf([card], false, STEP)?.at(60, 160) ?? 0;
    const both = coverOf([box([20, 140, 80, 40]), card], false, STEP)?.at(60, 160) ?? 0;
    expect(both).toBeGreaterThan(alone);
  });

  it('is nothing on what does nothing, what is fixed otherwise, and what is a part of the page', () => {
    const others = [
      box([0, 0, 90, 30], { interactive: false }),
      box([0, 40, 90, 30], { fixed: true }),
    ];
    expect(coverOf(others, false, STEP)).toBeNull();
    expect(coverOf([box([0, 0, 900, 700])], false, STEP)?.at(450, 350)).toBe(0);
    expect(coverOf([box([0, 0, 1e7, 1e7])], false, STEP)).toBeNull();
  });
});
