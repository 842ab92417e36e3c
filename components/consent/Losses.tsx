import { For, type JSX, Show } from 'solid-js';
import { formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import type { WalkLosses } from './props';
import css from './walk.module.css';

/** Exactly what clearing a site's data takes away, since nothing brings it back. */
export function Losses(props: {
  readonly of: WalkLosses | null;
  readonly isPrivate: boolean;
}): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.of} fallback={<p>{t('ui.audit.walk.lost.unknown')}</p>}>
      {(losses) => {
        const cookies = () => losses().cookies.reduce((sum, { names }) => sum + names.length, 0);
        return (
          <>
            <ul class={css.losses} data-testid="walk-losses">
              <li>
                {t('ui.audit.walk.lost.cookies', [
                  cookies(),
                  formatCount(cookies()),
                  losses().site,
                ])}
                <Named of={losses().cookies.map(({ host, names }) => ({ place: host, names }))} />
              </li>
              <li>
                {t(
                  props.isPrivate
                    ? 'ui.audit.walk.lost.signInsPrivate'
                    : 'ui.audit.walk.lost.signIns',
                  [losses().site],
                )}
              </li>
              <Show when={losses().stored.length > 0}>
                <li>
                  {t('ui.audit.walk.lost.stored')}
                  <Named
                    of={losses().stored.map(({ origin, area, names }) => ({
                      place: `${origin} ${area}`,
                      names,
                    }))}
                  />
                </li>
              </Show>
              <li>{t('ui.audit.walk.lost.drafts')}</li>
            </ul>
            <Show when={losses().isWhole === false}>
              <p class={css.soft} data-testid="walk-http-only">
                {t('ui.audit.walk.lost.httpOnly')}
              </p>
            </Show>
            <p class={css.soft}>{t('ui.audit.walk.lost.forGood')}</p>
          </>
        );
      }}
    </Show>
  );
}

function Named(props: {
  readonly of: readonly { readonly place: string; readonly names: readonly string[] }[];
}): JSX.Element {
  return (
    <ul class={css.named}>
      <For each={props.of}>
        {({ place, names }) => (
          <li>
            <span class={css.soft}>{place}</span> <code>{names.join(', ')}</code>
          </li>
        )}
      </For>
    </ul>
  );
}
