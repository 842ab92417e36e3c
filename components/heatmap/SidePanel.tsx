import CircleAlert from 'lucide-solid/icons/circle-alert';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import '../ui/tokens.css';
import { KeysDialog } from '../ui/Dialog';
import { usePanelKeys } from '../ui/keys';
import { useLook } from '../ui/look';
import { Text, useTranslate } from '../ui/translate';
import { Controls } from './Controls';
import { DropTarget } from './DropTarget';
import { Elements } from './Elements';
import { Footer } from './Footer';
import { HeatEmpty } from './HeatEmpty';
import { Measures } from './measures/Measures';
import { NoiseDifference } from './NoiseDifference';
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
  let filter: HTMLInputElement | undefined;
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
                <Provenance state={state()} />
                <Show when={props.measures}>
                  {(measures) => <Measures {...measures()} heat={state()} />}
                </Show>
                <Show when={props.onTakenAway}>
                  {(ask) => (
                    <NoiseDifference
                      state={state()}
                      onAsk={ask()}
                      onHighlight={props.onHighlight}
                      onScrollTo={props.onScrollTo}
                    />
                  )}
                </Show>
                <Show
                  when={state().summary?.bands}
                  fallback={
                    <Elements
                      state={state()}
                      measures={props.measures?.state ?? null}
                      onHighlight={props.onHighlight}
                      onScrollTo={props.onScrollTo}
                      onKeys={() => setKeysOpen(true)}
                      filterRef={(input) => {
                        filter = input;
                      }}
                    />
                  }
                >
                  {(bands) => <Reach bands={bands()} />}
                </Show>
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
