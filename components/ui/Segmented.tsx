import type { JSX } from 'solid-js';
import { createUniqueId, For } from 'solid-js';
import css from './segmented.module.css';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly testId?: string | undefined;
}

/** One of a few, all in sight. Radio buttons underneath, so the browser's own keys work. */
export function Segmented<V extends string>(props: SegmentedProps<V>): JSX.Element {
  const name = createUniqueId();
  return (
    <div class={css.group} role="radiogroup" aria-label={props.label} data-testid={props.testId}>
      <For each={props.options}>
        {(option) => (
          <label
            class={css.option}
            data-testid={props.testId && `${props.testId}-${option.value}`}
            data-chosen={option.value === props.value || undefined}
          >
            <input
              class="visually-hidden"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span class={css.word}>{option.label}</span>
          </label>
        )}
      </For>
    </div>
  );
}
