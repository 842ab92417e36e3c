import { createMemo, For, type JSX, Show } from 'solid-js';
import { classNameOf } from '../../../lib/pii';
import type { PiiClass } from '../../../lib/protocol/pii-classes';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';
import { formatCount, formatMoment } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './sightings.module.css';
import { layOutSightings } from './sightings-layout';

interface SightingsChartProps {
  readonly report: AutopsyReport;
  readonly only: PiiClass | null;
  readonly onPick: (pii: PiiClass | null) => void;
}

/** A lane a class, over the time that the recordings cover. Its name picks the class out. */
export function SightingsChart(props: SightingsChartProps): JSX.Element {
  const t = useTranslate();
  const layout = createMemo(() => layOutSightings(props.report.timeline));
  const between = () => layout().between;
  return (
    <section class={css.chart}>
      <h2>{t('ui.workspace.autopsy.timeTitle')}</h2>
      <ul>
        <For each={layout().lanes}>
          {(lane) => (
            <li class={css.lane} data-off={(props.only ?? lane.class) !== lane.class || undefined}>
              <button
                type="button"
                class={css.name}
                aria-pressed={props.only === lane.class}
                title={t('ui.workspace.autopsy.pick', [lane.sightings, t(classNameOf(lane.class))])}
                onClick={() => props.onPick(props.only === lane.class ? null : lane.class)}
              >
                <span>{t(classNameOf(lane.class))}</span>
                <span class={css.count}>{formatCount(lane.sightings)}</span>
              </button>
              <div class={css.plot} aria-hidden="true">
                <For each={lane.marks}>
                  {(mark) => (
                    <span
                      class={css.mark}
                      style={{ left: `${mark.at}%`, '--strength': `${mark.strength * 100}%` }}
                      title={t('ui.workspace.autopsy.mark', [
                        mark.count,
                        t(classNameOf(lane.class)),
                        formatMoment(mark.time),
                      ])}
                    />
                  )}
                </For>
              </div>
            </li>
          )}
        </For>
      </ul>
      <Show
        when={between()}
        fallback={<p class={css.noTime}>{t('ui.workspace.autopsy.noTime')}</p>}
      >
        {(span) => (
          <p class={css.span}>
            <span class="visually-hidden">
              {t('ui.workspace.autopsy.timeSaid', [
                layout().lanes.length,
                formatMoment(span()[0]),
                formatMoment(span()[1]),
              ])}
            </span>
            <span aria-hidden="true">{formatMoment(span()[0])}</span>
            <span aria-hidden="true">{formatMoment(span()[1])}</span>
          </p>
        )}
      </Show>
    </section>
  );
}
