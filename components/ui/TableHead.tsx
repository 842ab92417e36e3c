// biome-ignore-all lint/a11y/useSemanticElements: rows in sight alone are in the document, placed by offset: a table element can't be that.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, and titles that sort hold a button.
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, type JSX, Show } from 'solid-js';
import type { Column } from './column';
import { nextSorting, type Sorting } from './sorting';
import css from './table.module.css';

interface TableHeadProps<T> {
  readonly ref: (element: HTMLDivElement) => void;
  readonly columns: readonly Column<T>[];
  readonly hidden: boolean;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
}

export function TableHead<T>(props: TableHeadProps<T>): JSX.Element {
  const way = (id: string): 'ascending' | 'descending' | undefined => {
    if (props.sorting?.column !== id) return undefined;
    return props.sorting.descending ? 'descending' : 'ascending';
  };
  return (
    <div role="rowgroup" ref={props.ref} classList={{ 'visually-hidden': props.hidden }}>
      <div role="row" aria-rowindex={1} class={css.head}>
        <For each={props.columns}>
          {(column) => (
            <div
              role="columnheader"
              class={css.title}
              aria-sort={way(column.id)}
              data-align={column.align}
            >
              <Show
                when={column.compare && !props.hidden}
                fallback={
                  <span classList={{ 'visually-hidden': column.titleHidden === true }}>
                    {column.title}
                  </span>
                }
              >
                <button
                  type="button"
                  class={css.sort}
                  title={column.title}
                  onClick={() => props.onSort(nextSorting(props.sorting, column.id))}
                >
                  <span classList={{ 'visually-hidden': column.titleHidden === true }}>
                    {column.title}
                  </span>
                  <Show when={way(column.id) === 'ascending'}>
                    <ArrowUp size={11} aria-hidden="true" />
                  </Show>
                  <Show when={way(column.id) === 'descending'}>
                    <ArrowDown size={11} aria-hidden="true" />
                  </Show>
                </button>
              </Show>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}
