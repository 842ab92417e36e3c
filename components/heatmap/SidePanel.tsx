import CircleAlert from 'lucide-solid/icons/circle-alert';
import { createEffect, createMemo, createSignal, type JSX, Show } from 'solid-js';
import '../ui/tokens.css';
import { usePanelKeys } from '../ui/keys';
import { useLook } from '../ui/look';
import { Text } from '../ui/translate';
import { Controls } from './Controls';
import { DropTarget } from './DropTarget';
import { HeatEmpty } from './HeatEmpty';
import { HeatShown } from './HeatShown';
import { HelpDialog } from './HelpDialog';
import { PageHeader } from './PageHeader';
import type { SidePanelProps } from './props';
import { Quiet } from './Quiet';
import css from './side-panel.module.css';
import { Tour } from './tour/Tour';
import { ViewNotice } from './views/ViewNotice';
import { ViewsDialog } from './views/ViewsDialog';
import { emptyKind } from './why-empty';

export type { SidePanelProps } from './props';

/** Where do people click, and how sure are we? */
export function SidePanel(props: SidePanelProps): JSX.Element {
  useLook('inspector', () => 'system');
  const [keysOpen, setKeysOpen] = createSignal(false);
  const [viewsOpen, setViewsOpen] = createSignal(false);
  const [tourOpen, setTourOpen] = createSignal(false);
  const empty = createMemo(() => emptyKind(props.state));
  const isWorking = () => props.busy || props.state?.status === 'loading';
  createEffect(() => {
    if (!props.tour?.first) return;
    setTourOpen(true);
    // Shown is seen: it never comes twice by itself.
    props.tour.onSeen();
  });
  let filter: HTMLInputElement | undefined;
  usePanelKeys({
    onFilter: () => filter?.focus(),
    onHelp: () => setKeysOpen(true),
  });

  return (
    <DropTarget onFile={(file) => props.onOpenFile(file)}>
      <div class={css.panel}>
        <div class={css.progress} data-working={isWorking() || undefined} />
        <PageHeader
          {...props}
          onViews={props.views && (() => setViewsOpen(true))}
          onHelp={() => setKeysOpen(true)}
        />
        <Show when={tourOpen() && empty() !== 'locked' && props.state}>
          {(state) => (
            <Tour
              state={state()}
              onSettings={(part) => props.onSettings(part)}
              onAddSource={() => (props.onAddSource ?? props.onOpenWorkspace)()}
              onClose={() => setTourOpen(false)}
            />
          )}
        </Show>
        <Show when={props.views && props.notice}>
          {(notice) => (
            <ViewNotice
              notice={notice()}
              onUndo={() => props.views?.onUndo()}
              onDismiss={() => props.views?.onDismiss()}
            />
          )}
        </Show>
        <Show when={props.error}>
          {(error) => (
            <p class={css.error} role="alert" data-testid="heat-error">
              <CircleAlert size={14} aria-hidden="true" />
              <span>
                <Text of={error()} />
              </span>
            </p>
          )}
        </Show>
        <Show when={empty() !== 'locked' && empty() !== 'off' && props.state}>
          {(state) => (
            <Controls
              state={state()}
              comparison={props.comparison}
              onSettings={props.onSettings}
              onOpenFile={props.onOpenFile}
              pages={props.pages}
              drawing={empty() === null}
            />
          )}
        </Show>
        <main class={css.main}>
          <Show
            when={empty() === null && props.state}
            fallback={<HeatEmpty {...props} kind={empty() ?? 'loading'} />}
          >
            {(state) => (
              <HeatShown
                {...props}
                state={state()}
                onKeys={() => setKeysOpen(true)}
                filterRef={(input) => {
                  filter = input;
                }}
              />
            )}
          </Show>
        </main>
        <Show when={empty() !== 'locked'}>
          <Quiet quiet={props.quiet} onQuiet={props.onQuiet} />
        </Show>
        <HelpDialog
          open={keysOpen()}
          onClose={() => setKeysOpen(false)}
          onTour={() => setTourOpen(true)}
        />
        <Show when={props.views}>
          {(views) => (
            <ViewsDialog {...views()} open={viewsOpen()} onClose={() => setViewsOpen(false)} />
          )}
        </Show>
      </div>
    </DropTarget>
  );
}
