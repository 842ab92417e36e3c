import ImageOff from 'lucide-solid/icons/image-off';
import { For, type JSX, Show } from 'solid-js';
import { useLook } from '../../ui/look';
import { useTranslate } from '../../ui/translate';
import '../../ui/tokens.css';
import css from './side-by-side.module.css';

interface SideBySideProps {
  /** Addresses of both pictures; null: on their way. */
  readonly pictures: { readonly a: string; readonly b: string } | 'gone' | null;
}

/** Two pictures of whole pages next to one another. They scroll as one, since they are one page. */
export function SideBySide(props: SideBySideProps): JSX.Element {
  const t = useTranslate();
  useLook('page', () => 'system');
  const both = () => (typeof props.pictures === 'string' ? null : props.pictures);
  return (
    <div class={css.page}>
      <h1 class={css.title}>{t('ui.heat.compare.pictures.title')}</h1>
      <Show
        when={both()}
        fallback={
          <p class={css.said} role="status">
            <ImageOff size={16} aria-hidden="true" />
            {t(
              props.pictures === null
                ? 'ui.heat.compare.pictures.loading'
                : 'ui.heat.compare.pictures.gone',
            )}
          </p>
        }
      >
        {(pictures) => (
          <main class={css.both}>
            <For each={['a', 'b'] as const}>
              {(side) => (
                <figure class={css.one}>
                  <figcaption>{t(`ui.heat.compare.side.${side}`)}</figcaption>
                  <img
                    src={pictures()[side]}
                    alt={t('ui.heat.compare.pictures.of', [t(`ui.heat.compare.side.${side}`)])}
                    data-testid={`picture-${side}`}
                  />
                </figure>
              )}
            </For>
          </main>
        )}
      </Show>
    </div>
  );
}
