import X from 'lucide-solid/icons/x';
import {
  createContext,
  createSignal,
  type JSX,
  onCleanup,
  type ParentProps,
  Show,
  useContext,
} from 'solid-js';
import { Button, IconButton } from './Button';
import css from './toast.module.css';
import { useTranslate } from './translate';

interface Said {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

type Tell = (said: Said) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** How long an offer to undo stands; it waits while it is pointed at or focused. */
const STANDS_FOR = 8_000;

/** Says what was done, with a way back. One at a time: the latest is the one that matters. */
export function ToastProvider(props: ParentProps): JSX.Element {
  const t = useTranslate();
  const [said, setSaid] = createSignal<Said | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(() => setSaid(null), STANDS_FOR);
  };
  onCleanup(hold);
  const tell: Tell = (next) => {
    setSaid(next);
    release();
  };
  return (
    <ToastContext.Provider value={tell}>
      {props.children}
      <div class={css.place} role="status">
        <Show when={said()}>
          {(toast) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: pointing only stops its clock
            <div
              class={css.toast}
              onMouseEnter={hold}
              onMouseLeave={release}
              onFocusIn={hold}
              onFocusOut={release}
            >
              <span class={css.text}>{toast().text}</span>
              <Show when={toast().undo}>
                {(undo) => (
                  <Button
                    kind="quiet"
                    onClick={() => {
                      undo()();
                      setSaid(null);
                    }}
                  >
                    {t('ui.common.undo')}
                  </Button>
                )}
              </Show>
              <IconButton icon={X} label={t('ui.common.close')} onClick={() => setSaid(null)} />
            </div>
          )}
        </Show>
      </div>
    </ToastContext.Provider>
  );
}

export const useToast = (): Tell => useContext(ToastContext);
