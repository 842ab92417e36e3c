import { type JSX, Show } from 'solid-js';
import type { HeatState } from '../../lib/protocol/heat';
import { formatCount, formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { SelectorList } from './lists/SelectorList';
import css from './provenance.module.css';

/** How the heat has found its place on the page as it is now, and what has found none. */
export function Placement(props: { readonly state: HeatState }): JSX.Element {
  const t = useTranslate();
  const moved = () => {
    const told = props.state.reanchored;
    return told && told.anchored > 0 ? told : null;
  };
  const lost = () => {
    const told = props.state.unresolved;
    return told && (told.cells > 0 || told.hidden > 0) ? told : null;
  };
  return (
    <>
      <Show when={moved()}>
        {(told) => (
          <p class={css.placement} data-testid="heat-reanchored">
            {t(told().registered ? 'ui.heat.place.registered' : 'ui.heat.place.reanchored', [
              formatShare(told().anchored / (told().anchored + told().kept)),
            ])}
          </p>
        )}
      </Show>
      <Show when={lost()}>
        {(told) => (
          <details class={css.sure} data-testid="heat-unresolved">
            <summary>
              {t('ui.heat.place.unresolved', [
                formatShare(told().share),
                formatCount(told().cells),
              ])}
            </summary>
            <Show when={told().hidden > 0}>
              <p>{t('ui.heat.place.hidden', [formatShare(told().hidden)])}</p>
            </Show>
            <SelectorList selectors={told().examples} />
          </details>
        )}
      </Show>
    </>
  );
}
