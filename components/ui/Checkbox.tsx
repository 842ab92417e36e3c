import { createUniqueId, type JSX, Show } from 'solid-js';
import css from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string | undefined;
  readonly testId?: string | undefined;
}

/** For what waits for a button; what takes effect at once is a switch. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId();
  const help = createUniqueId();
  return (
    <div class={css.checkbox}>
      <input
        type="checkbox"
        id={id}
        aria-describedby={props.help === undefined ? undefined : help}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        data-testid={props.testId}
      />
      <div>
        <label for={id}>{props.label}</label>
        <Show when={props.help}>
          <p id={help}>{props.help}</p>
        </Show>
      </div>
    </div>
  );
}
