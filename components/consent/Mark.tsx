import type { JSX } from 'solid-js';
import type { Mark as MarkId } from '../../lib/consent/walk-matrix';
import { IconOf } from '../ui/IconOf';
import css from './grid.module.css';
import { MARK_FACES } from './words';

/** How a cell stands: a colour, an icon and a word, never the colour alone. */
export function Mark(props: { readonly of: MarkId; readonly word: string }): JSX.Element {
  return (
    <span class={css.mark} data-tone={MARK_FACES[props.of].tone}>
      <IconOf of={MARK_FACES[props.of].icon} size={14} />
      <span>{props.word}</span>
    </span>
  );
}
