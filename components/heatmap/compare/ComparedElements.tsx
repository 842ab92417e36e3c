import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import { formatMargin, formatPoints, formatRate } from '../../../lib/core/points';
import { differenceColour } from '../../../lib/heatmap/compare/difference-colour';
import type { DivergingName } from '../../../lib/protocol/compare';
import type {
  ComparedHeatElement as ComparedRow,
  HeatComparison,
} from '../../../lib/protocol/heat-comparison';
import { EmptyState } from '../../ui/EmptyState';
import { formatShare } from '../../ui/format';
import { type Column, Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import elements from '../elements.module.css';
import { isMeant, TableTop } from '../lists/TableTop';
import css from './compare.module.css';

interface ComparedElementsProps {
  readonly comparison: HeatComparison;
  readonly palette: DivergingName;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
  readonly filterRef: (input: HTMLInputElement) => void;
}

/** Elements in both maps, largest difference first. */
export function ComparedElements(props: ComparedElementsProps): JSX.Element {
  const t = useTranslate();
  const [filter, setFilter] = createSignal('');
  const all = () => props.comparison.elements ?? [];
  const rows = createMemo(() => all().filter((row) => isMeant(filter(), row)));
  const most = () =>
    all().reduce(
      (max, row) => (row.isDifferent ? Math.max(max, Math.abs(row.difference)) : max),
      0,
    );
  return (
    <section class={elements.elements} aria-label={t('ui.heat.compare.table.title')}>
      <TableTop
        title={t('ui.heat.compare.table.title')}
        total={all().length}
        filter={filter()}
        onFilter={setFilter}
        filterRef={props.filterRef}
      />
      <Table
        label={t('ui.heat.compare.table.title')}
        columns={columns(t, (row) => colourOf(row, props.palette, most()))}
        rows={rows()}
        idOf={({ ref }) => ref}
        rowHeight={40}
        onHover={(row) => props.onHighlight(row?.ref ?? null)}
        onClick={({ ref }) => props.onScrollTo(ref)}
        onOpen={({ ref }) => props.onScrollTo(ref)}
        testId="compare-elements"
      >
        <Show
          when={filter() !== ''}
          fallback={
            <p class={elements.counting}>
              {t(
                props.comparison.elements === null
                  ? 'ui.heat.compare.table.counting'
                  : 'ui.heat.compare.table.none',
              )}
            </p>
          }
        >
          <EmptyState
            kind="noMatch"
            icon={SearchX}
            title={t('ui.heat.elements.noMatchTitle')}
            sentence={t('ui.heat.elements.noMatch', [filter(), all().length])}
            next={{ label: t('ui.common.clearFilter'), onPress: () => setFilter('') }}
          />
        </Show>
      </Table>
    </section>
  );
}

/** Bare, where it is not called different. */
function colourOf(row: ComparedRow, palette: DivergingName, most: number): string {
  if (!row.isDifferent) return 'transparent';
  const [r, g, b] = differenceColour(palette, row.difference, most);
  return `rgb(${r} ${g} ${b})`;
}

const columns = (t: Translate, colour: (row: ComparedRow) => string): Column<ComparedRow>[] => [
  {
    id: 'element',
    title: t('ui.heat.compare.table.element'),
    width: 'minmax(0, 1fr)',
    tip: ({ label, role }) => `${label} (${role})`,
    compare: (a, b) => a.label.localeCompare(b.label),
    cell: (row) => (
      <span class={css.named}>
        <bdi class={css.label}>{row.label}</bdi>
        <span class={css.soft}>{row.role}</span>
      </span>
    ),
  },
  share(t, 'a', (row) => row.shareA),
  share(t, 'b', (row) => row.shareB),
  {
    id: 'difference',
    title: t('ui.heat.compare.table.difference'),
    width: '112px',
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
  },
];

const share = (
  t: Translate,
  side: 'a' | 'b',
  of: (row: ComparedRow) => number,
): Column<ComparedRow> => ({
  id: side,
  title: t(`ui.heat.compare.table.${side}`),
  width: '50px',
  align: 'end',
  compare: (x, y) => of(x) - of(y),
  cell: (row) => t('ui.heat.compare.table.percent', [formatShare(of(row))]),
});

function significance({ q, isDifferent }: ComparedRow, t: Translate): string {
  if (q === null) return t('ui.heat.compare.table.untested');
  return isDifferent
    ? t('ui.heat.compare.table.q', [formatRate(q)])
    : t('ui.heat.compare.table.not');
}

function aboutRow(row: ComparedRow, t: Translate): string {
  const { shareA, shareB, difference, margin, q, isDifferent } = row;
  const shares = [formatShare(shareA), formatShare(shareB)];
  if (q === null || margin === null) return t('ui.heat.compare.table.aboutUntested', shares);
  if (!isDifferent) return t('ui.heat.compare.table.aboutNot', shares);
  const ends = [difference, difference - margin, difference + margin].map(formatPoints);
  return t('ui.heat.compare.table.about', [...shares, ...ends, formatRate(q)]);
}
