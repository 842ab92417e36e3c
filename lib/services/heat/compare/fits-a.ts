import { type Message, message } from '../../../core/message';
import type { MapSummary } from '../../../protocol/heat';
import { hasHeat, whyEmpty } from '../notes';

/** Why a map of this kind cannot be compared at all; null: it can. */
export function cannotCompare(a: MapSummary): Message | null {
  return a.bands === null ? null : message('heat.compare.refused.bands');
}

/** Why B cannot be compared with A; null: it can. */
export function cannotCompareWith(a: MapSummary, b: MapSummary): Message | null {
  if (b.provenance.kind === 'sample') return message('heat.compare.refused.gone');
  if (a.mapId === b.mapId) return message('heat.compare.refused.same');
  if (!hasHeat(b)) return whyEmpty(b);
  if (b.map !== a.map) return message('heat.compare.refused.otherMap');
  if (b.bands !== null || a.anchors > 0 !== b.anchors > 0) {
    return message('heat.compare.refused.otherForm');
  }
  return a.anchors > 0 ? null : otherLayout(a, b);
}

/**
 * Pages are laid out by their width, so places of two widths are not the same places: what is called
 * different there would be the layout. Elements are the same at any width.
 */
function otherLayout(a: MapSummary, b: MapSummary): Message | null {
  const [inA, inB] = [widthsOf(a), widthsOf(b)];
  if (inA.min <= inB.max && inB.min <= inA.max) return null;
  const widths = [inA.min, inA.max, inB.min, inB.max].map(Math.round);
  return message('heat.compare.refused.otherLayout', ...widths);
}

/** Where a file does not say, what its positions are of, and a tenth either way. */
function widthsOf({ provenance: { band, viewportWidth } }: MapSummary) {
  return band ?? { min: viewportWidth * 0.9, max: viewportWidth * 1.1 };
}

/** What a reader must know beside a comparison. */
export function comparisonNotes(a: MapSummary, b: MapSummary): Message[] {
  const [one, other] = [a.provenance, b.provenance];
  const notes: Message[] = [];
  if (one.unit === 'clicks' || other.unit === 'clicks') {
    notes.push(message('heat.compare.note.clicks'));
  } else if (one.unit !== other.unit) {
    notes.push(message('heat.compare.note.units'));
  }
  if (isPartOf(other, one)) notes.push(message('heat.compare.note.part'));
  if (one.truncated || other.truncated) notes.push(message('heat.compare.note.truncated'));
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
