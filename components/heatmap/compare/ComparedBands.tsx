import { createMemo, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { DivergingName } from '../../../lib/protocol/compare';
import type { ComparedBandRow, ComparedHeatBands } from '../../../lib/protocol/heat-comparison';
import { depthSaid } from '../../../lib/report/band-rows';
import { formatShare } from '../../ui/format';
import { type Column, Table } from '../../ui/Table';
import { useTranslate } from '../../ui/translate';
import elements from '../elements.module.css';
import css from './compare.module.css';
import { colourOf, differenceColumn, shareColumn } from './difference-columns';

interface ComparedBandsProps {
  readonly bands: ComparedHeatBands;
  readonly palette: DivergingName;
  /** The largest difference that is called one, 0 to 1. */
  readonly most: number;
}

/** Bands that both maps show, from the top of the page down: what is drawn over it, in numbers. */
export function ComparedBands(props: ComparedBandsProps): JSX.Element {
  const t = useTranslate();
  const title = () => t(`ui.heat.compare.bands.title.${props.bands.measure}`);
  const rows = createMemo(() => props.bands.rows.map((row, id) => ({ ...row, id })));
  return (
    <section class={elements.elements} aria-label={title()}>
      <div class={elements.head}>
        <h2>{title()}</h2>
      </div>
      <Table
        label={t(`ui.heat.compare.bands.table.${props.bands.measure}`)}
        columns={columns(t, props)}
        rows={rows()}
        idOf={({ id }) => id}
        rowHeight={40}
        testId="compare-bands"
      >
        <p class={elements.counting}>{t('ui.heat.compare.bands.none')}</p>
      </Table>
    </section>
  );
}

type Row = ComparedBandRow & { readonly id: number };

const columns = (t: Translate, props: ComparedBandsProps): Column<Row>[] => [
  {
    id: 'depth',
    title: t('ui.heat.reach.depth'),
    width: 'minmax(0, 1fr)',
    compare: (a, b) => a.top - b.top,
    cell: ({ top, bottom }) => (
      <span class={css.band}>
        {t('ui.heat.reach.range', [
          depthSaid(props.bands.depth, top, t),
          depthSaid(props.bands.depth, bottom, t),
        ])}
      </span>
    ),
  },
  side(t, 'a', ({ secondsA }) => secondsA),
  side(t, 'b', ({ secondsB }) => secondsB),
  differenceColumn(t, (row) => colourOf(row, props.palette, props.most)),
];

/** The share on one side, and below it how long the band was in view, where that was counted. */
const side = (
  t: Translate,
  name: 'a' | 'b',
  secondsOf: (row: Row) => number | null,
): Column<Row> => {
  const column = shareColumn<Row>(t, name);
  const share = (row: Row) => formatShare(name === 'a' ? row.shareA : row.shareB);
  return {
    ...column,
    tip: (row) => {
      const seconds = secondsOf(row);
      return seconds === null
        ? t('ui.heat.compare.table.percent', [share(row)])
        : t('ui.heat.compare.bands.secondsSaid', [share(row), seconds]);
    },
    cell: (row) => (
      <span class={css.difference}>
        <span>{column.cell(row)}</span>
        <Show when={secondsOf(row) !== null}>
          <span class={css.soft}>{t('ui.heat.compare.bands.seconds', [secondsOf(row) ?? 0])}</span>
        </Show>
      </span>
    ),
  };
};
