import CircleAlert from 'lucide-solid/icons/circle-alert';
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import '../ui/tokens.css';
import { KeysDialog } from '../ui/Dialog';
import { usePanelKeys } from '../ui/keys';
import { useLook } from '../ui/look';
import { Text, useTranslate } from '../ui/translate';
import { Controls } from './Controls';
import { Compare } from './compare/Compare';
import { ComparedElements } from './compare/ComparedElements';
import { CompareResult } from './compare/CompareResult';
import { DropTarget } from './DropTarget';
import { Elements } from './Elements';
import { Footer } from './Footer';
import { HeatEmpty } from './HeatEmpty';
import { PageHeader } from './PageHeader';
import { Provenance } from './Provenance';
import type { SidePanelProps } from './props';
import { Quiet } from './Quiet';
import { Reach } from './Reach';
import css from './side-panel.module.css';
import { emptyKind } from './why-empty';

export type { SidePanelProps } from './props';

/** Where do people click, and how sure are we? */
export function SidePanel(props: SidePanelProps): JSX.Element {
  const t = useTranslate();
  useLook('inspector', () => 'system');
  const [keysOpen, setKeysOpen] = createSignal(false);
  const empty = createMemo(() => emptyKind(props.state));
  const isWorking = () => props.busy || props.state?.status === 'loading';
  /** Only while something is compared: what was found before is of no use then. */
  const comparison = () =>
    (props.state?.settings.compare ?? null) === null ? null : props.comparison;
  let filter: HTMLInputElement | undefined;
  const setFilterField = (input: HTMLInputElement): void => {
    filter = input;
  };
  usePanelKeys({
    onFilter: () => filter?.focus(),
    onHelp: () => setKeysOpen(true),
  });

  return (
    <DropTarget onFile={(file) => props.onOpenFile(file)}>
      <div class={css.panel}>
        <div class={css.progress} data-working={isWorking() || undefined} />
        <PageHeader {...props} />
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
              onSettings={props.onSettings}
              onOpenFile={props.onOpenFile}
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
              <>
                <Compare
                  state={state()}
                  onSettings={props.onSettings}
                  onOpenPictures={props.onOpenPictures}
                />
                <Show when={comparison()} fallback={<Provenance state={state()} />}>
                  {(now) => <CompareResult state={state()} comparison={now()} />}
                </Show>
                <Switch
                  fallback={
                    <Elements
                      state={state()}
                      onHighlight={props.onHighlight}
                      onScrollTo={props.onScrollTo}
                      onKeys={() => setKeysOpen(true)}
                      filterRef={setFilterField}
                    />
                  }
                >
                  <Match when={state().summary?.bands}>
                    {(bands) => <Reach bands={bands()} />}
                  </Match>
                  <Match when={comparison()?.status === 'shown' && comparison()}>
                    {(now) => (
                      <ComparedElements
                        comparison={now()}
                        palette={state().settings.compare?.palette ?? 'vik'}
                        onHighlight={props.onHighlight}
                        onScrollTo={props.onScrollTo}
                        filterRef={setFilterField}
                      />
                    )}
                  </Match>
                </Switch>
                <Footer
                  state={state()}
                  snapshot={props.snapshot}
                  onSavePng={props.onSavePng}
                  onExportCsv={props.onExportCsv}
                />
              </>
            )}
          </Show>
        </main>
        <Show when={empty() !== 'locked'}>
          <Quiet quiet={props.quiet} onQuiet={props.onQuiet} />
        </Show>
        <KeysDialog
          open={keysOpen()}
          onClose={() => setKeysOpen(false)}
          keys={[
            { key: '↑ ↓', does: t('ui.heat.keys.move') },
            { key: 'Enter', does: t('ui.heat.keys.open') },
            { key: 'Home / End', does: t('ui.common.keys.ends') },
            { key: '/', does: t('ui.common.keys.filter') },
            { key: 'Alt+Shift', does: t('ui.heat.keys.seeThrough') },
            { key: 'Alt+Shift+H', does: t('ui.heat.keys.toggle') },
            { key: '?', does: t('ui.common.keys.help') },
          ]}
        />
      </div>
    </DropTarget>
  );
}
