import type { DivergingName } from '../../protocol/compare';
import { divergingAt } from '../diverging';
import type { LegendStop, Rgb } from '../palettes';

/**
 * The colour of a difference that is called one. The smallest gets a colour that is seen on a white page
 * as well, since there is no doubt that it is one; what is not called different gets none.
 *
 * @param difference B less A
 * @param most the largest difference, which gets the last colour
 */
export function differenceColour(palette: DivergingName, difference: number, most: number): Rgb {
  const size = most > 0 ? Math.min(1, Math.abs(difference) / most) : 0;
  return divergingAt(palette, Math.sign(difference) * (LEAST + (1 - LEAST) * size));
}

/** Evenly spaced stops for a legend, from -1 to 1: bare in the middle, where nothing is coloured. */
export function differenceStops(palette: DivergingName, steps = 4): LegendStop[] {
  const side = (sign: number) =>
    Array.from({ length: steps }, (_, i) => {
      const size = GAP + ((1 - GAP) * i) / (steps - 1);
      const [r, g, b] = differenceColour(palette, sign * (i / (steps - 1)) || sign * 1e-9, 1);
      return { at: sign * size, color: `rgb(${r} ${g} ${b})` };
    });
  const bare = 'rgb(255 255 255 / 0)';
  return [...side(-1).reverse(), { at: -GAP, color: bare }, { at: GAP, color: bare }, ...side(1)];
}

/** Where the palette begins, and half of the bare part of a legend. */
const LEAST = 0.3;
const GAP = 0.08;
