import { type JSX, Show } from 'solid-js';
import type { Tone } from './Badge';
import type { Icon } from './Button';
import { IconOf } from './IconOf';
import css from './verdict.module.css';

interface VerdictLineProps {
  readonly tone: Tone;
  readonly icon: Icon;
  /** One word or two: the state. */
  readonly word: string;
  readonly sentence: string;
  /** What to do next. */
  readonly next?: string | undefined;
  /** Buttons at the end of the line. */
  readonly children?: JSX.Element;
  readonly working?: boolean | undefined;
}

/** The answer, before any table. A change of it is read out. */
export function VerdictLine(props: VerdictLineProps): JSX.Element {
  return (
    <header class={css.line} data-tone={props.tone}>
      <div class={css.answer} role="status" aria-live="polite" aria-atomic="true">
        <span class={css.state} data-working={props.working === true || undefined}>
          <IconOf of={props.icon} size={15} />
          <strong data-testid="verdict">{props.word}</strong>
        </span>
        <span class={css.words}>
          <span>{props.sentence}</span>
          <Show when={props.next}>
            {' '}
            <span class={css.next}>{props.next}</span>
          </Show>
        </span>
      </div>
      <div class={css.actions}>{props.children}</div>
    </header>
  );
}
