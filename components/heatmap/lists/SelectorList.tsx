import { For, type JSX } from 'solid-js';
import css from './lists.module.css';

/** Redacted selectors of elements that are not on the page. */
export function SelectorList(props: { readonly selectors: readonly string[] }): JSX.Element {
  return (
    <ul class={css.selectors}>
      <For each={props.selectors}>
        {(selector) => (
          <li>
            <code>{selector}</code>
          </li>
        )}
      </For>
    </ul>
  );
}
