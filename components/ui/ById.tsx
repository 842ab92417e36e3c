import { type Accessor, createMemo, For, type JSX, untrack } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';

interface ByIdProps<T extends object> {
  readonly each: readonly T[];
  readonly idOf: (item: T) => string | number;
  readonly children: (item: Accessor<T>) => JSX.Element;
}

/** A list whose rows stay as long as their ids do: what is typed in one, or has the focus, outlives news of the list. */
export function ById<T extends object>(props: ByIdProps<T>): JSX.Element {
  const byId = createMemo(() => itemsOf(props.each, props.idOf));
  return (
    <For each={[...byId().keys()]}>
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

/** Items by id; two of one id are two rows. */
function itemsOf<T>(each: readonly T[], idOf: (item: T) => string | number): Map<string, T> {
  const items = new Map<string, T>();
  for (const item of each) {
    let id = `${idOf(item)}`;
    while (items.has(id)) id += '+';
    items.set(id, item);
  }
  return items;
}
