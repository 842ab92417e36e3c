import Check from 'lucide-solid/icons/check';
import Copy from 'lucide-solid/icons/copy';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Button, IconButton } from './Button';
import { useTranslate } from './translate';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for its name: "Copy the fix". */
  readonly label: string;
  /** Shown as a word, not as an icon alone. */
  readonly worded?: boolean | undefined;
}

const SAID_FOR = 2_000;

export function CopyButton(props: CopyButtonProps): JSX.Element {
  const t = useTranslate();
  const [said, setSaid] = createSignal<'copied' | 'refused' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const copy = async (): Promise<void> => {
    setSaid((await writeText(props.text)) ? 'copied' : 'refused');
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(null), SAID_FOR);
  };
  const word = () => {
    if (said() === 'copied') return t('ui.common.copied');
    if (said() === 'refused') return t('ui.common.copyRefused');
    return props.label;
  };
  const icon = () => (said() === 'copied' ? Check : Copy);
  return (
    <>
      <Show
        when={props.worded}
        fallback={<IconButton icon={icon()} label={word()} onClick={() => void copy()} />}
      >
        <Button icon={icon()} onClick={() => void copy()}>
          {word()}
        </Button>
      </Show>
      <span class="visually-hidden" role="status">
        {said() === null ? '' : word()}
      </span>
    </>
  );
}

/** DevTools panels may not use the clipboard's promise API, so the old command stands in for it. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
