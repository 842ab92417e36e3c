import { DEFAULT_HEAT_SETTINGS, type HeatState, type MapSummary } from '../../protocol/heat';
import { NO_ZONES } from '../../protocol/zones';

/** A tab without heat. */
export const OFF: HeatState = {
  on: false,
  status: 'off',
  page: '',
  settings: DEFAULT_HEAT_SETTINGS,
  summary: null,
  elements: [],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  zones: NO_ZONES,
  lastShown: null,
  reason: null,
  notes: [],
  sources: [],
};

/** What is told of a map, before anything is. */
export const NOTHING_SHOWN = {
  summary: null,
  elements: [],
  unplaced: 0,
  unresolved: null,
  reanchored: null,
  notes: [],
} satisfies Partial<HeatState>;

/**
 * The summary with the peak that the page has found: where heat is by element, only the page knows it,
 * and it tells nothing twice.
 */
export const withPeak = (summary: MapSummary, peak = summary.peak): MapSummary =>
  summary.anchors > 0 && peak !== summary.peak ? { ...summary, peak } : summary;

/** The same answer, not the same question asked again. */
export const isSameMap = (a: MapSummary | null, b: MapSummary | null): boolean =>
  a !== null &&
  b !== null &&
  a.mapId === b.mapId &&
  a.provenance.fetchedAt === b.provenance.fetchedAt &&
  a.k === b.k;
