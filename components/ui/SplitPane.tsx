import { createSignal, type JSX } from 'solid-js';
import css from './split.module.css';

interface SplitPaneProps {
  readonly label: string;
  /** What has the room that is left. */
  readonly main: JSX.Element;
  /** What has a width of its own. */
  readonly side: JSX.Element;
  /** CSS px of the side. */
  readonly initial: number;
  readonly min: number;
}

const KEY_STEP = 16;
/** What is always left to the main pane, CSS px. */
const MAIN_LEFT = 160;

/** Two panes with a border that can be dragged, or moved with arrow keys. */
export function SplitPane(props: SplitPaneProps): JSX.Element {
  let box: HTMLDivElement | undefined;
  const [width, setWidth] = createSignal(props.initial);
  const most = () => Math.max(props.min, (box?.clientWidth || 1200) - MAIN_LEFT);
  const resize = (wanted: number) => setWidth(Math.min(most(), Math.max(props.min, wanted)));

  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLDivElement }): void => {
    const handle = event.currentTarget;
    const from = { x: event.clientX, width: width() };
    const isRtl = getComputedStyle(handle).direction === 'rtl';
    const done = new AbortController();
    const { signal } = done;
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent) =>
      resize(from.width + (from.x - clientX) * (isRtl ? -1 : 1));
    handle.addEventListener('pointermove', move, { signal });
    handle.addEventListener('pointerup', () => done.abort(), { signal });
    handle.addEventListener('pointercancel', () => done.abort(), { signal });
    event.preventDefault();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? KEY_STEP * 4 : KEY_STEP;
    if (event.key === 'ArrowLeft') resize(width() + step);
    else if (event.key === 'ArrowRight') resize(width() - step);
    else if (event.key === 'Home') resize(most());
    else if (event.key === 'End') resize(props.min);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={box} class={css.split} style={{ '--side': `${width()}px` }}>
      <div class={css.main}>{props.main}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a focusable separator is a widget, and hr is not */}
      <div
        role="separator"
        class={css.handle}
        tabindex="0"
        aria-orientation="vertical"
        aria-label={props.label}
        aria-valuenow={width()}
        aria-valuemin={props.min}
        aria-valuemax={most()}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      />
      <div class={css.side}>{props.side}</div>
    </div>
  );
}
