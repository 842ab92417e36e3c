import type { HeatState } from '../protocol/heat';
import type { Box } from '../protocol/walk/banner';

/** Something on the page that people click on. */
export interface HotElement {
  /** The overlay's own number for it. */
  readonly ref: number;
  readonly label: string;
  /** Of all clicks on the page, and the half-width of its 95 % interval. */
  readonly share: number;
  readonly margin: number | null;
  /** CSS px of the viewport of a page that is not scrolled, where a banner first appears. */
  readonly box: Box;
}

/**
 * What is hot in the heat that a tab shows, most clicked first. Null where it shows none, or heat
 * that was made up, which tells nothing about a page.
 */
export function hotElementsOf({
  on,
  status,
  summary,
  elements,
}: HeatState): readonly HotElement[] | null {
  if (!on || status !== 'shown' || summary === null) return null;
  if (summary.provenance.kind === 'sample') return null;
  return elements.map(({ ref, label, share, margin, box: [x, y, width, height] }) => ({
    ...{ ref, label, share, margin },
    box: { x, y, width, height },
  }));
}
