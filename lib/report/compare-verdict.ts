import type { Translate } from '../core/message';
import type { HeatComparison } from '../protocol/heat-comparison';

export interface CompareVerdict {
  readonly kind: 'loading' | 'refused' | 'failed' | 'untested' | 'none' | 'some';
  readonly answer: string;
  readonly about: string;
}

/** The answer to whether two maps differ. */
export function verdictOf(comparison: HeatComparison, t: Translate): CompareVerdict {
  const { status, isTested } = comparison;
  const said = (kind: CompareVerdict['kind'], answer: string, about = ''): CompareVerdict => ({
    kind,
    answer,
    about,
  });
  if (status !== 'shown') return said(status, t(`ui.heat.compare.verdict.${status}`));
  if (!isTested) return said('untested', t('ui.heat.compare.verdict.untested'));
  const { less, more, of } = countOf(comparison);
  // By element, the page has to be looked at first.
  if (of === 'elements' && comparison.elements === null) {
    return said('loading', t('ui.heat.compare.table.counting'));
  }
  if (less + more === 0) {
    return said('none', t('ui.heat.compare.verdict.none'), t('ui.heat.compare.verdict.noneAbout'));
  }
  const counted = t(`ui.heat.compare.verdict.${of}`, [less + more]);
  return said(
    'some',
    t('ui.heat.compare.verdict.of', [counted, less, more]),
    t('ui.heat.compare.verdict.rate'),
  );
}

/** The largest difference of what is called different, 0 to 1: of a square, a band, or an element. */
export function largestDifference({ places, bands, most, elements }: HeatComparison): number {
  if (places !== null || bands !== null) return most;
  const different = (elements ?? []).filter((row) => row.isDifferent);
  return different.reduce((max, { difference }) => Math.max(max, Math.abs(difference)), 0);
}

function countOf({ places, bands, elements }: HeatComparison) {
  if (places !== null) return { ...places, of: 'places' as const };
  const different = (bands?.rows ?? elements ?? []).filter((row) => row.isDifferent);
  const less = different.filter(({ difference }) => difference < 0).length;
  const of = bands === null ? ('elements' as const) : ('bands' as const);
  return { less, more: different.length - less, of };
}
