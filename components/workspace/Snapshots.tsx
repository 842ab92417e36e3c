import Camera from 'lucide-solid/icons/camera';
import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Snapshot } from '../../lib/protocol/snapshots';
import { EmptyState } from '../ui/EmptyState';
import { usePanelKeys } from '../ui/keys';
import { SearchField } from '../ui/SearchField';
import { Table } from '../ui/Table';
import { useToast } from '../ui/Toast';
import { useTranslate } from '../ui/translate';
import type { SnapshotsProps } from './props';
import { SnapshotDetail } from './SnapshotDetail';
import { StorageBar } from './StorageBar';
import { snapshotColumns } from './snapshot-columns';
import css from './snapshots.module.css';
import page from './workspace.module.css';

/** Maps that people have saved: which, of what, and what they take. */
export function Snapshots(props: SnapshotsProps): JSX.Element {
  const t = useTranslate();
  const tell = useToast();
  const [sought, setSought] = createSignal('');
  const [selected, setSelected] = createSignal<string | null>(null);
  const all = () => props.list?.snapshots ?? [];
  const rows = createMemo(() => {
    const words = sought().trim().toLowerCase();
    return all().filter(({ name, provenance }) =>
      [name, provenance.page, provenance.sourceName].some((text) =>
        text.toLowerCase().includes(words),
      ),
    );
  });
  let search: HTMLInputElement | undefined;
  usePanelKeys({ onFilter: () => search?.focus(), onHelp: () => undefined });
  const chosen = () => rows().find(({ id }) => id === selected()) ?? rows()[0] ?? null;
  const remove = ({ id, name }: Snapshot): void => {
    props.onRemove(id);
    tell({ text: t('ui.workspace.snapshots.removed', [name]), undo: () => props.onRestore(id) });
  };
  return (
    <>
      <header class={page.head}>
        <div>
          <h1>{t('ui.workspace.snapshots.title')}</h1>
          <p class={page.lead}>{t('ui.workspace.snapshots.lead')}</p>
        </div>
      </header>
      <Switch>
        <Match when={props.list === null}>
          <p class={page.lead} role="status">
            {t('ui.workspace.reading')}
          </p>
        </Match>
        <Match when={all().length === 0}>
          <EmptyState
            kind="noData"
            icon={Camera}
            title={t('ui.workspace.snapshots.noneTitle')}
            sentence={t('ui.workspace.snapshots.none')}
            next={{ words: t('ui.workspace.snapshots.noneNext') }}
          />
        </Match>
        <Match when={props.list}>
          {(list) => (
            <>
              <StorageBar list={list()} />
              <div class={css.bar}>
                <SearchField
                  label={t('ui.workspace.snapshots.search')}
                  value={sought()}
                  onChange={setSought}
                  ref={(input) => {
                    search = input;
                  }}
                  testId="snapshot-search"
                />
              </div>
              <div class={css.table} style={{ height: `${tableHeight(rows().length)}px` }}>
                <Table<Snapshot>
                  label={t('ui.workspace.snapshots.title')}
                  columns={snapshotColumns(t)}
                  rows={rows()}
                  idOf={({ id }) => id}
                  rowHeight={ROW}
                  selected={chosen()?.id ?? null}
                  onSelect={({ id }) => setSelected(id)}
                  testId="snapshot-table"
                >
                  <EmptyState
                    kind="filteredOut"
                    icon={SearchX}
                    title={t('ui.workspace.snapshots.noMatchTitle')}
                    sentence={t('ui.workspace.snapshots.noMatch')}
                    next={{ label: t('ui.common.clearFilter'), onPress: () => setSought('') }}
                  />
                </Table>
              </div>
              <Show when={chosen()?.id} keyed>
                {(id) => (
                  <SnapshotDetail
                    snapshot={all().find((each) => each.id === id) ?? null}
                    onRename={(name) => props.onRename(id, name)}
                    onExport={() => props.onExport(id)}
                    onRemove={remove}
                  />
                )}
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}

/** CSS px: comfortable to press, and a dozen in sight. */
const ROW = 32;
const MOST_IN_SIGHT = 12;
/** Room for what stands where no row does. */
const LEAST_HEIGHT = 250;

function tableHeight(rows: number): number {
  if (rows === 0) return LEAST_HEIGHT;
  return Math.min(rows, MOST_IN_SIGHT) * ROW + 26;
}
