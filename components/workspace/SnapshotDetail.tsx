import FileDown from 'lucide-solid/icons/file-down';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Snapshot } from '../../lib/protocol/snapshots';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { formatBytes, formatCalendarDay, formatCount, formatMoment } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './snapshots.module.css';

interface SnapshotDetailProps {
  readonly snapshot: Snapshot | null;
  readonly onRename: (name: string) => void;
  readonly onExport: () => void;
  readonly onRemove: (snapshot: Snapshot) => void;
}

/** One snapshot: its name, where it came from, and what can be done with it. */
export function SnapshotDetail(props: SnapshotDetailProps): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.snapshot}>
      {(snapshot) => {
        const [name, setName] = createSignal(snapshot().name);
        const isEmpty = () => name().trim() === '';
        const rename = () => {
          if (!isEmpty() && name().trim() !== snapshot().name) props.onRename(name().trim());
        };
        return (
          <section class={css.detail} aria-label={snapshot().name} data-testid="snapshot-detail">
            <form
              class={css.name}
              onSubmit={(event) => {
                event.preventDefault();
                rename();
              }}
            >
              <Field
                label={t('ui.workspace.snapshots.name')}
                value={name()}
                onChange={setName}
                onBlur={rename}
                error={isEmpty() ? t('ui.workspace.snapshots.nameEmpty') : null}
                testId="snapshot-name"
              />
            </form>
            <dl class={css.facts}>
              <For each={factsOf(snapshot(), t)}>
                {([term, fact]) => (
                  <div>
                    <dt>{term}</dt>
                    <dd>{fact}</dd>
                  </div>
                )}
              </For>
            </dl>
            <div class={css.actions}>
              <Button icon={FileDown} onClick={() => props.onExport()}>
                {t('ui.workspace.snapshots.export')}
              </Button>
              <Button kind="quiet" icon={Trash} onClick={() => props.onRemove(snapshot())}>
                {t('ui.workspace.snapshots.remove')}
              </Button>
            </div>
          </section>
        );
      }}
    </Show>
  );
}

function factsOf(snapshot: Snapshot, t: Translate): [string, string][] {
  const { provenance, band, filters, k, bytes, count, map } = snapshot;
  const { device, pattern, segment, cohorts } = filters;
  const chosen = [
    ...(device === 'all' ? [] : [t(`ui.workspace.snapshots.device.${device}`)]),
    ...(filters.withoutTestAccounts ? [t('ui.workspace.snapshots.noTestAccounts')] : []),
    ...(filters.withoutNoise ? [t('ui.workspace.snapshots.noNoise')] : []),
    ...(cohorts.length > 0 ? [t('ui.workspace.snapshots.cohorts', [cohorts.length])] : []),
    ...(segment === '' ? [] : [segment]),
    ...(pattern === null ? [] : [pattern]),
  ];
  const name = provenance.kind === 'file' ? t('ui.heat.source.file') : provenance.sourceName;
  const days = [formatCalendarDay(provenance.from), formatCalendarDay(provenance.to)];
  return [
    [t('ui.workspace.snapshots.page'), provenance.page],
    [t('ui.workspace.snapshots.map'), t(`ui.workspace.snapshots.kind.${map}`)],
    [t('ui.workspace.snapshots.source'), name],
    [t('ui.workspace.snapshots.days'), days.join(' – ')],
    [t('ui.workspace.snapshots.width'), `${band.min} – ${band.max} px`],
    ...(chosen.length > 0
      ? [[t('ui.workspace.snapshots.filters'), chosen.join(', ')] satisfies [string, string]]
      : []),
    [t('ui.workspace.snapshots.count'), formatCount(count)],
    [t('ui.workspace.snapshots.k'), formatCount(k)],
    [t('ui.workspace.snapshots.fetched'), formatMoment(provenance.fetchedAt)],
    [t('ui.workspace.snapshots.saved'), formatMoment(snapshot.savedAt)],
    [t('ui.workspace.snapshots.size'), formatBytes(bytes)],
  ];
}
