import type { JSX } from 'solid-js';
import { NumberField } from './NumberField';
import css from './number.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  readonly onChange: (value: number) => void;
  readonly testId?: string | undefined;
}

/** A slider with its number beside it, which can be typed. */
export function Slider(props: SliderProps): JSX.Element {
  const filled = () => ((props.value - props.min) / (props.max - props.min)) * 100;
  return (
    <div class={css.slider}>
      <span class={css.label}>{props.label}</span>
      <input
        type="range"
        aria-label={props.label}
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        style={{ '--filled': `${filled()}%` }}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
      <NumberField
        label={props.label}
        value={props.value}
        min={props.min}
        max={props.max}
        step={props.step}
        unit={props.unit}
        onChange={props.onChange}
        testId={props.testId}
      />
    </div>
  );
}
