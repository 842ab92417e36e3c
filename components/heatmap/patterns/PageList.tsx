import { For, type JSX, Show } from 'solid-js';
import type { PagesOfPattern } from '../../../lib/protocol/pages';
import { formatCount, shortUrl } from '../../ui/format';
import { Text, useTranslate } from '../../ui/translate';
import css from './patterns.module.css';

/** The pages that a pattern holds, who says so, and how many people were counted on each. */
export function PageList(props: { readonly found: PagesOfPattern }): JSX.Element {
  const t = useTranslate();
  const found = () => props.found;
  const listed = () => found().pages.reduce((sum, { addresses }) => sum + addresses, 0);
  const said = () => {
    const { from, pages, total, k, sourceName } = found();
    if (from === 'browser') return t('ui.heat.patterns.fromBrowser', [total]);
    if (pages.length === 0) return t('ui.heat.patterns.nobody', [k]);
    return t('ui.heat.patterns.fromSource', [total, sourceName, k]);
  };
  const counted = ({ people, addresses, at }: PagesOfPattern['pages'][number]) =>
    [
      ...(at === 'elsewhere' ? [] : [t(`ui.heat.patterns.at.${at}`)]),
      ...(addresses > 1 ? [t('ui.heat.patterns.addresses', [addresses])] : []),
      ...(people === null
        ? []
        : [t(`ui.heat.patterns.about.${found().unit ?? 'people'}`, [formatCount(people)])]),
    ].join(' · ');
  return (
    <>
      <p data-testid="pattern-said">{said()}</p>
      <Show when={found().why}>
        {(why) => (
          <p>
            <Text of={why()} />
          </p>
        )}
      </Show>
      <For each={found().notes}>
        {(note) => (
          <p data-testid="pattern-note">
            <Text of={note} />
          </p>
        )}
      </For>
      <Show when={!found().holdsThis}>
        <p class={css.other}>{t('ui.heat.filters.patternOther')}</p>
      </Show>
      <ul class={css.pages}>
        <For each={found().pages}>
          {(page) => (
            <li>
              <span class={css.page} title={page.page}>
                {shortUrl(page.page)}
              </span>
              <span class={css.count}>{counted(page)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={listed() < found().total}>
        <p>{t('ui.heat.patterns.more', [found().total - listed()])}</p>
      </Show>
    </>
  );
}
