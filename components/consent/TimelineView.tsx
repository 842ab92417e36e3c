import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { Timeline, TimelineEvent } from '../../lib/protocol/timeline';
import type { WalkScenario } from '../../lib/protocol/walk/walk';
import { EventList } from '../audit/EventList';
import { FINE_LANES, type Lane, laneOf, lengthOf } from '../audit/timeline-layout';
import { formatCount } from '../ui/format';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import type { WalkReport } from './props';
import { RecorderSelect } from './RecorderSelect';
import { recordersIn } from './recorders-in';
import { isWhole } from './stretch';
import css from './walk.module.css';
import { pathTimeline } from './walk-timeline';
import { SCENARIO_KEYS } from './words';
import { ZoomChart } from './ZoomChart';

/** What happened when on one path, as close as one wants to look. */
export function TimelineView(props: { readonly report: WalkReport }): JSX.Element {
  const t = useTranslate();
  const paths = () => props.report.walk.scenarios.filter(({ steps }) => steps.length > 0);
  const [wanted, setWanted] = createSignal('reject 0');
  const [lane, setLane] = createSignal<Lane | 'all'>('all');
  const [recorder, setRecorder] = createSignal<RecorderId | null>(null);
  const path = () => paths().find((each) => keyOf(each) === wanted()) ?? paths()[0] ?? null;
  const nameOf = ({ id, repeat }: WalkScenario) => {
    const name = t(`ui.audit.walk.scenario.${SCENARIO_KEYS[id]}`);
    return repeat === 0 ? name : t('ui.audit.walk.timeline.repeat', [name, repeat + 1]);
  };
  return (
    <div class={css.view}>
      <div class={css.filters}>
        <Select
          label={t('ui.audit.walk.timeline.path')}
          labelHidden
          options={paths().map((each) => ({ value: keyOf(each), label: nameOf(each) }))}
          value={path() === null ? '' : keyOf(path() as WalkScenario)}
          onChange={setWanted}
          testId="walk-timeline-path"
        />
        <Select<Lane | 'all'>
          label={t('ui.audit.walk.timeline.kind')}
          labelHidden
          options={[
            { value: 'all', label: t('ui.audit.walk.timeline.allKinds') },
            ...FINE_LANES.map((value) => ({
              value,
              label: t(`ui.audit.timeline.lane.${value}`),
            })),
          ]}
          value={lane()}
          onChange={setLane}
          testId="walk-timeline-kind"
        />
        <RecorderSelect
          recorders={recordersIn(props.report.walk)}
          value={recorder()}
          onChange={setRecorder}
        />
        <span class={css.hint}>{t('ui.audit.walk.timeline.keys')}</span>
      </div>
      <div class={css.scroll}>
        <Show
          when={path()}
          keyed
          fallback={<p class={css.none}>{t('ui.audit.walk.timeline.none')}</p>}
        >
          {(shown) => (
            <PathChart report={props.report} path={shown} lane={lane()} recorder={recorder()} />
          )}
        </Show>
      </div>
    </div>
  );
}

const keyOf = ({ id, repeat }: WalkScenario): string => `${id} ${repeat}`;

interface PathChartProps {
  readonly report: WalkReport;
  readonly path: WalkScenario;
  readonly lane: Lane | 'all';
  readonly recorder: RecorderId | null;
}

function PathChart(props: PathChartProps): JSX.Element {
  const t = useTranslate();
  const whole = createMemo(() => pathTimeline(props.path));
  const length = () => lengthOf(whole().timeline);
  const [stretch, setStretch] = createSignal({ from: 0, to: length() });
  const shown = createMemo<Timeline>(() => ({
    ...whole().timeline,
    events: whole().timeline.events.filter(
      (event) => event.kind === 'choice' || isWanted(event, props.lane, props.recorder),
    ),
  }));
  const listed = createMemo<Timeline>(() => {
    const { startedAt, events } = shown();
    if (isWhole(stretch(), length())) return shown();
    const { from, to } = stretch();
    const inSight = events.filter(({ t: at }) => at - startedAt >= from && at - startedAt <= to);
    return { ...shown(), events: inSight };
  });
  return (
    <>
      <ZoomChart
        timeline={shown()}
        lanes={props.lane === 'all' ? FINE_LANES : [props.lane]}
        findings={props.report.findings}
        parts={whole().steps}
        length={length()}
        stretch={stretch()}
        inSight={listed().events.length}
        onStretch={setStretch}
      />
      <section class={css.block}>
        <h2>
          {t('ui.audit.consent.events')}{' '}
          <span class={css.soft}>{formatCount(listed().events.length)}</span>
        </h2>
        <EventList timeline={listed()} lanes={FINE_LANES} />
        <Show when={whole().timeline.dropped > 0}>
          <p class={css.none}>
            {t('ui.audit.timeline.dropped', [
              whole().timeline.dropped,
              formatCount(whole().timeline.dropped),
            ])}
          </p>
        </Show>
      </section>
    </>
  );
}

function isWanted(event: TimelineEvent, lane: Lane | 'all', recorder: RecorderId | null): boolean {
  if (lane !== 'all' && laneOf(event, FINE_LANES) !== lane) return false;
  return recorder === null || !('recorder' in event) || event.recorder === recorder;
}
