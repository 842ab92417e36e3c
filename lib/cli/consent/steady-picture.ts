import type { Box } from '../../protocol/walk/banner';

/** A picture, and what has to be painted over in it. */
export interface SteadyPicture {
  readonly png: Buffer;
  readonly boxes: readonly Box[];
}

/**
 * Takes a picture between two readings of what is personal on the page. Where they differ, text came or
 * moved meanwhile, and nobody knows what the picture shows: it is taken once more, then given up.
 */
export async function steadyPicture(
  read: () => Promise<readonly Box[] | null>,
  shoot: () => Promise<Buffer | null>,
): Promise<SteadyPicture | null> {
  let before = await read();
  for (let tried = 0; tried < TRIES && before !== null; tried++) {
    const png = await shoot();
    if (png === null) return null;
    const after = await read();
    if (after !== null && isSame(before, after)) return { png, boxes: after };
    before = after;
  }
  return null;
}

const TRIES = 2;

const isSame = (a: readonly Box[], b: readonly Box[]): boolean => keyOf(a) === keyOf(b);

/** To a pixel: less than that is rounding. */
const keyOf = (boxes: readonly Box[]): string =>
  boxes
    .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '))
    .sort()
    .join('\n');
