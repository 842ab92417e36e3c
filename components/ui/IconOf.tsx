import { type Component, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';

/** An icon of the one set. */
export type Icon = Component<{ size?: number | string; class?: string; 'aria-hidden'?: 'true' }>;

/** An icon beside words that say the same, so it is not read out. It may change while it is shown. */
export function IconOf(props: { of: Icon | undefined; size: number }): JSX.Element {
  return (
    <Show when={props.of}>
      <Dynamic component={props.of} size={props.size} aria-hidden="true" />
    </Show>
  );
}
