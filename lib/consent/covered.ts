import type { Box } from '../protocol/walk/banner';

/** Share of a box's area that another lies over, 0 to 1. A box without an area is never covered. */
export function coveredShare(box: Box, over: Box): number {
  const area = box.width * box.height;
  if (!(area > 0)) return 0;
  return (overlap(box.x, box.width, over.x, over.width) * tall(box, over)) / area;
}

const tall = (box: Box, over: Box): number => overlap(box.y, box.height, over.y, over.height);

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
  Math.max(0, Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom));
