import * as Kobalte from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import type { JSX, ParentProps } from 'solid-js';
import { For } from 'solid-js';
import { Button, IconButton } from './Button';
import css from './dialog.module.css';
import { useTranslate } from './translate';

interface DialogProps extends ParentProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** For two columns, where there is room. */
  readonly wide?: boolean | undefined;
}

export function Dialog(props: DialogProps): JSX.Element {
  const t = useTranslate();
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={css.overlay} />
        <div class={css.place}>
          <Kobalte.Content class={css.dialog} data-wide={props.wide === true || undefined}>
            <div class={css.head}>
              <Kobalte.Title class={css.title}>{props.title}</Kobalte.Title>
              <IconButton icon={X} label={t('ui.common.close')} onClick={() => props.onClose()} />
            </div>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

interface LossDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Exactly what will be lost, for what cannot be undone. */
  readonly losses: readonly string[];
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** For what cannot be undone alone: it lists what will be lost. Everything else offers an undo. */
export function LossDialog(props: LossDialogProps): JSX.Element {
  const t = useTranslate();
  return (
    <Dialog open={props.open} title={props.title} onClose={() => props.onClose()}>
      <ul class={css.losses}>
        <For each={props.losses}>{(loss) => <li>{loss}</li>}</For>
      </ul>
      <div class={css.buttons}>
        <Button onClick={() => props.onClose()}>{t('ui.common.keep')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            props.onConfirm();
            props.onClose();
          }}
        >
          {props.verb}
        </Button>
      </div>
    </Dialog>
  );
}

interface KeysDialogProps extends ParentProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}

export function KeysDialog(props: KeysDialogProps): JSX.Element {
  const t = useTranslate();
  return (
    <Dialog open={props.open} title={t('ui.common.keys.title')} onClose={() => props.onClose()}>
      <dl class={css.keys}>
        <For each={props.keys}>
          {({ key, does }) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          )}
        </For>
      </dl>
      {props.children}
    </Dialog>
  );
}
