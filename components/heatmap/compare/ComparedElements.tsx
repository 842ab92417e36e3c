import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { DivergingName } from '../../../lib/protocol/compare';
import type {
  ComparedHeatElement as ComparedRow,
  HeatComparison,
} from '../../../lib/protocol/heat-comparison';
import { EmptyState } from '../../ui/EmptyState';
import { type Column, Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import elements from '../elements.module.css';
import { isMeant, TableTop } from '../lists/TableTop';
import { pinColumn } from '../pins/pin-column';
import type { Pinnable } from '../pins/props';
import css from './compare.module.css';
import { colourOf, differenceColumn, shareColumn } from './difference-columns';

interface ComparedElementsProps {
  readonly comparison: HeatComparison;
  readonly palette: DivergingName;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
  /** Writes a note on it. */
  readonly onPin?: ((element: Pinnable) => void) | undefined;
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
        columns={[
          ...columns(t, (row) => colourOf(row, props.palette, most())),
          ...pinColumn(t, (row: ComparedRow) => row, props.onPin),
        ]}
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

const columns = (t: Translate, colour: (row: ComparedRow) => string): Column<ComparedRow>[] => [
  {
    id: 'element',
    title: t('ui.heat.compare.table.element'),
    width: 'minmax(0, 1fr)',
    tip: ({ label, role }) => `${label} (${role})`,
    compare: (a, b) => a.label.localeCompare(b.label),
    cell: (row) => (
      <span class={css.named}>
        <bdi>{row.label}</bdi>
        <span class={css.soft}>{row.role}</span>
      </span>
    ),
  },
  shareColumn(t, 'a'),
  shareColumn(t, 'b'),
  differenceColumn(t, colour),
];
