// biome-ignore-all lint/a11y/useSemanticElements: rows in sight alone are in the document, placed by offset: a table element can't be that.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, and titles that sort hold a button.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the table listens to keys for all of its rows.
import { For, type JSX, onCleanup, Show } from 'solid-js';
import type { Column } from './column';
import css from './table.module.css';

interface TableRowProps<T> {
  readonly row: T;
  readonly place: number;
  readonly columns: readonly Column<T>[];
  /** A second line across all columns. */
  readonly below: ((row: T) => JSX.Element) | undefined;
  readonly selected: boolean;
  readonly focusable: boolean;
  /** Tells the element of the row; null: it is gone. */
  readonly onElement: (element: HTMLElement | null) => void;
  readonly onHover: () => void;
  /** The row, or something in it, has the focus. */
  readonly onFocus: () => void;
  readonly onSelect: () => void;
}

export function TableRow<T>(props: TableRowProps<T>): JSX.Element {
  onCleanup(() => props.onElement(null));
  return (
    <div
      role="row"
      ref={(element) => props.onElement(element)}
      class={css.row}
      aria-rowindex={props.place + 2}
      aria-selected={props.selected}
      data-odd={props.place % 2 === 1 || undefined}
      tabindex={props.focusable ? 0 : -1}
      style={{ top: `calc(${props.place} * var(--row-height))` }}
      onMouseEnter={() => props.onHover()}
      onFocusIn={() => {
        props.onFocus();
        props.onHover();
      }}
      onClick={() => props.onSelect()}
    >
      <For each={props.columns}>
        {(column) => (
          <div
            role="gridcell"
            class={css.cell}
            data-align={column.align}
            data-mono={column.mono === true || undefined}
            title={column.tip?.(props.row)}
          >
            {column.cell(props.row)}
          </div>
        )}
      </For>
      <Show when={props.below?.(props.row)}>
        {(line) => (
          <div role="gridcell" class={css.below} aria-colspan={props.columns.length}>
            {line()}
          </div>
        )}
      </Show>
    </div>
  );
}
