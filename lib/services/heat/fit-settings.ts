import { type Message, message } from '../../core/message';
import type { HeatSettings, SourceAbilities } from '../../protocol/heat';
import { type FilterKind, type HeatFilters, NO_FILTERS } from '../../protocol/heat-kinds';
import { redactText } from '../../report/redact-text';
import { matchesPattern } from '../../sources/page-pattern';

export interface FittedSettings {
  readonly settings: HeatSettings;
  /** What was wished for and is not so. */
  readonly notes: readonly Message[];
}

/**
 * What was set, as far as this source can answer it for this page. Settings outlive a change of
 * source and page, and a map of something else must never be shown in silence.
 *
 * @param page the page as the source knows it
 */
export function fitSettings(
  settings: HeatSettings,
  { maps, filters: known }: SourceAbilities,
  page: string,
): FittedSettings {
  const notes: Message[] = [];
  const same = maps.filter(({ map }) => map === settings.map);
  const chosen = same.find(({ by }) => by === settings.by) ?? same[0] ?? maps[0];
  const { map, by } = chosen ?? settings;
  if (map !== settings.map) notes.push(message('heat.note.otherMap'));
  const filters = { ...settings.filters };
  for (const kind of FILTERED) {
    if (!isSet(filters, kind) || known.includes(kind)) continue;
    notes.push(message(`heat.note.cannotFilter.${kind}`));
    Object.assign(filters, off(kind));
  }
  if (filters.pattern !== null && !matchesPattern(page, filters.pattern)) {
    notes.push(message('heat.note.otherPattern', redactText(filters.pattern)));
    filters.pattern = null;
  }
  return { settings: { ...settings, map, by, filters }, notes };
}

/** The width is always asked for: where a source cannot tell widths, it says so itself. */
type Filtered = Exclude<FilterKind, 'band'>;

const FIELDS: Readonly<Record<Filtered, keyof HeatFilters>> = {
  device: 'device',
  testAccounts: 'withoutTestAccounts',
  noise: 'withoutNoise',
  cohorts: 'cohorts',
  segment: 'segment',
  pattern: 'pattern',
};

// The keys of a record of exactly these names.
const FILTERED = Object.keys(FIELDS) as Filtered[];

const off = (kind: Filtered): Partial<HeatFilters> => ({
  [FIELDS[kind]]: NO_FILTERS[FIELDS[kind]],
});

function isSet(filters: HeatFilters, kind: Filtered): boolean {
  const field = FIELDS[kind];
  return JSON.stringify(filters[field]) !== JSON.stringify(NO_FILTERS[field]);
}
