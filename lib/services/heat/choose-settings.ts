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

/**
 * What tabs to come begin with, once somebody has changed `before` into `after`: as last time, but for
 * what was changed. So what a link has set in the tab stays in the tab. A segment is in one source's
 * words, and a segment or a pattern may name somebody: they are never kept.
 */
export function remembered(
  last: HeatSettings,
  { before, after }: { readonly before: HeatSettings; readonly after: HeatSettings },
): HeatSettings {
  const filters = { ...last.filters, ...changesOf(before.filters, after.filters) };
  return {
    ...last,
    ...changesOf(before, after),
    filters: { ...filters, ...OWN_WORDS, pattern: NO_FILTERS.pattern },
    compare: null,
  };
}

function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const then = new Map<string, unknown>(Object.entries(before));
  const isOther = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(then.get(key)) !== JSON.stringify(value);
  // Only entries of `after` itself are left.
  return Object.fromEntries(Object.entries(after).filter(isOther)) as Partial<T>;
}

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
