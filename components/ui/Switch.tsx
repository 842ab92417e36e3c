import * as Kobalte from '@kobalte/core/switch';
import { type JSX, Show } from 'solid-js';
import css from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

/** For what takes effect at once; what waits for a button is a check box. */
export function Switch(props: SwitchProps): JSX.Element {
  return (
    <Kobalte.Root
      class={css.switch}
      checked={props.checked}
      onChange={(checked) => props.onChange(checked)}
      disabled={props.disabled ?? false}
    >
      <div class={css.words}>
        <Kobalte.Label class={css.label}>{props.label}</Kobalte.Label>
        <Show when={props.help}>
          <Kobalte.Description class={css.help}>{props.help}</Kobalte.Description>
        </Show>
      </div>
      <Kobalte.Input class={css.input} data-testid={props.testId} />
      <Kobalte.Control class={css.control}>
        <Kobalte.Thumb class={css.thumb} />
      </Kobalte.Control>
    </Kobalte.Root>
  );
}
