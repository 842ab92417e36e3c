import Info from 'lucide-solid/icons/info';
import { For, type JSX, Show } from 'solid-js';
import type { Message } from '../../../lib/core/message';
import { Text } from '../../ui/translate';
import css from './lists.module.css';

/** What must be known beside something that is shown; nothing where there is nothing to know. */
export function NoteList(props: { readonly notes: readonly Message[] }): JSX.Element {
  return (
    <Show when={props.notes.length > 0}>
      <ul class={css.notes}>
        <For each={props.notes}>
          {(note) => (
            <li>
              <Info size={12} aria-hidden="true" />
              <span>
                <Text of={note} />
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
