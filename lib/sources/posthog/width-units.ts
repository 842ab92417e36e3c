import type { HeatQuery } from '../../protocol/sources';
import { widthsOf } from '../device-widths';
import { ALL_WIDTHS, isOpen, type Widths } from '../widths';

/** Widths as PostHog keeps them with its heatmaps: whole units of 16 px, both included. */
export interface WidthUnits {
  readonly first: number;
  /** Null: that and all wider ones. */
  readonly last: number | null;
}

/** CSS px in a unit. */
export const UNIT = 16;

/**
 * The units to ask for: those whose middle lies within the widths that were asked for. So a unit is in
 * one of two bands that share no px, never in both; those of a phone, a tablet and a desktop leave none
 * out. A band too narrow to hold a middle is answered with the unit nearest to its own.
 */
export function unitsOf(query: Pick<HeatQuery, 'band' | 'filters'>): WidthUnits {
  const widths = widthsOf(query);
  const first = Math.ceil(widths.min / UNIT);
  if (isOpen(widths)) return { first, last: null };
  const last = Math.floor(widths.max / UNIT);
  if (first <= last) return { first, last };
  const nearest = Math.round((widths.min + widths.max) / 2 / UNIT);
  return { first: nearest, last: nearest };
}

/**
 * The widths of windows that units hold. PostHog rounds a width to the nearest unit, halves upwards
 * (`Math.round($viewport_width / SCALE_FACTOR)` where its ingestion takes heatmaps apart).
 */
export const widthsIn = ({ first, last }: WidthUnits): Widths => ({
  min: Math.max(0, first * UNIT - UNIT / 2),
  max: last === null ? ALL_WIDTHS.max : last * UNIT + UNIT / 2 - 1,
});
