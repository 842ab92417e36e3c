import * as TextField from '@kobalte/core/text-field';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import css from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string | undefined;
  /** What is wrong and what to do; shown beside the field and read out with it. */
  readonly error?: string | null | undefined;
  readonly type?: 'text' | 'password' | 'url' | 'date' | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly mono?: boolean | undefined;
  /** Lines of a text that may be long; one line where left out. */
  readonly rows?: number | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly testId?: string | undefined;
}

export function Field(props: FieldProps): JSX.Element {
  const common = {
    class: css.input,
    autocomplete: 'off',
    spellcheck: false,
    onBlur: () => props.onBlur?.(),
  } as const;
  return (
    <TextField.Root
      class={css.field}
      value={props.value}
      onChange={(value) => props.onChange(value)}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
    >
      <TextField.Label class={css.label}>{props.label}</TextField.Label>
      <Show
        when={props.rows}
        fallback={
          <TextField.Input
            {...common}
            type={props.type ?? 'text'}
            placeholder={props.placeholder}
            data-mono={props.mono === true || undefined}
            data-testid={props.testId}
          />
        }
      >
        {(rows) => (
          <TextField.TextArea
            {...common}
            rows={rows()}
            placeholder={props.placeholder}
            data-mono={props.mono === true || undefined}
            data-testid={props.testId}
          />
        )}
      </Show>
      <Show when={props.help}>
        <TextField.Description class={css.help}>{props.help}</TextField.Description>
      </Show>
      <TextField.ErrorMessage class={css.error}>
        <CircleAlert size={13} aria-hidden="true" />
        <span>{props.error}</span>
      </TextField.ErrorMessage>
    </TextField.Root>
  );
}
