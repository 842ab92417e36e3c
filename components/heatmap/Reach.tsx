import { createMemo, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import { wilsonMargin } from '../../lib/heatmap/elements';
import type { Bands } from '../../lib/protocol/heat-kinds';
import { formatCount, formatShare } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './elements.module.css';
import { sayReach } from './say-reach';

interface Row {
  readonly id: number;
  /** From and to, in px or per cent of the page. */
  readonly from: string;
  readonly to: string;
  readonly share: number;
  readonly margin: number | null;
  readonly people: number;
}

/** How far people got, or how long they looked, as a table: the bands on the page in words. */
export function Reach(props: { readonly bands: Bands }): JSX.Element {
  const t = useTranslate();
  const rows = createMemo(() => rowsOf(props.bands, t));
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

function rowsOf({ bands, people, measure, depth }: Bands, t: Translate): Row[] {
  const isReach = measure === 'reached';
  const whole = isReach ? people : Math.max(0, ...bands.map(({ value }) => value));
  const place = (at: number): string =>
    depth === 'px'
      ? t('ui.heat.reach.px', [formatCount(at)])
      : t('ui.heat.elements.percent', [formatShare(at)]);
  return bands.map(({ top, bottom, value, people: seen }, id) => {
    const share = whole > 0 ? Math.min(1, value / whole) : 0;
    return {
      id,
      from: place(top),
      to: place(bottom),
      share,
      margin: isReach ? wilsonMargin(share, people) : null,
      people: seen,
    };
  });
}

const columns = (t: Translate): Column<Row>[] => [
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
