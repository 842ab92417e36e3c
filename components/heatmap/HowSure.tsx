import Ruler from 'lucide-solid/icons/ruler';
import { type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import { BENCHMARK } from '../../lib/heatmap/error/map-error';
import type { MapErrorTold } from '../../lib/protocol/heat-kinds';
import { formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './provenance.module.css';

/** How far the picture may be off, each kind of error by itself, and what would make it surer. */
export function HowSure(props: { readonly error: MapErrorTold }): JSX.Element {
  const t = useTranslate();
  return (
    <details class={css.sure} data-testid="heat-error-size">
      <summary>
        <Ruler size={12} aria-hidden="true" />
        {sayTotal(props.error, t)}
      </summary>
      <dl>
        <Part name="quantisation" of={props.error} />
        <Part name="anonymisation" of={props.error} />
        <Part name="sampling" of={props.error} />
      </dl>
      <Show when={props.error.more}>
        {(more) => (
          <p>
            {more().times > 1
              ? t('ui.heat.sure.more', [Math.round(more().times * 10) / 10, 100 * BENCHMARK])
              : t('ui.heat.sure.enough', [100 * BENCHMARK])}
          </p>
        )}
      </Show>
    </details>
  );
}

function Part(props: {
  readonly name: 'quantisation' | 'anonymisation' | 'sampling';
  readonly of: MapErrorTold;
}): JSX.Element {
  const t = useTranslate();
  const part = () => props.of[props.name];
  return (
    <div>
      <dt>{t(`ui.heat.sure.${props.name}`)}</dt>
      <dd>
        {part().value === null
          ? t('ui.heat.sure.unknown')
          : t(`ui.heat.sure.${part().how}`, [formatShare(part().value ?? 0)])}
        <small>{t(`ui.heat.sure.model.${part().model}`)}</small>
      </dd>
    </div>
  );
}

/** Against the benchmark where all is known; never a number where a part of it is not. */
function sayTotal({ total }: MapErrorTold, t: Translate): string {
  if (total === null) return t('ui.heat.sure.totalUnknown');
  const key = total <= BENCHMARK ? 'within' : 'total';
  return t(`ui.heat.sure.${key}`, [formatShare(total), 100 * BENCHMARK]);
}
