// biome-ignore-all lint/a11y/useSemanticElements: a group that takes keys to zoom is no fieldset.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the chart takes keys to zoom and to move.
import Maximize2 from 'lucide-solid/icons/maximize-2';
import ZoomIn from 'lucide-solid/icons/zoom-in';
import ZoomOut from 'lucide-solid/icons/zoom-out';
import { type JSX, onCleanup } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import type { Timeline } from '../../lib/protocol/timeline';
import type { StepId } from '../../lib/protocol/walk/scenarios';
import { TimelineChart } from '../audit/TimelineChart';
import type { Lane, Stretch } from '../audit/timeline-layout';
import { IconButton } from '../ui/Button';
import { formatCount, formatOffset } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { isWhole, panned, zoomed } from './stretch';
import css from './walk.module.css';
import { STEP_KEYS } from './words';

interface ZoomChartProps {
  readonly timeline: Timeline;
  readonly lanes: readonly Lane[];
  readonly findings: readonly Finding[];
  readonly parts: readonly { readonly id: StepId; readonly t: number }[];
  /** Milliseconds of the whole. */
  readonly length: number;
  readonly stretch: Stretch;
  /** Events in the stretch. */
  readonly inSight: number;
  readonly onStretch: (stretch: Stretch) => void;
}

const CLOSER = 0.6;

/** A time line to zoom by wheel, `+` and `−`, and to move by drag and arrow keys. */
export function ZoomChart(props: ZoomChartProps): JSX.Element {
  const t = useTranslate();
  let box: HTMLDivElement | undefined;
  const middle = () => (props.stretch.from + props.stretch.to) / 2;
  const zoom = (factor: number, around = middle()) =>
    props.onStretch(zoomed(props.stretch, factor, around, props.length));
  const pan = (part: number) => props.onStretch(panned(props.stretch, part, props.length));
  const showAll = () => props.onStretch({ from: 0, to: props.length });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(CLOSER);
    else if (event.key === '-') zoom(1 / CLOSER);
    else if (event.key === '0') showAll();
    else if (event.key === 'ArrowLeft') pan(-0.2);
    else if (event.key === 'ArrowRight') pan(0.2);
    else if (event.key === 'Home') pan(-Infinity);
    else if (event.key === 'End') pan(Infinity);
    else return;
    event.preventDefault();
  };

  /** The view scrolls by wheel too, so that a plain turn zooms only once the chart was clicked. */
  const onWheel = (event: WheelEvent): void => {
    const isOurs = event.ctrlKey || event.metaKey || document.activeElement === box;
    if (!isOurs) return;
    event.preventDefault();
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      pan(sideways / plotWidth());
      return;
    }
    zoom(event.deltaY < 0 ? CLOSER : 1 / CLOSER, momentAt(event.clientX));
  };

  const plot = () => box?.querySelector('[data-plot]')?.getBoundingClientRect();
  const plotWidth = () => Math.max(1, plot()?.width ?? 1);
  const momentAt = (x: number): number => {
    const part = (x - (plot()?.left ?? 0)) / plotWidth();
    const { from, to } = props.stretch;
    return from + (to - from) * Math.min(1, Math.max(0, part));
  };

  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLDivElement }): void => {
    if (event.button !== 0) return;
    const held = event.currentTarget;
    const begun = { x: event.clientX, stretch: props.stretch };
    const done = new AbortController();
    const { signal } = done;
    held.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent) =>
      props.onStretch(panned(begun.stretch, (begun.x - clientX) / plotWidth(), props.length));
    held.addEventListener('pointermove', move, { signal });
    held.addEventListener('pointerup', () => done.abort(), { signal });
    held.addEventListener('pointercancel', () => done.abort(), { signal });
    onCleanup(() => done.abort());
  };

  return (
    <div class={css.zoom}>
      <div class={css.zoomBar}>
        <span role="status" class={css.soft} data-testid="walk-stretch">
          {t('ui.audit.walk.timeline.stretch', [
            props.inSight,
            formatCount(props.inSight),
            formatOffset(props.stretch.from),
            formatOffset(props.stretch.to),
          ])}
        </span>
        <span class={css.actions}>
          <IconButton
            icon={ZoomIn}
            label={t('ui.audit.walk.timeline.closer')}
            onClick={() => zoom(CLOSER)}
          />
          <IconButton
            icon={ZoomOut}
            label={t('ui.audit.walk.timeline.wider')}
            disabled={isWhole(props.stretch, props.length)}
            onClick={() => zoom(1 / CLOSER)}
          />
          <IconButton
            icon={Maximize2}
            label={t('ui.audit.walk.timeline.whole')}
            disabled={isWhole(props.stretch, props.length)}
            onClick={showAll}
          />
        </span>
      </div>
      <div
        ref={(element) => {
          box = element;
          element.addEventListener('wheel', onWheel, { passive: false });
        }}
        class={css.zoomed}
        role="group"
        tabindex="0"
        aria-label={t('ui.audit.walk.timeline.label')}
        data-testid="walk-zoom"
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      >
        <TimelineChart
          timeline={props.timeline}
          findings={props.findings}
          lanes={props.lanes}
          stretch={props.stretch}
          parts={props.parts.slice(1).map((part) => ({
            t: part.t,
            name: t(`ui.audit.walk.step.${STEP_KEYS[part.id]}`),
          }))}
        />
      </div>
    </div>
  );
}
