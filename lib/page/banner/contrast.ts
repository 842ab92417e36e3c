import { parentOf } from './deep';

/** Red, green, blue from 0 to 255, and opacity from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Contrast of an element's words against what they stand on; null where an image lies beneath. */
export function textContrast(element: Element): number | null {
  const ground = groundOf(element);
  const colour = parseColour(getComputedStyle(element).color);
  if (ground === null || colour === null) return null;
  return rounded(contrast(over(colour, ground), ground));
}

/** Contrast of an element's fill against what surrounds it; 1 without a fill of its own. */
export function fillContrast(element: Element): number | null {
  const parent = parentOf(element);
  const inside = groundOf(element);
  const outside = parent === null ? WHITE : groundOf(parent);
  if (inside === null || outside === null) return null;
  return rounded(contrast(inside, outside));
}

/** Whether an element stands out as a button does: by a fill or a border of its own. */
export function hasShape(element: Element): boolean {
  const style = getComputedStyle(element);
  const fill = parseColour(style.backgroundColor);
  if (style.backgroundImage !== 'none') return true;
  if (fill !== null && fill.a > 0.05 && (fillContrast(element) ?? 2) > 1.03) return true;
  const border = parseColour(style.borderTopColor);
  const wide = Number.parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none';
  return (wide && border !== null && border.a > 0.05) || style.boxShadow !== 'none';
}

/**
 * Contrast ratio of two opaque colours, 1 to 21.
 *
 * @see WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance({ r, g, b }: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

/** The opaque colour behind an element's words, fills of its ancestors mixed; null: an image. */
function groundOf(element: Element): Colour | null {
  const layers: Colour[] = [];
  for (let next: Element | null = element; next !== null; next = parentOf(next)) {
    const style = getComputedStyle(next);
    if (style.backgroundImage !== 'none') return null;
    const fill = parseColour(style.backgroundColor);
    if (fill === null) return null;
    if (fill.a > 0) layers.push(fill);
    if (fill.a >= 1) break;
  }
  return layers.toReversed().reduce((ground, layer) => over(layer, ground), WHITE);
}

function over(top: Colour, ground: Colour): Colour {
  const mix = (a: number, b: number): number => a * top.a + b * (1 - top.a);
  return { r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b), a: 1 };
}

/** As computed styles give it: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0 0.5 1 / 0.5)`. */
export function parseColour(text: string): Colour | null {
  if (text === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const parts = /^(rgba?|color)\((srgb )?([^)]+)\)$/.exec(text);
  if (parts === null) return null;
  const scale = parts[1] === 'color' ? 255 : 1;
  if (scale === 255 && parts[2] === undefined) return null;
  const [r, g, b, a = 1] = (parts[3] ?? '')
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  if (r === undefined || g === undefined || b === undefined) return null;
  return [r, g, b, a].some(Number.isNaN) ? null : { r: r * scale, g: g * scale, b: b * scale, a };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
