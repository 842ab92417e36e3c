import type { JSX } from 'solid-js';
import css from './legend.module.css';

interface LegendBarProps {
  /** Colours along the bar, `at` from 0 (left) to 1. */
  readonly stops: readonly { readonly at: number; readonly color: string }[];
  /** What the bar says, in words. */
  readonly said: string;
}

/** A scale's colours, on the white that they are made for. */
export function LegendBar(props: LegendBarProps): JSX.Element {
  const gradient = () => {
    const stops = props.stops.map(({ at, color }) => `${color} ${at * 100}%`);
    return `linear-gradient(to right, ${stops.join(', ')})`;
  };
  return (
    <span class={css.bar} role="img" aria-label={props.said}>
      <span style={{ background: gradient() }} />
    </span>
  );
}
