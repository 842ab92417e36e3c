import FileUp from 'lucide-solid/icons/file-up';
import type { JSX } from 'solid-js';
import { useTranslate } from '../ui/translate';
import css from './controls.module.css';

/** The browser's own file field under a button's face, so that keys and screen readers know it. */
export function OpenFile(props: { onFile: (file: File) => void }): JSX.Element {
  const t = useTranslate();
  return (
    <label class={css.file} title={t('ui.heat.openFileHint')}>
      <FileUp size={14} aria-hidden="true" />
      <span>{t('ui.heat.openFile')}</span>
      <input
        class="visually-hidden"
        type="file"
        accept=".json,application/json,.csv,text/csv"
        data-testid="heat-file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) props.onFile(file);
          // The same file may be opened again after it was mended.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
