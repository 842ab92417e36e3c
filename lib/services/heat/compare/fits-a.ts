import { type Message, message } from '../../../core/message';
import type { MapSummary } from '../../../protocol/heat';
import type { Bands } from '../../../protocol/heat-kinds';
import { hasHeat, whyEmpty } from '../notes';
import { isRounded } from '../tested-unit';

/** Why B cannot be compared with A; null: it can. */
export function cannotCompareWith(a: MapSummary, b: MapSummary): Message | null {
  if (b.provenance.kind === 'sample') return message('heat.compare.refused.gone');
  if (a.mapId === b.mapId) return message('heat.compare.refused.same');
  if (!hasHeat(b)) return whyEmpty(b);
  if (b.map !== a.map) return message('heat.compare.refused.otherMap');
  if (a.bands !== null && b.bands !== null) return otherDepth(a.bands, b.bands);
  if ((a.bands ?? b.bands) !== null || a.anchors > 0 !== b.anchors > 0) {
    return message('heat.compare.refused.otherForm');
  }
  return a.anchors > 0 ? null : otherLayout(a, b);
}

/** How high a page was when it was recorded is not known, so px and shares of it cannot be brought together. */
function otherDepth(a: Bands, b: Bands): Message | null {
  if (a.measure !== b.measure) return message('heat.compare.refused.otherMap');
  return a.depth === b.depth ? null : message('heat.compare.refused.otherDepth');
}

/**
 * Pages are laid out by their width, so places of two widths are not the same places: what is called
 * different there would be the layout. Elements are the same at any width.
 */
function otherLayout(a: MapSummary, b: MapSummary): Message | null {
  const widths = otherWidths(a, b);
  return widths && message('heat.compare.refused.otherLayout', ...widths);
}

/** Ends of the widths of both, where they do not overlap; else null. */
function otherWidths(a: MapSummary, b: MapSummary): number[] | null {
  const [inA, inB] = [widthsOf(a), widthsOf(b)];
  if (inA.min <= inB.max && inB.min <= inA.max) return null;
  return [inA.min, inA.max, inB.min, inB.max].map(Math.round);
}

/** Where a file does not say, what its positions are of, and a tenth either way. */
function widthsOf({ provenance: { band, viewportWidth } }: MapSummary) {
  return band ?? { min: viewportWidth * 0.9, max: viewportWidth * 1.1 };
}

/** What a reader must know beside a comparison. */
export function comparisonNotes(a: MapSummary, b: MapSummary): Message[] {
  const [one, other] = [a.provenance, b.provenance];
  const notes: Message[] = a.bands === null ? [] : depthNotes(a, b, a.bands);
  if (one.unit === 'clicks' || other.unit === 'clicks') {
    notes.push(message('heat.compare.note.clicks'));
  } else if (one.unit !== other.unit) {
    notes.push(message('heat.compare.note.units'));
  }
  const isRoundedOne = a.bands === null && [a, b].some((summary) => isRounded({ summary }));
  if (isRoundedOne) notes.push(message('heat.compare.note.rounded'));
  if (isPartOf(other, one)) notes.push(message('heat.compare.note.part'));
  if (one.truncated || other.truncated) notes.push(message('heat.compare.note.truncated'));
  return notes;
}

/** What a depth is, and where the same depth is another part of the page. */
function depthNotes(a: MapSummary, b: MapSummary, { depth }: Bands): Message[] {
  const notes = [message(`heat.compare.note.depth.${depth}`)];
  const widths = otherWidths(a, b);
  if (widths !== null) notes.push(message('heat.compare.note.otherWidths', ...widths));
  return notes;
}

/** Whether B is a part of A: the same people are in both, so A hides some of the difference. */
function isPartOf(b: MapSummary['provenance'], a: MapSummary['provenance']): boolean {
  const isSame = a.page === b.page && a.from === b.from && a.to === b.to;
  if (!isSame || a.sourceId !== b.sourceId) return false;
  const [x, y] = [a.filters, b.filters];
  return (
    (x.device === 'all' && y.device !== 'all') ||
    (x.segment === '' && y.segment !== '') ||
    (x.cohorts.length === 0 && y.cohorts.length > 0)
  );
}
