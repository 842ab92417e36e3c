import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from './contrast';

const colour = (text: string) => {
  const parsed = parseColour(text);
  if (parsed === null) throw new Error(`${text} was not read.`);
  return parsed;
};

describe('contrast', () => {
  it('is that of WCAG 2.2: 21 for black on white, 1 for a colour on itself', () => {
    expect(contrast(colour('rgb(0, 0, 0)'), colour('rgb(255, 255, 255)'))).toBeCloseTo(21, 5);
    expect(contrast(colour('rgb(9, 9, 9)'), colour('rgb(9, 9, 9)'))).toBe(1);
    // The lightest grey on white that passes AA.
    expect(contrast(colour('rgb(118, 118, 118)'), colour('rgb(255, 255, 255)'))).toBeCloseTo(
      4.54,
      2,
    );
  });

  it('reads colours as computed styles give them', () => {
    expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual({ r: 1, g: 2, b: 3, a: 0.5 });
    expect(parseColour('color(srgb 0 0.5 1 / 0.25)')).toEqual({ r: 0, g: 127.5, b: 255, a: 0.25 });
    expect(parseColour('transparent')?.a).toBe(0);
    expect(parseColour('oklch(0.5 0.1 20)')).toBeNull();
  });
});
