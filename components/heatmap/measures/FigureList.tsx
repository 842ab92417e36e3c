import { For, type JSX, Show } from 'solid-js';
import type { Figures, Grade, MeasuresAbout } from '../../../lib/protocol/measures';
import { useTranslate } from '../../ui/translate';
import css from './measures.module.css';
import { sayFigures } from './say-figures';

interface FigureListProps {
  readonly figures: Figures;
  readonly of: Pick<MeasuresAbout, 'unit' | 'goal' | 'k'>;
}

/** What is measured of one element, in words; how good a vital is stands beside it, and is no colour alone. */
export function FigureList(props: FigureListProps): JSX.Element {
  const t = useTranslate();
  const isWithheld = () => props.of.goal !== null && props.figures.conversion === null;
  return (
    <span class={css.figures}>
      <For each={sayFigures(props.figures, props.of, t)}>
        {({ id, name, value, grade, about }) => (
          <span class={css.figure} title={about} data-figure={id}>
            {name} {value}{' '}
            <Show when={grade}>
              {(word) => (
                <span class={css.grade} data-tone={TONES[word()]}>
                  {t(`ui.heat.measures.grades.${word()}`)}
                </span>
              )}
            </Show>
          </span>
        )}
      </For>
      <Show when={props.figures.withheld && isWithheld()}>
        <span
          class={css.figure}
          title={t('ui.heat.measures.withheldAbout', [props.of.k])}
          data-figure="withheld"
        >
          {t('ui.heat.measures.withheld')}
        </span>
      </Show>
    </span>
  );
}

const TONES: { readonly [K in Grade]: string } = {
  good: 'clear',
  needsImprovement: 'person',
  poor: 'blocks',
};
