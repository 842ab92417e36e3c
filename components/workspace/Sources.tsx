import Database from 'lucide-solid/icons/database';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { Button } from '../ui/Button';
import { ById } from '../ui/ById';
import { EmptyState } from '../ui/EmptyState';
import { useTranslate } from '../ui/translate';
import type { SourceEntry, WorkspaceProps } from './props';
import { ShareSources } from './ShareSources';
import { SourceCard } from './SourceCard';
import { SourceForm } from './SourceForm';
import css from './workspace.module.css';

/** Where heat comes from. One form at a time: a new source, or one that is being changed. */
export function Sources(props: WorkspaceProps): JSX.Element {
  const t = useTranslate();
  const [editing, setEditing] = createSignal<SourceEntry | 'new' | null>(
    props.adding ? 'new' : null,
  );
  const ownSourcesOff = () => props.policy?.featuresOff?.includes('own-sources') === true;
  const edited = () => {
    const entry = editing();
    return entry === 'new' ? null : entry;
  };
  return (
    <>
      <header class={css.head}>
        <div>
          <h1>{t('ui.workspace.sources.title')}</h1>
          <p class={css.lead}>{t('ui.workspace.sources.lead')}</p>
        </div>
        <Show when={editing() === null && (props.sources?.length ?? 0) > 0 && !ownSourcesOff()}>
          <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
            {t('ui.workspace.sources.add')}
          </Button>
        </Show>
      </header>
      <Switch>
        <Match when={editing() !== null && !ownSourcesOff()}>
          <SourceForm
            entry={edited()}
            onSave={props.onSave}
            onDone={() => setEditing(null)}
            onCancel={() => setEditing(null)}
          />
        </Match>
        <Match when={props.sources === null}>
          <p class={css.lead} role="status">
            {t('ui.workspace.reading')}
          </p>
        </Match>
        <Match when={props.sources?.length === 0}>
          <EmptyState
            kind="noSource"
            icon={Database}
            title={t('ui.workspace.sources.noneTitle')}
            sentence={t(
              ownSourcesOff() ? 'ui.workspace.sources.noneLocked' : 'ui.workspace.sources.none',
            )}
            next={
              ownSourcesOff()
                ? { words: t('ui.workspace.sources.askAdministrator') }
                : {
                    label: t('ui.workspace.sources.add'),
                    icon: Plus,
                    onPress: () => setEditing('new'),
                  }
            }
          />
        </Match>
        <Match when={true}>
          <ul class={css.cards}>
            <ById each={props.sources ?? []} idOf={({ config }) => config.id}>
              {(entry) => (
                <li>
                  <SourceCard {...props} entry={entry()} onEdit={() => setEditing(entry())} />
                </li>
              )}
            </ById>
          </ul>
        </Match>
      </Switch>
      <Show when={editing() === null && props.sources !== null}>
        <ShareSources
          canExport={(props.sources?.length ?? 0) > 0}
          canImport={!ownSourcesOff()}
          onExport={props.onExport}
          onImport={props.onImport}
        />
      </Show>
    </>
  );
}
