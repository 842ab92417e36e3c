import Flame from 'lucide-solid/icons/flame';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import {
  type Interval,
  optInInterval,
  shareInterval,
  shareOfAll,
} from '../../lib/consent/consenters';
import { coveredShare } from '../../lib/consent/covered';
import type { HotElement } from '../../lib/consent/hot-elements';
import type { Translate } from '../../lib/core/message';
import { EmptyState } from '../ui/EmptyState';
import { formatShare } from '../ui/format';
import { NumberField } from '../ui/NumberField';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { IntervalBar } from './IntervalBar';
import { bannersOf } from './measures';
import type { WalkProps, WalkReport } from './props';
import css from './walk.module.css';

interface Row extends HotElement {
  readonly covered: number;
  readonly among: Interval;
  readonly all: Interval;
}

/** For how many visitors does heat speak that consenters alone have left, and what does the banner hide? */
export function HeatView(
  props: Pick<WalkProps, 'hot' | 'onShowHot'> & { readonly report: WalkReport },
): JSX.Element {
  const t = useTranslate();
  const [percent, setPercent] = createSignal(50);
  const [visitors, setVisitors] = createSignal(0);
  const optIn = createMemo(() =>
    optInInterval({
      rate: percent() / 100,
      visitors: visitors() === 0 ? null : visitors(),
    }),
  );
  const rows = createMemo(() => {
    const [banner] = bannersOf(props.report.walk);
    return (props.hot ?? []).map((element): Row => {
      const among = shareInterval(element.share, element.margin);
      const covered = banner === undefined ? 0 : coveredShare(element.box, banner.reading.box);
      return { ...element, covered, among, all: shareOfAll(among, optIn()) };
    });
  });
  const covered = () => rows().filter((row) => row.covered > 0).length;
  return (
    <Show
      when={props.hot}
      fallback={
        <EmptyState
          kind="noHeat"
          icon={Flame}
          title={t('ui.audit.walk.heat.none.title')}
          sentence={t('ui.audit.walk.heat.none.sentence')}
          next={{ words: t('ui.audit.walk.heat.none.next') }}
        />
      }
    >
      <div class={css.view}>
        <div class={css.filters}>
          <span class={css.typed}>
            <span aria-hidden="true">{t('ui.audit.walk.heat.rate')}</span>
            <NumberField
              label={t('ui.audit.walk.heat.rate')}
              value={percent()}
              min={0}
              max={100}
              step={1}
              unit="%"
              onChange={setPercent}
              testId="walk-rate"
            />
          </span>
          <span class={css.typed}>
            <span aria-hidden="true">{t('ui.audit.walk.heat.visitors')}</span>
            <NumberField
              label={t('ui.audit.walk.heat.visitors')}
              value={visitors()}
              min={0}
              max={1_000_000_000}
              step={100}
              onChange={(count) => setVisitors(Math.round(count))}
              testId="walk-visitors"
            />
          </span>
        </div>
        <p class={css.lead} role="status" data-testid="walk-heat-lead">
          <strong>
            {t('ui.audit.walk.heat.speaks', [
              rangeSaid(optIn(), t),
              rangeSaid({ low: 1 - optIn().high, high: 1 - optIn().low }, t),
            ])}
          </strong>{' '}
          {t('ui.audit.walk.heat.bounds')} {t('ui.audit.walk.heat.coveredCount', [covered()])}
        </p>
        <div class={css.rest}>
          <Table<Row>
            label={t('ui.audit.walk.heat.label')}
            columns={columnsOf(t)}
            rows={rows()}
            idOf={({ ref }) => String(ref)}
            rowHeight={22}
            onOpen={({ ref }) => props.onShowHot(ref)}
            testId="walk-heat"
          >
            <p class={css.none}>{t('ui.audit.walk.heat.noRow')}</p>
          </Table>
        </div>
      </div>
    </Show>
  );
}

function rangeSaid({ low, high }: Interval, t: Translate): string {
  const [from, to] = [formatShare(low), formatShare(high)];
  return from === to
    ? t('ui.audit.walk.heat.percent', [from])
    : t('ui.audit.walk.heat.range', [from, to]);
}

const columnsOf = (t: Translate): Column<Row>[] => [
  {
    id: 'element',
    title: t('ui.audit.column.element'),
    width: 'minmax(110px, 1fr)',
    cell: ({ label }) => label,
    compare: (a, b) => a.label.localeCompare(b.label),
  },
  {
    id: 'covered',
    title: t('ui.audit.walk.heat.covered'),
    width: 'minmax(72px, 0.5fr)',
    cell: ({ covered }) =>
      covered > 0
        ? t('ui.audit.walk.heat.coveredBy', [formatShare(covered)])
        : t('ui.audit.walk.heat.free'),
    compare: (a, b) => a.covered - b.covered,
  },
  {
    id: 'among',
    title: t('ui.audit.walk.heat.among'),
    width: 'minmax(76px, 0.4fr)',
    align: 'end',
    hideUnder: 420,
    cell: ({ share, margin }) =>
      `${formatShare(share)} %${margin === null ? '' : ` ±${formatShare(margin)}`}`,
    compare: (a, b) => a.share - b.share,
  },
  {
    id: 'all',
    title: t('ui.audit.walk.heat.all'),
    width: 'minmax(120px, 0.9fr)',
    tip: ({ all }) => rangeSaid(all, t),
    cell: ({ all }) => <IntervalBar of={all} said={rangeSaid(all, t)} />,
    compare: (a, b) => a.all.low - b.all.low,
  },
];
