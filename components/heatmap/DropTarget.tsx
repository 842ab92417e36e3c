import FileDown from 'lucide-solid/icons/file-down';
import { createSignal, type JSX, type ParentProps, Show } from 'solid-js';
import { useTranslate } from '../ui/translate';
import css from './side-panel.module.css';

/** Takes a file that is dropped anywhere on the panel, and says so while it is held above. */
export function DropTarget(props: ParentProps<{ onFile: (file: File) => void }>): JSX.Element {
  const t = useTranslate();
  const [over, setOver] = createSignal(false);
  const hold = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const leave = (event: DragEvent & { currentTarget: Element }): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
  };
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    event.preventDefault();
    setOver(false);
    if (file !== undefined) props.onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file button is the first
    <div
      class={css.drop}
      data-testid="heat-drop"
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={leave}
      onDrop={drop}
    >
      {props.children}
      <Show when={over()}>
        <div class={css.over} data-testid="heat-drop-over">
          <FileDown size={28} aria-hidden="true" />
          <strong>{t('ui.heat.drop.title')}</strong>
          <span>{t('ui.heat.drop.sentence')}</span>
        </div>
      </Show>
    </div>
  );
}
