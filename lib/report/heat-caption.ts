import type { Translate } from '../core/message';
import type { HeatState } from '../protocol/heat';
import { type HeatFilters, NO_FILTERS } from '../protocol/heat-kinds';
import { areaName } from './area-name';
import { setEnd } from './painted-scale';

export interface HeatCaption {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a picture of heat must say of itself, or it says nothing: whose, when, of whom, how sure. */
export function heatCaption(
  { summary, notes, settings, zones }: HeatState,
  takenAt: number,
  cut: boolean,
  t: Translate,
): HeatCaption {
  if (summary === null) return { title: '', lines: [] };
  const { provenance, map, k, dropped, count } = summary;
  const { band } = provenance;
  const widths =
    band === null ? t('heat.picture.anyWidth') : t('heat.picture.widths', [band.min, band.max]);
  const area = areaName(zones);
  // Bands are shares of all: there is no scale to set.
  const peak = summary.bands === null ? settings.peak : null;
  const said = [
    t('heat.picture.data', [provenance.from, provenance.to, sourceOf(provenance, t), widths]),
    t('heat.picture.counted', [
      count,
      t(`heat.picture.unit.${provenance.unit}`),
      k,
      Math.round(dropped * 1000) / 10,
    ]),
    ...filterLines(provenance.filters, t),
    ...(area === undefined ? [] : [t('heat.picture.area', [area])]),
    ...(peak === null ? [] : [t('heat.picture.ownPeak', [setEnd(peak)])]),
    ...notes.map(({ id, params }) => t(id, params ?? [])),
    ...(cut ? [t('heat.picture.cut')] : []),
    t('heat.picture.taken', [new Date(takenAt).toISOString().slice(0, 16).replace('T', ' ')]),
  ];
  return { title: `${t(`ui.heat.map.${map}`)}: ${provenance.page}`, lines: said };
}

function sourceOf(
  { kind, sourceName }: NonNullable<HeatState['summary']>['provenance'],
  t: Translate,
) {
  if (kind === 'sample') return t('ui.heat.source.sample');
  return kind === 'file' ? t('ui.heat.source.file') : sourceName;
}

function filterLines(filters: HeatFilters, t: Translate): string[] {
  const set = [
    filters.device !== NO_FILTERS.device && t(`ui.heat.filters.devices.${filters.device}`),
    filters.withoutTestAccounts && t('ui.heat.filters.testAccounts'),
    filters.withoutNoise && t('ui.heat.filters.noise'),
    filters.cohorts.length > 0 && `${t('ui.heat.filters.cohorts')} ${filters.cohorts.join(', ')}`,
    filters.segment !== '' && `${t('ui.heat.filters.segment')} ${filters.segment}`,
    filters.pattern !== null && filters.pattern,
  ].filter((each) => each !== false);
  return set.length === 0 ? [] : [t('heat.picture.filters', [set.join('; ')])];
}
