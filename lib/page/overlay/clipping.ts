/** A rectangle of the viewport, CSS px; an edge may be infinitely far. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Style = Pick<CSSStyleDeclaration, 'overflowX' | 'overflowY'>;

/**
 * What an element leaves to see of its contents, by its computed style. `clip` on one axis leaves the
 * other as it is; where one axis hides or scrolls, the browser computes no `visible` for the other
 * (CSS Overflow 3, 3.1).
 */
export function clipOf(
  { overflowX, overflowY }: Style,
  boxOf: () => Rect,
  around: Rect | null,
): Rect | null {
  const isOpenX = overflowX === 'visible';
  const isOpenY = overflowY === 'visible';
  if (isOpenX && isOpenY) return around;
  const box = boxOf();
  const own: Rect = {
    left: isOpenX ? Number.NEGATIVE_INFINITY : box.left,
    top: isOpenY ? Number.NEGATIVE_INFINITY : box.top,
    right: isOpenX ? Number.POSITIVE_INFINITY : box.right,
    bottom: isOpenY ? Number.POSITIVE_INFINITY : box.bottom,
  };
  return cut(own, around);
}

/** Whether an element can scroll what overflows it. */
export const isScrollContainer = ({ overflowX, overflowY }: Style): boolean =>
  [overflowX, overflowY].some((overflow) => overflow !== 'visible' && overflow !== 'clip');

/** What a clip leaves of a rectangle; null: all of it. */
export function cut(rect: Rect, clip: Rect | null): Rect {
  if (clip === null) return rect;
  return {
    left: Math.max(rect.left, clip.left),
    top: Math.max(rect.top, clip.top),
    right: Math.min(rect.right, clip.right),
    bottom: Math.min(rect.bottom, clip.bottom),
  };
}
