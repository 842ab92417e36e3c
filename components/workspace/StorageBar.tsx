import { type JSX, Show } from 'solid-js';
import type { SnapshotList } from '../../lib/protocol/snapshots';
import { formatBytes, formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './snapshots.module.css';

/** What snapshots take, and how full the browser's storage is. */
export function StorageBar(props: { readonly list: SnapshotList }): JSX.Element {
  const t = useTranslate();
  const own = () => props.list.snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
  const count = () => props.list.snapshots.length;
  return (
    <section class={css.storage} aria-label={t('ui.workspace.snapshots.storage')}>
      <p>
        {t('ui.workspace.snapshots.takes', [count(), formatCount(count()), formatBytes(own())])}
      </p>
      <Show when={props.list.storage}>
        {(storage) => {
          const share = () => Math.min(1, storage().usage / Math.max(1, storage().quota));
          const isLow = () => share() > 0.8;
          return (
            <>
              <div class={css.meter} aria-hidden="true" data-low={isLow() || undefined}>
                <span style={{ width: `${Math.max(share() * 100, 0.5)}%` }} />
              </div>
              <p class={css.soft} data-low={isLow() || undefined}>
                {t(isLow() ? 'ui.workspace.snapshots.roomLow' : 'ui.workspace.snapshots.room', [
                  formatBytes(Math.max(0, storage().quota - storage().usage)),
                ])}
              </p>
            </>
          );
        }}
      </Show>
    </section>
  );
}
