import { createMemo, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Bands } from '../../lib/protocol/heat-kinds';
import { type BandRow, bandRows } from '../../lib/report/band-rows';
import { sayReach } from '../../lib/report/say-reach';
import { formatCount, formatShare } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './elements.module.css';

/** How far people got, or how long they looked, as a table: the bands on the page in words. */
export function Reach(props: { readonly bands: Bands }): JSX.Element {
  const t = useTranslate();
  const rows = createMemo(() => bandRows(props.bands, t));
  const isReach = () => props.bands.measure === 'reached';
  return (
    <section
      class={css.elements}
      aria-label={t(isReach() ? 'ui.heat.reach.title' : 'ui.heat.reach.attention')}
    >
      <div class={css.head}>
        <h2>{t(isReach() ? 'ui.heat.reach.title' : 'ui.heat.reach.attention')}</h2>
      </div>
      <p class={css.said} data-testid="heat-reach">
        {sayReach(props.bands, t)}
      </p>
      <Table
        label={t(isReach() ? 'ui.heat.reach.table' : 'ui.heat.reach.attentionTable')}
        columns={columns(t)}
        rows={rows()}
        idOf={({ id }) => id}
        rowHeight={28}
        headHidden
        testId="heat-bands"
      >
        <p class={css.counting}>{t('ui.heat.reach.none')}</p>
      </Table>
    </section>
  );
}

const columns = (t: Translate): Column<BandRow>[] => [
  {
    id: 'depth',
    title: t('ui.heat.reach.depth'),
    width: 'minmax(0, 1fr)',
    cell: ({ from, to, share }) => (
      <>
        <span class={css.bar} style={{ width: `${share * 100}%` }} />
        <span class={css.label}>{t('ui.heat.reach.range', [from, to])}</span>
      </>
    ),
  },
  {
    id: 'share',
    title: t('ui.heat.elements.share'),
    width: '98px',
    align: 'end',
    cell: ({ share, margin }) => (
      <>
        {t('ui.heat.elements.percent', [formatShare(share)])}{' '}
        <Show when={margin !== null}>
          <span class={css.margin}>{t('ui.heat.elements.margin', [formatShare(margin ?? 0)])}</span>
        </Show>
      </>
    ),
  },
  {
    id: 'people',
    title: t('ui.heat.reach.people'),
    width: '62px',
    align: 'end',
    cell: ({ people }) => formatCount(people),
  },
];
