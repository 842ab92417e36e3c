import type { HeatSettings } from '../../protocol/heat';
import { NO_FILTERS } from '../../protocol/heat-kinds';

export type SettingsChange = { readonly [K in keyof HeatSettings]?: HeatSettings[K] | undefined };

/**
 * What was set, and what with it: another source has other cohorts, and another language. Filters
 * that are set together with it are meant for it.
 */
export function changed(settings: HeatSettings, part: SettingsChange): HeatSettings {
  const next = { ...settings, ...withoutUndefined(part) };
  if (part.filters !== undefined) return next;
  if (part.sourceId === undefined || part.sourceId === settings.sourceId) return next;
  return { ...next, filters: { ...next.filters, ...OWN_WORDS }, compare: null };
}

/** What is kept for good: a segment is in one source's words, and may name somebody. */
export const kept = (settings: HeatSettings): HeatSettings => ({
  ...settings,
  filters: { ...settings.filters, ...OWN_WORDS },
  compare: null,
});

/** Whether other data is asked for with it. */
export const needsData = (part: SettingsChange): boolean => NEEDS_DATA.some((key) => key in part);

/** What was chosen of the settings that decide which data is asked for. */
export const chosenData = (settings: HeatSettings): string =>
  JSON.stringify(NEEDS_DATA.map((key) => settings[key]));

const OWN_WORDS = { segment: NO_FILTERS.segment, cohorts: NO_FILTERS.cohorts };

const NEEDS_DATA: readonly (keyof HeatSettings)[] = [
  'sourceId',
  'days',
  'band',
  'map',
  'by',
  'filters',
];

function withoutUndefined(part: SettingsChange): Partial<HeatSettings> {
  const set = Object.entries(part).filter(([, value]) => value !== undefined);
  // Only entries of `part` itself are left, and none of them is undefined.
  return Object.fromEntries(set) as Partial<HeatSettings>;
}
