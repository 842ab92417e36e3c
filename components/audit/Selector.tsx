import type { JSX } from 'solid-js';
import css from './cells.module.css';

/** A selector in little room: its end says most, so its beginning is what gives way. */
export function Selector(props: { of: string }): JSX.Element {
  const cut = () => Math.max(props.of.lastIndexOf(' > '), props.of.lastIndexOf(' >>> '));
  return (
    <span class={css.selector}>
      <span class={css.start}>{cut() < 0 ? '' : `${props.of.slice(0, cut())} `}</span>
      <span class={css.end}>{cut() < 0 ? props.of : props.of.slice(cut() + 1)}</span>
    </span>
  );
}
