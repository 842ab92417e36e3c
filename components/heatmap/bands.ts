import type { HeatSettings } from '../../lib/protocol/heat';

type Band = HeatSettings['band'];

/** Device widths by name, CSS px. `near` is the band around the viewport of the tab. */
export const BANDS = [
  { key: 'near', band: null },
  { key: 'phone', band: { min: 0, max: 599 } },
  { key: 'tablet', band: { min: 600, max: 1023 } },
  { key: 'laptop', band: { min: 1024, max: 1439 } },
  { key: 'desktop', band: { min: 1440, max: 10_000 } },
  { key: 'all', band: { min: 0, max: 10_000 } },
] as const satisfies readonly { key: string; band: Band }[];

/** `own` where somebody set a band that has no name. */
export function bandKey(band: Band): string {
  const named = BANDS.find((each) => each.band?.min === band?.min && each.band?.max === band?.max);
  return named?.key ?? 'own';
}

export function bandOf(key: string, own: Band): Band {
  const named = BANDS.find((each) => each.key === key);
  return named === undefined ? own : named.band;
}
