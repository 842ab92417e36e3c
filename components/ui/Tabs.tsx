import * as Kobalte from '@kobalte/core/tabs';
import { For, type JSX, Show } from 'solid-js';
import { formatCount } from './format';
import css from './tabs.module.css';

export interface Tab<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What asks for attention there; not shown when 0. */
  readonly count?: number | undefined;
  readonly view: () => JSX.Element;
}

interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** A remark at the end of the row of tabs. */
  readonly aside?: JSX.Element;
}

export function Tabs<V extends string>(props: TabsProps<V>): JSX.Element {
  const choose = (value: string): void => {
    const tab = props.tabs.find((each) => each.value === value);
    if (tab !== undefined) props.onChange(tab.value);
  };
  return (
    <Kobalte.Root class={css.root} value={props.value} onChange={choose}>
      <div class={css.bar}>
        <Kobalte.List class={css.list} aria-label={props.label}>
          <For each={props.tabs}>
            {(tab) => (
              <Kobalte.Trigger value={tab.value} class={css.tab}>
                {tab.label}
                <Show when={tab.count}>
                  <span class={css.count}>{formatCount(tab.count ?? 0)}</span>
                </Show>
              </Kobalte.Trigger>
            )}
          </For>
        </Kobalte.List>
        <div class={css.aside}>{props.aside}</div>
      </div>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content value={tab.value} class={css.view}>
            {tab.view()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte.Root>
  );
}
