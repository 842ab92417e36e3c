import FileSearch from 'lucide-solid/icons/file-search';
import FolderOpen from 'lucide-solid/icons/folder-open';
import { createSignal, type JSX, Show } from 'solid-js';
import { RECORDING_NAME } from '../../../lib/wire/autopsy/files';
import type { NamedFile } from '../../../lib/wire/autopsy/progress';
import { Button } from '../../ui/Button';
import { IconOf } from '../../ui/IconOf';
import { useTranslate } from '../../ui/translate';
import css from './autopsy.module.css';
import { type Dropped, readDropped } from './dropped-files';

/** Files and folders, chosen or dropped. What is chosen by name is read whatever it is called. */
export function ChooseRecordings(props: {
  onRead: (files: readonly NamedFile[]) => void;
}): JSX.Element {
  const t = useTranslate();
  const [over, setOver] = createSignal(false);
  const [nothing, setNothing] = createSignal(false);
  let files: HTMLInputElement | undefined;
  let folder: HTMLInputElement | undefined;

  const take = ({ named, inFolders }: Dropped): void => {
    const all = [...named, ...inFolders.filter(({ name }) => RECORDING_NAME.test(name))];
    setNothing(all.length === 0);
    if (all.length > 0) props.onRead(all);
  };
  const chosen = (field: HTMLInputElement, isFolder: boolean): void => {
    const list = [...(field.files ?? [])].map((file) => ({
      name: file.webkitRelativePath || file.name,
      file,
    }));
    field.value = '';
    take(isFolder ? { named: [], inFolders: list } : { named: list, inFolders: [] });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons are the first
    <section
      class={css.drop}
      data-over={over() || undefined}
      data-testid="autopsy-drop"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void readDropped(event.dataTransfer).then(take);
      }}
    >
      <IconOf of={FileSearch} size={26} />
      <h2>{t(over() ? 'ui.workspace.autopsy.held' : 'ui.workspace.autopsy.dropTitle')}</h2>
      <p>{t('ui.workspace.autopsy.drop')}</p>
      <div class={css.actions}>
        <Button kind="primary" icon={FileSearch} onClick={() => files?.click()}>
          {t('ui.workspace.autopsy.files')}
        </Button>
        <Button icon={FolderOpen} onClick={() => folder?.click()}>
          {t('ui.workspace.autopsy.folder')}
        </Button>
      </div>
      <input
        ref={files}
        class="visually-hidden"
        type="file"
        multiple
        tabindex="-1"
        aria-label={t('ui.workspace.autopsy.files')}
        data-testid="autopsy-files"
        onChange={(event) => chosen(event.currentTarget, false)}
      />
      <input
        ref={(field) => {
          folder = field;
          field.webkitdirectory = true;
        }}
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-label={t('ui.workspace.autopsy.folder')}
        data-testid="autopsy-folder"
        onChange={(event) => chosen(event.currentTarget, true)}
      />
      <div role="alert">
        <Show when={nothing()}>
          <p class={css.nothing}>
            <strong>{t('ui.workspace.autopsy.nothingTitle')}</strong>{' '}
            {t('ui.workspace.autopsy.nothing')}
          </p>
        </Show>
      </div>
    </section>
  );
}
