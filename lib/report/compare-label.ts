import type { Translate } from '../core/message';
import type { CompareWith } from '../protocol/compare';
import type { HeatState } from '../protocol/heat';
import { sourceLabel } from './source-label';

/** Kinds of B that are asked of the source; those of `map:` are at hand already. */
export type CompareKind = Exclude<CompareWith['kind'], 'map'>;

/** B in a few words: the cohort, the variant, the page. */
export function compareLabel(what: CompareWith, state: HeatState, t: Translate): string {
  switch (what.kind) {
    case 'device':
      return t(`ui.heat.filters.devices.${what.device}`);
    case 'cohorts':
      return `${t('ui.heat.filters.cohorts')} ${what.cohorts.join(', ')}`;
    case 'segment':
      return what.segment;
    case 'parameter':
      return `${what.name}=${what.value}`;
    case 'page':
      return what.page;
    case 'map': {
      const source = state.sources.find(({ id }) => id === what.id);
      return source === undefined ? what.id : sourceLabel(source, t);
    }
    case 'before':
      return kindLabel('before', state, t);
  }
}

export const kindLabel = (kind: CompareKind, { settings }: HeatState, t: Translate): string =>
  kind === 'before'
    ? t('ui.heat.compare.kind.before', [settings.days])
    : t(`ui.heat.compare.kind.${kind}`);
