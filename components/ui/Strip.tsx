import { type JSX, type ParentProps, Show } from 'solid-js';
import type { Icon } from './Button';
import { IconOf } from './IconOf';
import css from './strip.module.css';

interface StripProps extends ParentProps {
  /** `ours`: something of ours is on. `person`: somebody has to look. `blocks`: it does not hold. */
  readonly tone: 'ours' | 'person' | 'blocks';
  readonly icon: Icon;
  /** Buttons at its end. */
  readonly actions?: JSX.Element;
  readonly testId?: string | undefined;
}

/** A line below the verdict, for as long as what it says is so. A change of it is read out. */
export function Strip(props: StripProps): JSX.Element {
  return (
    <div class={css.strip} data-tone={props.tone} data-testid={props.testId}>
      <p role="status">
        <IconOf of={props.icon} size={13} />
        <span>{props.children}</span>
      </p>
      <Show when={props.actions}>
        <span class={css.actions}>{props.actions}</span>
      </Show>
    </div>
  );
}
