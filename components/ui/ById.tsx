import { type Accessor, createMemo, For, type JSX, untrack } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';

interface ByIdProps<T extends object> {
  readonly each: readonly T[];
  readonly idOf: (item: T) => string | number;
  readonly children: (item: Accessor<T>) => JSX.Element;
}

/** A list whose rows stay as long as their ids do: what is typed in one, or has the focus, outlives news of the list. */
export function ById<T extends object>(props: ByIdProps<T>): JSX.Element {
  const byId = createMemo(() => new Map(props.each.map((item) => [props.idOf(item), item])));
  const ids = createMemo(() => [...byId().keys()]);
  return (
    <For each={ids()}>
      {(id) => {
        const first = untrack(byId).get(id);
        if (first === undefined) return null;
        // A row that is about to go says what it said last.
        const item = createMemo<T>((last) => keepEqual(last, byId().get(id) ?? last), first);
        return props.children(item);
      }}
    </For>
  );
}
