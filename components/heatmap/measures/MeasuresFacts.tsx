import { type JSX, Show } from 'solid-js';
import type { MeasuresState } from '../../../lib/protocol/measures';
import { formatDay } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import { NoteList } from '../lists/NoteList';
import { SelectorList } from '../lists/SelectorList';
import { FigureList } from './FigureList';
import css from './measures.module.css';
import { sayFigures } from './say-figures';

/** Whose measures these are, what they say of the whole page, and what is not in them. */
export function MeasuresFacts(props: { readonly state: MeasuresState }): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.state.about}>
      {(about) => (
        <>
          <p class={css.soft} data-testid="measures-from">
            {about().sourceId === 'file'
              ? t('ui.heat.measures.ofFile', [formatDay(about().from), formatDay(about().to)])
              : t('ui.heat.measures.from', [
                  about().sourceName,
                  formatDay(about().from),
                  formatDay(about().to),
                ])}
          </p>
          <Show when={sayFigures(about().base, about(), t).length > 0}>
            <p class={css.base} data-testid="measures-base">
              <span>{t('ui.heat.measures.page')}</span>
              <FigureList figures={about().base} of={about()} />
            </p>
          </Show>
          <NoteList notes={about().notes} />
          <Show when={about().withheld > 0}>
            <p class={css.soft}>{t('ui.heat.measures.leftOut', [about().withheld, about().k])}</p>
          </Show>
          <Show when={props.state.hidden > 0}>
            <p class={css.soft}>{t('ui.heat.measures.hidden', [props.state.hidden])}</p>
          </Show>
          <Show when={props.state.missing > 0}>
            <details class={css.soft}>
              <summary data-testid="measures-missing">
                {t('ui.heat.measures.missing', [props.state.missing])}
              </summary>
              <SelectorList selectors={props.state.examples} />
            </details>
          </Show>
        </>
      )}
    </Show>
  );
}
