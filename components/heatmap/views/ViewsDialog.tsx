import CircleAlert from 'lucide-solid/icons/circle-alert';
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../../lib/core/message';
import type { SavedView, ViewOffer } from '../../../lib/protocol/views';
import { Button } from '../../ui/Button';
import { ById } from '../../ui/ById';
import { CopyButton } from '../../ui/CopyButton';
import { Dialog } from '../../ui/Dialog';
import { Text, useTranslate } from '../../ui/translate';
import type { Offered, ViewsProps } from './props';
import { SaveView } from './SaveView';
import { ViewRow } from './ViewRow';
import css from './views.module.css';

interface ViewsDialogProps extends ViewsProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The views that are saved for this page, saving the one that is set, and a link to it. */
export function ViewsDialog(props: ViewsDialogProps): JSX.Element {
  const t = useTranslate();
  const [offer, setOffer] = createSignal<ViewOffer | null>(null);
  const [problem, setProblem] = createSignal<Message | null>(null);
  const [removed, setRemoved] = createSignal<SavedView | null>(null);
  let list: HTMLElement | undefined;
  /** How often it was opened: what was asked for before may be of another page. */
  let opened = 0;
  /** True: it was done. */
  const take = async (asked: Promise<Offered>): Promise<boolean> => {
    const before = opened;
    const answer = await asked;
    if (before !== opened) return false;
    setProblem('refused' in answer ? answer.refused : null);
    if ('refused' in answer) return false;
    setOffer(answer);
    return true;
  };
  const read = () => take(props.onOffer());
  const change = async (asked: Promise<Offered>): Promise<boolean> => {
    const before = opened;
    const isDone = await take(asked);
    // What is listed may have been read before this was written.
    if (before !== opened && props.open) void read();
    return isDone;
  };
  const remove = async (view: SavedView): Promise<void> => {
    if (!(await change(props.onRemove(view.id)))) return;
    setRemoved(view);
    // What had the focus is gone.
    list?.focus();
  };
  const putBack = async (view: SavedView): Promise<void> => {
    if (!(await change(props.onPutBack(view)))) return;
    setRemoved(null);
    list?.focus();
  };
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        opened += 1;
        setOffer(null);
        setProblem(null);
        setRemoved(null);
        void read();
      },
    ),
  );
  return (
    <Dialog open={props.open} title={t('ui.heat.views.title')} onClose={() => props.onClose()}>
      <Show when={problem()}>
        {(said) => (
          <p class={css.problem} role="alert">
            <CircleAlert size={14} aria-hidden="true" />
            <span>
              <Text of={said()} />
            </span>
          </p>
        )}
      </Show>
      <Show when={offer()}>
        {(given) => (
          <div class={css.parts}>
            <section
              class={css.part}
              aria-label={t('ui.heat.views.saved')}
              tabindex="-1"
              ref={(element) => {
                list = element;
              }}
            >
              <Show when={given().views.length > 0} fallback={<p>{t('ui.heat.views.none')}</p>}>
                <ul class={css.list} data-testid="views">
                  <ById each={given().views} idOf={({ id }) => id}>
                    {(view) => (
                      <ViewRow
                        view={view()}
                        onOpen={() => {
                          props.onOpen(view().id);
                          props.onClose();
                        }}
                        onRename={(name) => change(props.onRename(view().id, name))}
                        onRemove={() => void remove(view())}
                      />
                    )}
                  </ById>
                </ul>
              </Show>
              <p class={css.removed} role="status">
                <Show when={removed()}>
                  {(view) => (
                    <>
                      <span>{t('ui.heat.views.removed', [view().name])}</span>
                      <Button kind="quiet" onClick={() => void putBack(view())}>
                        {t('ui.common.undo')}
                      </Button>
                    </>
                  )}
                </Show>
              </p>
            </section>
            <SaveView
              template={given().template}
              onSave={(name, where) => change(props.onSave(name, where))}
            />
            <section class={css.part}>
              <h3>{t('ui.heat.views.link')}</h3>
              <Show when={given().link} fallback={<p>{t('ui.heat.views.noLink')}</p>}>
                {(link) => (
                  <>
                    <textarea
                      class={css.address}
                      rows="4"
                      readonly
                      aria-label={t('ui.heat.views.link')}
                      value={link()}
                      onFocus={(event) => event.currentTarget.select()}
                      data-testid="view-link"
                    />
                    <div>
                      <CopyButton text={link()} label={t('ui.heat.views.copy')} worded />
                    </div>
                    <p class={css.help}>{t('ui.heat.views.linkHelp')}</p>
                  </>
                )}
              </Show>
              <For each={given().left}>
                {(left) => (
                  <p class={css.left}>
                    <Text of={left} />
                  </p>
                )}
              </For>
            </section>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
