import * as Kobalte from '@kobalte/core/select';
import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import type { JSX } from 'solid-js';
import { createMemo, Show } from 'solid-js';
import css from './select.module.css';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A remark under the label, in the open list alone. */
  readonly hint?: string | undefined;
}

interface SelectProps<V extends string> {
  readonly label: string;
  /** The label is read out and not shown, where the value speaks for itself. */
  readonly labelHidden?: boolean | undefined;
  readonly options: readonly Option<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  // The list closes when it gets other options, so the same ones told anew must stay what they are:
  // news of the page may come at any time.
  const options = createMemo(() => [...props.options], [], { equals: areSame });
  const chosen = () => options().find(({ value }) => value === props.value) ?? null;
  return (
    <Kobalte.Root<Option<V>>
      class={css.root}
      options={options()}
      optionValue="value"
      optionTextValue="label"
      value={chosen()}
      onChange={(option) => {
        if (option !== null && option.value !== props.value) props.onChange(option.value);
      }}
      disabled={props.disabled ?? false}
      gutter={4}
      itemComponent={Item}
    >
      <Kobalte.Label
        class={css.label}
        classList={{ 'visually-hidden': props.labelHidden === true }}
      >
        {props.label}
      </Kobalte.Label>
      <Kobalte.Trigger
        class={css.trigger}
        title={`${props.label}: ${chosen()?.label ?? ''}`}
        data-testid={props.testId}
      >
        <Kobalte.Value<Option<V>> class={css.value}>
          {(state) => state.selectedOption()?.label}
        </Kobalte.Value>
        <Kobalte.Icon class={css.chevron}>
          <ChevronDown size={13} aria-hidden="true" />
        </Kobalte.Icon>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={css.content}>
          <Kobalte.Listbox class={css.list} />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

function areSame(before: readonly Option<string>[], after: readonly Option<string>[]): boolean {
  const isSame = (each: Option<string>, i: number): boolean => {
    const other = before[i];
    return each.value === other?.value && each.label === other.label && each.hint === other.hint;
  };
  return before.length === after.length && after.every(isSame);
}

type ItemProps<V extends string> = Kobalte.SelectRootItemComponentProps<Option<V>>;

function Item<V extends string>(props: ItemProps<V>): JSX.Element {
  return (
    <Kobalte.Item item={props.item} class={css.item}>
      <span class={css.tick}>
        <Kobalte.ItemIndicator>
          <Check size={13} aria-hidden="true" />
        </Kobalte.ItemIndicator>
      </span>
      <Kobalte.ItemLabel as="span">
        {props.item.rawValue.label}
        <Show when={props.item.rawValue.hint}>
          <span class={css.hint}>{props.item.rawValue.hint}</span>
        </Show>
      </Kobalte.ItemLabel>
    </Kobalte.Item>
  );
}
