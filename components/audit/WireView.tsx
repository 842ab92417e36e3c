import Radio from 'lucide-solid/icons/radio';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Traffic } from '../../lib/protocol/traffic';
import { recorderName } from '../../lib/recorders/names';
import { EmptyState } from '../ui/EmptyState';
import { formatBytes, formatClock, formatCount, shortUrl } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { type Limit, LimitList } from './LimitList';
import type { AuditPanelProps } from './props';
import css from './wire.module.css';

type Row = Traffic['rows'][number];

/** What of this visit has left the page already, as far as DevTools shows it? */
export function WireView(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.traffic}
      fallback={
        <EmptyState
          kind="none"
          icon={Radio}
          title={t('ui.audit.wire.empty.title')}
          sentence={t('ui.audit.wire.empty.sentence')}
          next={{ label: t('ui.audit.action.reload'), onPress: () => props.onRun(true) }}
        />
      }
    >
      {(traffic) => (
        <div class={css.wire}>
          <p class={css.answer} role="status" data-testid="wire-summary">
            <strong>{answer(traffic(), t)}</strong> {t('ui.audit.wire.hint')}
          </p>
          <div class={css.limits}>
            <LimitList limits={limits(traffic(), t)} />
          </div>
          <div class={css.table}>
            <Rows traffic={traffic()} />
          </div>
        </div>
      )}
    </Show>
  );
}

function Rows(props: { readonly traffic: Traffic }): JSX.Element {
  const t = useTranslate();
  const columns = createMemo(() => columnsOf(t));
  return (
    <Table<Row>
      label={t('ui.audit.wire.table')}
      columns={columns()}
      rows={props.traffic.rows}
      idOf={(row) => `${row.class}\n${row.receiver}\n${row.place}\n${row.where}`}
      rowHeight={22}
      testId="wire-table"
    >
      <p class={css.none}>{t('ui.audit.wire.noRow')}</p>
    </Table>
  );
}

/** The first line: what was found, or in how much nothing was. */
function answer({ rows, requests }: Traffic, t: Translate): string {
  if (rows.length === 0) return t('ui.audit.wire.none', [requests, formatCount(requests)]);
  const classes = new Set(rows.map((row) => row.class)).size;
  const receivers = new Set(rows.map(({ receiver }) => receiver)).size;
  return [
    t('ui.audit.wire.kinds', [classes]),
    t('ui.audit.wire.receivers', [receivers]),
    t('ui.audit.wire.requests', [requests, formatCount(requests)]),
  ].join(' ');
}

function limits({ unseen, opaque, more }: Traffic, t: Translate): Limit[] {
  const unknown = (said: string) => ({ said, unknown: true });
  return [
    ...(unseen.requests > 0
      ? [unknown(t('ui.audit.wire.unseen', [unseen.requests, formatBytes(unseen.bytes)]))]
      : []),
    ...(opaque > 0 ? [unknown(t('ui.audit.wire.opaque', [formatBytes(opaque)]))] : []),
    ...(more > 0 ? [unknown(t('ui.audit.wire.more', [more, formatCount(more)]))] : []),
    { said: t('ui.audit.wire.blind'), unknown: false },
  ];
}

const columnsOf = (t: Translate): Column<Row>[] => [
  {
    id: 'class',
    title: t('ui.audit.column.class'),
    width: 'minmax(84px, 0.5fr)',
    mono: true,
    cell: (row) => row.class,
    compare: by((row) => row.class),
  },
  {
    id: 'receiver',
    title: t('ui.audit.wire.receiver'),
    width: 'minmax(110px, 1fr)',
    mono: true,
    tip: ({ receiver }) => receiver,
    cell: ({ receiver }) => receiver,
    compare: by(({ receiver }) => receiver),
  },
  {
    id: 'recorder',
    title: t('ui.audit.column.recorder'),
    width: 'minmax(70px, 0.5fr)',
    hideUnder: 520,
    cell: ({ recorder }) => (recorder === null ? '' : recorderName(recorder)),
    compare: by(({ recorder }) => recorder ?? ''),
  },
  {
    id: 'place',
    title: t('ui.audit.wire.place'),
    width: '64px',
    cell: ({ place }) => t(`ui.audit.wire.in.${place}`),
    compare: by(({ place }) => place),
  },
  {
    id: 'where',
    title: t('ui.audit.wire.where'),
    width: 'minmax(120px, 2fr)',
    hideUnder: 420,
    mono: true,
    tip: ({ where }) => where,
    cell: ({ where }) => shortUrl(where),
    compare: by(({ where }) => where),
  },
  {
    id: 'count',
    title: t('ui.audit.wire.times'),
    width: '54px',
    align: 'end',
    cell: ({ count }) => formatCount(count),
    compare: (a, b) => a.count - b.count,
  },
  {
    id: 'last',
    title: t('ui.audit.wire.last'),
    width: '96px',
    hideUnder: 640,
    align: 'end',
    cell: ({ last }) => (last === null ? '' : formatClock(last)),
    compare: (a, b) => (a.last ?? 0) - (b.last ?? 0),
  },
];

const by = (key: (row: Row) => string) => (a: Row, b: Row) => key(a).localeCompare(key(b));
