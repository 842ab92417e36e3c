import type { Translate } from '../../../lib/core/message';
import { formatMargin, formatPoints, formatRate } from '../../../lib/core/points';
import type { Compared } from '../../../lib/heatmap/compare/compare-maps';
import { differenceColour } from '../../../lib/heatmap/compare/difference-colour';
import type { DivergingName } from '../../../lib/protocol/compare';
import { formatShare } from '../../ui/format';
import type { Column } from '../../ui/Table';
import css from './compare.module.css';

/** Both shares. */
export const shareColumn = <R extends Compared>(t: Translate, side: 'a' | 'b'): Column<R> => {
  const of = (row: R) => (side === 'a' ? row.shareA : row.shareB);
  return {
    id: side,
    title: t(`ui.heat.compare.table.${side}`),
    width: '50px',
    align: 'end',
    compare: (x, y) => of(x) - of(y),
    cell: (row) => t('ui.heat.compare.table.percent', [formatShare(of(row))]),
  };
};

/** B less A, its interval, and whether it is called different; with the colour that it has on the page. */
export const differenceColumn = <R extends Compared>(
  t: Translate,
  colour: (row: R) => string,
): Column<R> => ({
  id: 'difference',
  title: t('ui.heat.compare.table.difference'),
  width: '104px',
  align: 'end',
  tip: (row) => aboutRow(row, t),
  compare: (a, b) => Math.abs(a.difference) - Math.abs(b.difference),
  cell: (row) => (
    <span class={css.difference} data-different={row.isDifferent || undefined}>
      <span>
        <i style={{ background: colour(row) }} />
        {formatPoints(row.difference)}{' '}
        <span class={css.soft}>
          {row.margin === null
            ? t('ui.heat.compare.table.unsure')
            : t('ui.heat.compare.table.margin', [formatMargin(row.margin)])}
        </span>
      </span>
      <span class={css.soft}>{significance(row, t)}</span>
    </span>
  ),
});

/** Bare, where it is not called different. */
export function colourOf(row: Compared, palette: DivergingName, most: number): string {
  if (!row.isDifferent) return 'transparent';
  const [r, g, b] = differenceColour(palette, row.difference, most);
  return `rgb(${r} ${g} ${b})`;
}

function significance({ q, isDifferent }: Compared, t: Translate): string {
  if (q === null) return t('ui.heat.compare.table.untested');
  return isDifferent
    ? t('ui.heat.compare.table.q', [formatRate(q)])
    : t('ui.heat.compare.table.not');
}

function aboutRow(row: Compared, t: Translate): string {
  const { shareA, shareB, difference, margin, q, isDifferent } = row;
  const shares = [formatShare(shareA), formatShare(shareB)];
  if (q === null || margin === null) return t('ui.heat.compare.table.aboutUntested', shares);
  if (!isDifferent) return t('ui.heat.compare.table.aboutNot', shares);
  const ends = [difference, difference - margin, difference + margin].map(formatPoints);
  return t('ui.heat.compare.table.about', [...shares, ...ends, formatRate(q)]);
}
