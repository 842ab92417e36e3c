import Camera from 'lucide-solid/icons/camera';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import Database from 'lucide-solid/icons/database';
import FileSearch from 'lucide-solid/icons/file-search';
import Info from 'lucide-solid/icons/info';
import Landmark from 'lucide-solid/icons/landmark';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { IconOf } from '../ui/IconOf';
import '../ui/tokens.css';
import { useLook } from '../ui/look';
import { ToastProvider } from '../ui/Toast';
import { Text, useTranslate } from '../ui/translate';
import { About } from './About';
import { Autopsy } from './autopsy/Autopsy';
import { Clearances } from './Clearances';
import { PolicyView } from './PolicyView';
import type { WorkspaceProps } from './props';
import { Snapshots } from './Snapshots';
import { Sources } from './Sources';
import css from './workspace.module.css';

export type { SourceEntry, TestOutcome, WorkspaceProps } from './props';

const PLACES = [
  { id: 'sources', icon: Database },
  { id: 'snapshots', icon: Camera },
  { id: 'clearances', icon: ShieldCheck },
  { id: 'autopsy', icon: FileSearch },
  { id: 'policy', icon: Landmark },
  { id: 'about', icon: Info },
] as const;

type Place = (typeof PLACES)[number]['id'];

/** The calm page: where data comes from, what of it was saved, what was cleared, what recordings hold, and what the organisation set. */
export function Workspace(props: WorkspaceProps): JSX.Element {
  const t = useTranslate();
  useLook('page', () => 'system');
  const [place, setPlace] = createSignal<Place>('sources');
  return (
    <ToastProvider>
      <div class={css.workspace}>
        <nav class={css.rail} aria-label={t('ui.workspace.rail')}>
          <p class={css.name}>{t('extension.name')}</p>
          <ul>
            <For each={PLACES}>
              {({ id, icon }) => (
                <li>
                  <button
                    type="button"
                    class={css.place}
                    data-testid={`place-${id}`}
                    aria-current={place() === id ? 'page' : undefined}
                    onClick={() => setPlace(id)}
                  >
                    <IconOf of={icon} size={16} />
                    <span>{t(`ui.workspace.place.${id}`)}</span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </nav>
        <main class={css.main}>
          <Show when={props.error}>
            {(error) => (
              <p class={css.error} role="alert">
                <CircleAlert size={16} aria-hidden="true" />
                <span>
                  <Text of={error()} />
                </span>
              </p>
            )}
          </Show>
          <Switch>
            <Match when={place() === 'sources'}>
              <Sources {...props} />
            </Match>
            <Match when={place() === 'snapshots'}>
              <Snapshots {...props.snapshots} />
            </Match>
            <Match when={place() === 'clearances'}>
              <Clearances clearances={props.clearances} onRevoke={props.onRevoke} />
            </Match>
            <Match when={place() === 'autopsy'}>
              <Autopsy {...props.autopsy} />
            </Match>
            <Match when={place() === 'policy'}>
              <PolicyView policy={props.policy} />
            </Match>
            <Match when={place() === 'about'}>
              <About />
            </Match>
          </Switch>
        </main>
      </div>
    </ToastProvider>
  );
}
