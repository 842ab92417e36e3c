import type { JSX } from 'solid-js';
import { createMemo, Show } from 'solid-js';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import { formatOffset } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './consent.module.css';
import { eventOwner, eventSentence } from './event-words';
import { type Lane, laneOf } from './timeline-layout';

const ROW = 22;

interface Row {
  readonly place: number;
  readonly event: TimelineEvent;
}

/** The time line as a list: the same events for keys and screen readers. */
export function EventList(props: {
  readonly timeline: Timeline;
  readonly lanes?: readonly Lane[];
}): JSX.Element {
  const t = useTranslate();
  const rows = createMemo<Row[]>(() =>
    [...props.timeline.events].sort((a, b) => a.t - b.t).map((event, place) => ({ place, event })),
  );
  const columns: Column<Row>[] = [
    {
      id: 'at',
      title: t('ui.audit.column.at'),
      width: '64px',
      align: 'end',
      cell: ({ event }) => formatOffset(event.t - props.timeline.startedAt),
      compare: (a, b) => a.event.t - b.event.t,
    },
    {
      id: 'lane',
      title: t('ui.audit.column.lane'),
      width: '84px',
      cell: ({ event }) => t(`ui.audit.timeline.lane.${laneOf(event, props.lanes) ?? 'page'}`),
    },
    {
      id: 'event',
      title: t('ui.audit.column.event'),
      width: 'minmax(140px, 1fr)',
      tip: ({ event }) => eventSentence(event, t),
      cell: ({ event }) => eventSentence(event, t),
    },
    {
      id: 'owner',
      title: t('ui.audit.column.recorder'),
      width: '104px',
      cell: ({ event }) => eventOwner(event),
      compare: (a, b) => eventOwner(a.event).localeCompare(eventOwner(b.event)),
    },
  ];
  return (
    <Show
      when={rows().length > 0}
      fallback={<p class={css.none}>{t('ui.audit.consent.noEvents')}</p>}
    >
      <div style={{ height: `${Math.min(12, rows().length) * ROW + 24}px` }}>
        <Table
          label={t('ui.audit.consent.events')}
          columns={columns}
          rows={rows()}
          idOf={({ place }) => place}
          rowHeight={ROW}
          testId="event-table"
        />
      </div>
    </Show>
  );
}
