// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: cells of a grid are gridcells, which can be selected.
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrow keys is a grid.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid listens to keys for all of its cells.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: one cell holds the focus of the grid.
import { createSignal, For, type JSX } from 'solid-js';
import css from './grid.module.css';

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface CellGridProps {
  readonly label: string;
  /** What the titles of the rows are, for those who do not see the table. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cell: (place: Place) => JSX.Element;
  /** The whole of what a cell says, on hover. */
  readonly tip: (place: Place) => string;
  readonly selected: Place | null;
  /** Clicked, or reached by a key. */
  readonly onSelect: (place: Place) => void;
  /** Enter. */
  readonly onOpen: () => void;
  /** Columns are as narrow as an icon: their titles stand upright where room is short. */
  readonly narrow?: boolean | undefined;
  readonly testId?: string | undefined;
}

/** Two-way table: arrow keys go from cell to cell, Enter opens what the cell stands for. */
export function CellGrid(props: CellGridProps): JSX.Element {
  const [focused, setFocused] = createSignal<Place>({ row: 0, column: 0 });
  const holds = ({ row, column }: Place): boolean => {
    const place = props.selected ?? focused();
    return place.row === row && place.column === column;
  };
  let table: HTMLTableElement | undefined;

  const goTo = (row: number, column: number): void => {
    const place = {
      row: Math.max(0, Math.min(row, props.rows.length - 1)),
      column: Math.max(0, Math.min(column, props.columns.length - 1)),
    };
    setFocused(place);
    props.onSelect(place);
    table?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, column } = props.selected ?? focused();
    if (event.key === 'ArrowDown') goTo(row + 1, column);
    else if (event.key === 'ArrowUp') goTo(row - 1, column);
    else if (event.key === 'ArrowRight') goTo(row, column + 1);
    else if (event.key === 'ArrowLeft') goTo(row, column - 1);
    else if (event.key === 'Home') goTo(row, 0);
    else if (event.key === 'End') goTo(row, props.columns.length - 1);
    else if (event.key === 'Enter') props.onOpen();
    else return;
    event.preventDefault();
  };

  return (
    <div class={css.frame} data-narrow={props.narrow === true || undefined}>
      <table
        ref={table}
        role="grid"
        class={css.grid}
        aria-label={props.label}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" class={css.corner}>
              <span class="visually-hidden">{props.corner}</span>
            </th>
            <For each={props.columns}>
              {(title) => (
                <th scope="col" class={css.column} title={title}>
                  <span>{title}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(title, row) => (
              <tr>
                <th scope="row" class={css.row} title={title}>
                  {title}
                </th>
                <For each={props.columns}>
                  {(_, column) => {
                    const place = () => ({ row: row(), column: column() });
                    return (
                      <td
                        class={css.cell}
                        data-place={`${row()} ${column()}`}
                        tabindex={holds(place()) ? 0 : -1}
                        aria-selected={props.selected !== null && holds(place())}
                        title={props.tip(place())}
                        onClick={() => goTo(row(), column())}
                        onFocus={() => setFocused(place())}
                      >
                        {props.cell(place())}
                      </td>
                    );
                  }}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
