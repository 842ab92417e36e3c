import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { SavedView } from '../../../lib/protocol/views';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { shortUrl } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './views.module.css';

interface ViewRowProps {
  readonly view: SavedView;
  readonly onOpen: () => void;
  /** False: it kept its name, and why is said elsewhere. */
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** A saved view: pressed, it is opened; it can get another name, and go. */
export function ViewRow(props: ViewRowProps): JSX.Element {
  const t = useTranslate();
  const [name, setName] = createSignal<string | null>(null);
  const rename = async (): Promise<void> => {
    const wanted = name()?.trim() ?? '';
    if (wanted === '') return;
    if (wanted === props.view.name || (await props.onRename(wanted))) setName(null);
  };
  return (
    <li class={css.row}>
      <Show
        when={name() !== null}
        fallback={
          <>
            <button type="button" class={css.open} onClick={() => props.onOpen()}>
              <span class={css.name}>{props.view.name}</span>
              <span class={css.help}>{wordsOf(props.view, t)}</span>
            </button>
            <IconButton
              icon={Pencil}
              label={t('ui.heat.views.rename', [props.view.name])}
              onClick={() => setName(props.view.name)}
            />
            <IconButton
              icon={Trash}
              label={t('ui.heat.views.remove', [props.view.name])}
              onClick={() => props.onRemove()}
            />
          </>
        }
      >
        <form
          class={css.rename}
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <Field
            label={t('ui.heat.views.newName')}
            value={name() ?? ''}
            onChange={setName}
            required
            testId="view-new-name"
          />
          <div class={css.buttons}>
            <Button type="submit">{t('ui.heat.views.renameIt')}</Button>
            <Button kind="quiet" onClick={() => setName(null)}>
              {t('ui.common.cancel')}
            </Button>
          </div>
        </form>
      </Show>
    </li>
  );
}

/** What is looked at, of how many days, and on which pages it is listed. */
function wordsOf({ view, pages }: SavedView, t: Translate): string {
  return [
    t(view.by === 'element' ? `ui.heat.map.${view.map}ByElement` : `ui.heat.map.${view.map}`),
    t('ui.heat.period.days', [view.days]),
    pages === null ? t('ui.heat.views.all') : shortUrl(pages),
  ].join(' · ');
}
