import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import type { Timeline } from '../../lib/protocol/timeline';
import { formatOffset } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { eventSentence } from './event-words';
import css from './timeline.module.css';
import { LANES, type Lane, layOut, type Stretch } from './timeline-layout';

interface TimelineChartProps {
  readonly timeline: Timeline;
  readonly findings: readonly Finding[];
  /** Which lanes, from top to bottom; left out: those of one visit. */
  readonly lanes?: readonly Lane[] | undefined;
  /** The part that is drawn; left out: all of it. */
  readonly stretch?: Stretch | null | undefined;
  /** Moments at which something begins, such as a reload, by their names. */
  readonly parts?: readonly { readonly t: number; readonly name: string }[] | undefined;
}

/** What happened when, with the moment of choice drawn through. The list below says the same. */
export function TimelineChart(props: TimelineChartProps): JSX.Element {
  const t = useTranslate();
  const lanes = () => props.lanes ?? LANES;
  const layout = createMemo(() =>
    layOut(props.timeline, props.findings, { lanes: lanes(), stretch: props.stretch ?? null }),
  );
  const summary = () => {
    const { events } = props.timeline;
    const choice = events.find(({ kind }) => kind === 'choice');
    if (choice === undefined) return t('ui.audit.timeline.saidNoChoice', [events.length]);
    const at = formatOffset(choice.t - props.timeline.startedAt);
    const before = events.filter((e) => e.t < choice.t).length;
    return t('ui.audit.timeline.said', [events.length, at, before]);
  };
  const parts = createMemo(() => {
    const { from, to } = props.stretch ?? { from: 0, to: layout().length };
    const all = (props.parts ?? []).map(({ t: at, name }) => ({
      left: ((at - props.timeline.startedAt - from) / (to - from)) * 100,
      name,
    }));
    return all
      .map((part, i) => ({ ...part, room: (all[i + 1]?.left ?? 104) - part.left }))
      .filter(({ left }) => left >= 0 && left <= 100);
  });

  return (
    <figure class={css.chart} role="img" aria-label={summary()} data-testid="timeline">
      <div class={css.names}>
        <For each={lanes()}>{(lane) => <span>{t(`ui.audit.timeline.lane.${lane}`)}</span>}</For>
      </div>
      <div class={css.plot} data-plot="">
        <div class={css.before} style={{ width: `${layout().before ?? 100}%` }}>
          <Show when={layout().before !== 0}>
            <span>
              {t(
                layout().before === null
                  ? 'ui.audit.timeline.noChoice'
                  : 'ui.audit.timeline.before',
              )}
            </span>
          </Show>
        </div>
        <For each={parts()}>
          {(part) => (
            <span
              class={css.partMark}
              title={part.name}
              style={{ left: `${part.left}%`, '--room': part.room }}
            >
              <span>{part.name}</span>
            </span>
          )}
        </For>
        <For each={layout().ticks}>
          {(tick) => (
            <span class={css.tick} style={{ left: `${tick.at}%` }}>
              <span>{formatOffset(tick.ms)}</span>
            </span>
          )}
        </For>
        <For each={lanes()}>
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
