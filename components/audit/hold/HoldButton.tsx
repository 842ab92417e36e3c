import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import { createSignal, type JSX, Show } from 'solid-js';
import { Button } from '../../ui/Button';
import { useTranslate } from '../../ui/translate';
import { HoldDialog } from './HoldDialog';
import type { HoldProps } from './props';

/** Whether recorders are held on this site, and the way to change it. */
export function HoldButton(props: HoldProps): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = createSignal(false);
  const status = () => (props.hold?.status === 'unavailable' ? null : (props.hold?.status ?? null));
  return (
    <Show when={status()}>
      {(known) => (
        <>
          <Button
            icon={known() === 'on' ? Lock : LockOpen}
            title={t('ui.audit.hold.actionHint')}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
            data-testid="hold"
          >
            {t(`ui.audit.hold.action.${known()}`)}
          </Button>
          <HoldDialog {...props} open={open()} onClose={() => setOpen(false)} />
        </>
      )}
    </Show>
  );
}
