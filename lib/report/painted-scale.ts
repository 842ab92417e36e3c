import { sharedPeaks } from '../heatmap/compare/shared-peaks';
import { roundCount } from '../heatmap/rounding';
import type { Compare } from '../protocol/compare';
import type { HeatSettings, HeatState, MapSummary } from '../protocol/heat';
import type { HeatComparison } from '../protocol/heat-comparison';

/** Two maps that are compared, as the page shows them. */
export interface Both {
  readonly compare: Compare;
  readonly a: MapSummary;
  readonly b: MapSummary;
  /** What a reader must know of B beside A. */
  readonly notes: HeatComparison['notes'];
}

/** Null: the page shows A alone, since nothing is compared, or B is not there. */
export function bothOf(
  { settings: { compare }, summary: a }: Pick<HeatState, 'settings' | 'summary'>,
  comparison: HeatComparison | null,
): Both | null {
  if (compare === null || a === null || comparison?.status !== 'shown') return null;
  // A comparison with another answer of A is on its way out, and nothing of it is drawn.
  const { b, notes } = comparison;
  return b === null || comparison.a !== a.mapId ? null : { compare, a, b, notes };
}

/**
 * Clicks that the last colour stands for, as they may be shown; 0: nothing has a colour of it (yet).
 * Null: that map is not on the page.
 */
export interface PaintedScale {
  readonly a: number | null;
  readonly b: number | null;
}

/** The scale that heat is painted with on the page; null: bands or differences, which have their own. */
export function paintedScale(
  state: Pick<HeatState, 'settings' | 'summary'>,
  comparison: HeatComparison | null,
): PaintedScale | null {
  const { summary, settings } = state;
  if (summary === null || summary.bands !== null) return null;
  const both = bothOf(state, comparison);
  if (both === null) return { a: ownEnd(settings, summary), b: null };
  const { view, side } = both.compare;
  if (view === 'difference') return null;
  const ends = sharedEnds(settings, both);
  if (view === 'swipe') return ends;
  return side === 'a' ? { a: ends.a, b: null } : { a: null, b: ends.b };
}

/** The scale that two maps of cells share. */
export function sharedEnds(
  settings: HeatSettings,
  { a, b }: Pick<Both, 'a' | 'b'>,
): { readonly a: number; readonly b: number } {
  const peaks = sharedPeaks(settings, a, b);
  const end = settings.peak === null ? roundCount : setEnd;
  return { a: end(peaks.a), b: end(peaks.b) };
}

function ownEnd({ peak, style }: HeatSettings, { cells, ...of }: MapSummary): number {
  if (cells === 0) return 0;
  return peak === null ? roundCount(style === 'classic' ? of.maxCell : of.peak) : setEnd(peak);
}

/** An end that somebody has set tells nothing of anybody: it is said as it is. */
export const setEnd = (peak: number): number =>
  peak >= 1 ? Math.round(peak) : Number(peak.toPrecision(1));

/** What A's end must be, for the scale to end at so many clicks of B. */
export const peakOfA = (end: number, { a, b }: Pick<Both, 'a' | 'b'>): number =>
  a.count > 0 && b.count > 0 ? (end * a.count) / b.count : end;
