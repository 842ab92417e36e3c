import ArrowDownRight from 'lucide-solid/icons/arrow-down-right';
import ArrowRight from 'lucide-solid/icons/arrow-right';
import ArrowUpRight from 'lucide-solid/icons/arrow-up-right';
import Clock from 'lucide-solid/icons/clock';
import Equal from 'lucide-solid/icons/equal';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import { EmptyState } from '../ui/EmptyState';
import { formatMoment } from '../ui/format';
import { IconOf } from '../ui/IconOf';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { type Change, changesOf } from './changes';
import grid from './grid.module.css';
import type { WalkReport } from './props';
import css from './walk.module.css';

/** What is otherwise than when this page was walked the last time? */
export function ChangesView(props: { readonly report: WalkReport }): JSX.Element {
  const t = useTranslate();
  const changes = createMemo(() => changesOf(props.report, t));
  return (
    <Show
      when={props.report.last}
      fallback={
        <EmptyState
          kind="noLast"
          icon={Clock}
          title={t('ui.audit.walk.changes.noLast.title')}
          sentence={t('ui.audit.walk.changes.noLast.sentence')}
          next={{ words: t('ui.audit.walk.changes.noLast.next') }}
        />
      }
    >
      {(last) => (
        <div class={css.view}>
          <p class={css.lead} role="status">
            {t('ui.audit.walk.changes.lead', [changes().length, formatMoment(last().endedAt)])}
          </p>
          <div class={css.rest}>
            <Table<Change>
              label={t('ui.audit.walk.changes.label')}
              columns={columnsOf(t)}
              rows={changes()}
              idOf={({ id }) => id}
              rowHeight={22}
              testId="walk-changes"
            >
              <EmptyState
                kind="same"
                icon={Equal}
                title={t('ui.audit.walk.changes.same.title')}
                sentence={t('ui.audit.walk.changes.same.sentence')}
                next={{ words: '' }}
              />
            </Table>
          </div>
        </div>
      )}
    </Show>
  );
}

const FACES = {
  worse: { icon: ArrowDownRight, tone: 'blocks' },
  better: { icon: ArrowUpRight, tone: 'clear' },
  neither: { icon: ArrowRight, tone: 'unknown' },
} as const;

const columnsOf = (t: Translate): Column<Change>[] => [
  {
    id: 'kind',
    title: t('ui.audit.walk.changes.kind'),
    width: '96px',
    cell: ({ kind, turn }) => (
      <span class={grid.mark} data-tone={FACES[turn].tone}>
        <IconOf of={FACES[turn].icon} size={13} />
        <span>{t(`ui.audit.walk.changes.${kind}`)}</span>
        <span class="visually-hidden">{t(`ui.audit.walk.changes.turn.${turn}`)}</span>
      </span>
    ),
    compare: (a, b) => a.kind.localeCompare(b.kind),
  },
  {
    id: 'of',
    title: t('ui.audit.walk.changes.of'),
    width: '68px',
    hideUnder: 480,
    cell: ({ of }) => t(`ui.audit.walk.changes.${of}`),
    compare: (a, b) => a.of.localeCompare(b.of),
  },
  {
    id: 'what',
    title: t('ui.audit.walk.changes.what'),
    width: 'minmax(120px, 1fr)',
    tip: ({ what }) => what,
    cell: ({ what }) => what,
    compare: (a, b) => a.what.localeCompare(b.what),
  },
  {
    id: 'before',
    title: t('ui.audit.walk.changes.before'),
    width: 'minmax(64px, 0.3fr)',
    hideUnder: 360,
    tip: ({ before }) => before,
    cell: ({ before }) => before,
  },
  {
    id: 'now',
    title: t('ui.audit.walk.changes.now'),
    width: 'minmax(64px, 0.3fr)',
    tip: ({ now }) => now,
    cell: ({ now }) => now,
  },
];
