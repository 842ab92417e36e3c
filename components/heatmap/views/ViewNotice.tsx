import BookmarkCheck from 'lucide-solid/icons/bookmark-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { For, type JSX, Show } from 'solid-js';
import { Button, IconButton } from '../../ui/Button';
import { Strip } from '../../ui/Strip';
import { Text, useTranslate } from '../../ui/translate';
import type { NoticeProps } from './props';
import css from './views.module.css';

/** That a view was opened, what of it is not so, and the way back. */
export function ViewNotice(props: NoticeProps): JSX.Element {
  const t = useTranslate();
  const isWhole = () => props.notice.refused === null && props.notice.missing.length === 0;
  const title = () =>
    props.notice.from === 'link'
      ? t('ui.heat.views.restored')
      : t('ui.heat.views.opened', [props.notice.name]);
  return (
    <Strip
      tone={isWhole() ? 'ours' : 'person'}
      icon={isWhole() ? BookmarkCheck : TriangleAlert}
      testId="view-notice"
      actions={
        <>
          <Show when={props.notice.before !== null}>
            <Button kind="quiet" onClick={() => props.onUndo()}>
              {t('ui.common.undo')}
            </Button>
          </Show>
          <IconButton icon={X} label={t('ui.common.close')} onClick={() => props.onDismiss()} />
        </>
      }
    >
      <Show when={props.notice.refused} fallback={title()}>
        {(refused) => <Text of={refused()} />}
      </Show>
      <For each={props.notice.missing}>
        {(missing) => (
          <span class={css.missing}>
            <Text of={missing} />
          </span>
        )}
      </For>
    </Strip>
  );
}
