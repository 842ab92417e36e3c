import { createResource, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Section } from '../../lib/protocol/zones';
import { Dialog } from '../ui/Dialog';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import css from './section-list.module.css';

interface SectionListProps {
  /** Null: the page did not answer. */
  readonly onSections: () => Promise<readonly Section[] | null>;
  /** Numbers of those that are picked already. */
  readonly picked: readonly number[];
  readonly onPick: (ref: number) => void;
  readonly onHighlight: (ref: number | null) => void;
  readonly onClose: () => void;
}

/** The sections of the page in its order, for whoever picks one by keyboard. */
export function SectionList(props: SectionListProps): JSX.Element {
  const t = useTranslate();
  const [sections] = createResource(() => props.onSections());
  const rows = () => sections()?.filter(({ ref }) => !props.picked.includes(ref)) ?? [];
  return (
    <Dialog open title={t('ui.heat.zones.listTitle')} onClose={() => props.onClose()}>
      <div class={css.list}>
        <Table
          label={t('ui.heat.zones.listTable')}
          columns={columns(t)}
          rows={rows()}
          idOf={({ ref }) => ref}
          rowHeight={28}
          headHidden
          onHover={(row) => props.onHighlight(row?.ref ?? null)}
          onClick={({ ref }) => props.onPick(ref)}
          onOpen={({ ref }) => props.onPick(ref)}
          testId="zone-sections"
        >
          <Show when={!sections.loading}>
            <p class={css.none}>
              {t(sections() === null ? 'ui.heat.zones.listFailed' : 'ui.heat.zones.listNone')}
            </p>
          </Show>
        </Table>
      </div>
    </Dialog>
  );
}

const columns = (t: Translate): Column<Section>[] => [
  {
    id: 'section',
    title: t('ui.heat.zones.section'),
    width: 'minmax(0, 1fr)',
    tip: ({ label, role }) => (label === '' ? role : label),
    cell: ({ label, role, depth }) => (
      <span style={{ 'padding-inline-start': `${Math.min(depth, DEEPEST) * 14}px` }}>
        {label === '' ? role : label}
      </span>
    ),
  },
  {
    id: 'role',
    title: t('ui.heat.zones.role'),
    width: '90px',
    cell: ({ role }) => <span class={css.role}>{role}</span>,
  },
];

/** Deeper ones stand no further in, so that there is room for their names. */
const DEEPEST = 5;
