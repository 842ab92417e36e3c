import { Z_95 } from '../elements';

/**
 * The 95 % score interval of `some` out of `all` (Wilson 1927). `all` must be more than 0. Its middle lies
 * nearer to one half than the share, so it is told by its ends.
 */
export function wilsonInterval(
  some: number,
  all: number,
): { readonly low: number; readonly high: number } {
  const z2 = Z_95 ** 2;
  const middle = (some + z2 / 2) / (all + z2);
  const half = (Z_95 / (all + z2)) * Math.sqrt((some * (all - some)) / all + z2 / 4);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
