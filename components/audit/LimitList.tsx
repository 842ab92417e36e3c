import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, type JSX, Show } from 'solid-js';
import css from './limit-list.module.css';

/** What a result rests on or says nothing of; `unknown`: nobody can say that it is clean. */
export interface Limit {
  readonly said: string;
  readonly unknown: boolean;
}

/** The limits of a result, each a sentence. */
export function LimitList(props: { readonly limits: readonly Limit[] }): JSX.Element {
  return (
    <ul class={css.limits}>
      <For each={props.limits}>
        {({ said, unknown }) => (
          <li data-unknown={unknown || undefined}>
            <Show when={unknown}>
              <TriangleAlert size={13} aria-hidden="true" />
            </Show>
            <span>{said}</span>
          </li>
        )}
      </For>
    </ul>
  );
}
