/** Rows to draw of a long list: those in sight with a margin, and the focused one wherever it is. */
export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

interface Sight {
  readonly rows: number;
  /** CSS px. */
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
}

/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const MARGIN = 8;
/** Where the height is not known yet. */
const FIRST_HEIGHT = 600;

export function visibleSpan({ rows, rowHeight, scrollTop, height }: Sight): Span {
  const first = Math.floor(scrollTop / rowHeight) - MARGIN;
  const last = Math.ceil((scrollTop + (height || FIRST_HEIGHT)) / rowHeight) + MARGIN;
  return { from: Math.max(0, Math.min(first, rows)), to: Math.max(0, Math.min(last, rows)) };
}

/** Indexes of a span, with one more that has to be kept (it holds the focus), in their order. */
export function indexesOf({ from, to }: Span, kept: number): number[] {
  const indexes = Array.from({ length: to - from }, (_, i) => from + i);
  if (kept >= to) indexes.push(kept);
  if (kept >= 0 && kept < from) indexes.unshift(kept);
  return indexes;
}

/** Where to scroll so that a row is in sight; the same place where it is already. */
export function scrollInto(row: number, { rowHeight, scrollTop, height }: Sight): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + height) return top + rowHeight - height;
  return scrollTop;
}
