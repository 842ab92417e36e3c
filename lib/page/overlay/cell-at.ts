import { firstAt, LEAST_POINTED, type PackedCells, reachOf, STRIDE } from '../../heatmap/packed';

export interface Pointed {
  readonly count: number;
}

/** A place on the page, CSS px, and how much of it has scrolled out of sight. */
export interface PlaceNow {
  /** Of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly scrollX: number;
  readonly scrollY: number;
  /** CSS px of the page now to one of the cells' own. */
  readonly scaleX: number;
}

/**
 * The cell that a place lies in: of several the smallest, of those the nearest. Cells are sorted by
 * y, so only those beside the place are looked at.
 */
export function cellAt(chunks: readonly PackedCells[], place: PlaceNow): Pointed | null {
  const { scaleX } = place;
  let best: Pointed | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  for (const chunk of chunks) {
    const x = place.x + (chunk.fixed ? 0 : place.scrollX);
    const y = place.y + (chunk.fixed ? 0 : place.scrollY);
    const { data } = chunk;
    const reach = reachOf(chunk);
    for (let at = firstAt(chunk, y - reach) * STRIDE; at < data.length; at += STRIDE) {
      const down = Math.abs((data[at + 1] ?? 0) - y);
      if ((data[at + 1] ?? 0) > y + reach) break;
      const size = Math.max(LEAST_POINTED, data[at + 2] ?? 0);
      const across = Math.abs((data[at] ?? 0) * scaleX - x);
      if (across > (size * scaleX) / 2 || down > size / 2 || size > smallest) continue;
      const distance = across + down;
      if (size === smallest && distance >= nearest) continue;
      smallest = size;
      nearest = distance;
      best = { count: data[at + 3] ?? 0 };
    }
  }
  return best;
}
