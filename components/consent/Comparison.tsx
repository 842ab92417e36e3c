import { createMemo, For, type JSX, Show } from 'solid-js';
import { shown } from '../../lib/consent/walk/readings';
import type { BannerReading } from '../../lib/protocol/walk/banner';
import type { Walk } from '../../lib/protocol/walk/walk';
import { formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './banner.module.css';
import { type Against, acceptAgainstReject } from './measures';

/** Accept against reject, one bar for each measure. */
export function Comparison(props: {
  readonly reading: BannerReading;
  readonly walk: Walk;
}): JSX.Element {
  const t = useTranslate();
  const measures = createMemo(() => acceptAgainstReject(props.reading, props.walk));
  return (
    <section class={css.compared} aria-label={t('ui.audit.walk.banner.against')}>
      <h2>{t('ui.audit.walk.banner.against')}</h2>
      <Show
        when={measures().length > 0}
        fallback={
          <p class={css.soft}>
            {t(
              shown(props.reading, 'accept').length > 0
                ? 'ui.audit.walk.banner.noReject'
                : 'ui.audit.walk.banner.noAccept',
            )}
          </p>
        }
      >
        <dl>
          <For each={measures()}>
            {(each) => (
              <div>
                <dt>{t(`ui.audit.walk.banner.measure.${each.measure}`)}</dt>
                <dd>
                  <span class={css.bar} style={{ '--part': `${Math.min(1, each.ratio) * 100}%` }} />
                  <span>
                    {t('ui.audit.walk.banner.ratio', [
                      numberOf(each, each.accept),
                      numberOf(each, each.reject),
                      formatCount(Math.round(each.ratio * 100) / 100),
                    ])}
                  </span>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </section>
  );
}

function numberOf({ measure }: Against, value: number): string {
  if (measure === 'area') return `${formatCount(Math.round(value))} px²`;
  if (measure === 'font') return `${value} px`;
  return measure === 'fill' ? `${value.toFixed(1)} : 1` : formatCount(value);
}
