import type { JSX } from 'solid-js';
import type { Interval } from '../../lib/consent/consenters';
import css from './walk.module.css';

/** An interval of shares on a line from 0 to 100 %, and in words. */
export function IntervalBar(props: { readonly of: Interval; readonly said: string }): JSX.Element {
  return (
    <span class={css.interval}>
      <span
        class={css.line}
        style={{ '--from': `${props.of.low * 100}%`, '--to': `${props.of.high * 100}%` }}
      />
      <span>{props.said}</span>
    </span>
  );
}
