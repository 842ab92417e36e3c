import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import type { Timeline } from '../../lib/protocol/timeline';
import { formatOffset } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { eventSentence } from './event-words';
import css from './timeline.module.css';
import { LANES, layOut } from './timeline-layout';

interface TimelineChartProps {
  readonly timeline: Timeline;
  readonly findings: readonly Finding[];
}

/** What happened when, with the moment of choice drawn through. The list below says the same. */
export function TimelineChart(props: TimelineChartProps): JSX.Element {
  const t = useTranslate();
  const layout = createMemo(() => layOut(props.timeline, props.findings));
  const firstChoice = () => layout().choices[0] ?? null;
  const summary = () => {
    const { events } = props.timeline;
    const choice = firstChoice();
    if (choice === null) return t('ui.audit.timeline.saidNoChoice', [events.length]);
    const at = formatOffset(choice.event.t - props.timeline.startedAt);
    const before = events.filter((e) => e.t < choice.event.t).length;
    return t('ui.audit.timeline.said', [events.length, at, before]);
  };

  return (
    <figure class={css.chart} role="img" aria-label={summary()} data-testid="timeline">
      <div class={css.names}>
        <For each={LANES}>{(lane) => <span>{t(`ui.audit.timeline.lane.${lane}`)}</span>}</For>
      </div>
      <div class={css.plot}>
        <div class={css.before} style={{ width: `${firstChoice()?.at ?? 100}%` }}>
          <span>
            {t(firstChoice() ? 'ui.audit.timeline.before' : 'ui.audit.timeline.noChoice')}
          </span>
        </div>
        <For each={layout().ticks}>
          {(tick) => (
            <span class={css.tick} style={{ left: `${tick.at}%` }}>
              <span>{formatOffset(tick.ms)}</span>
            </span>
          )}
        </For>
        <For each={LANES}>
          {(lane) => (
            <div class={css.lane}>
              <For each={layout().lanes[lane]}>
                {(mark) => (
                  <span
                    class={css.mark}
                    data-tone={mark.tone}
                    data-lane={lane}
                    style={{ left: `${mark.at}%`, '--size': `${sizeOf(mark.count)}px` }}
                    title={markSaid(mark.count, eventSentence(mark.first, t))}
                  />
                )}
              </For>
            </div>
          )}
        </For>
        <For each={layout().choices}>
          {(choice) => (
            <span
              class={css.choice}
              data-flip={choice.at > 75 || undefined}
              style={{ left: `${choice.at}%` }}
            >
              <span>
                {t(`ui.audit.timeline.choice.${choice.event.choice}`)}{' '}
                {formatOffset(choice.event.t - props.timeline.startedAt)}
              </span>
            </span>
          )}
        </For>
        <Show when={layout().length > 0}>
          <span class={css.axis} />
        </Show>
      </div>
    </figure>
  );

  function markSaid(count: number, sentence: string): string {
    return count === 1 ? sentence : t('ui.audit.timeline.more', [count - 1, sentence]);
  }
}

const sizeOf = (count: number): number => Math.min(14, 7 + 2 * Math.log2(count));
