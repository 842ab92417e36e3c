// biome-ignore-all lint/a11y/useSemanticElements: rows in sight alone are in the document, placed by offset: a table element can't be that.
// biome-ignore-all lint/a11y/noStaticElementInteractions: its rows take the focus; it only watches.
import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Column } from './column';
import { keepFocus } from './keep-focus';
import { type Sorting, sortRows } from './sorting';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import css from './table.module.css';
import { indexesOf, scrollInto, visibleSpan } from './virtual';

export type { Column } from './column';

export type RowId = string | number;

export interface TableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => RowId;
  /** CSS px, with what stands below. */
  readonly rowHeight: number;
  /** A second line across all columns, of so many CSS px; a row that has none answers null. */
  readonly below?: { readonly height: number; readonly cell: (row: T) => JSX.Element } | undefined;
  /** The row whose details are shown beside the table. */
  readonly selected?: RowId | null | undefined;
  /** A row was pointed at or reached by key; null: no longer. */
  readonly onHover?: ((row: T | null) => void) | undefined;
  readonly onClick?: ((row: T) => void) | undefined;
  /** Clicked, or reached by an arrow key. */
  readonly onSelect?: ((row: T) => void) | undefined;
  /** Enter. */
  readonly onOpen?: ((row: T) => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** Column titles are read out and not shown. */
  readonly headHidden?: boolean | undefined;
  readonly sorting?: Sorting | undefined;
  /** What stands where no row does. */
  readonly children?: JSX.Element;
  readonly testId?: string | undefined;
}

/**
 * A table of any length: only rows in sight are in the document. One row holds the focus (roving
 * tabindex) and stays in the document when it is scrolled away, so that the place is never lost.
 */
export function Table<T>(props: TableProps<T>): JSX.Element {
  let scroller: HTMLDivElement | undefined;
  let head: HTMLDivElement | undefined;
  const rowElements = new Map<RowId, HTMLElement>();
  const [sorting, setSorting] = createSignal<Sorting | null>(props.sorting ?? null);
  const [scrollTop, setScrollTop] = createSignal(0);
  const [height, setHeight] = createSignal(0);
  const [width, setWidth] = createSignal(0);
  const [focusedId, setFocusedId] = createSignal<RowId | null>(null);

  const rows = createMemo(() => sortRows(props.rows, props.columns, sorting()));
  const places = createMemo(() => placesOf(rows().map(props.idOf)));
  const ids = createMemo(() => [...places().keys()]);
  /** The place of the row that has the focus or would get it: where that row is gone, what came after. */
  const focused = createMemo<number>((before) => {
    const wanted = focusedId() ?? props.selected ?? null;
    const last = Math.max(0, rows().length - 1);
    return wanted === null ? 0 : (places().get(wanted) ?? Math.min(before, last));
  }, 0);
  const sight = () => ({
    rows: rows().length,
    rowHeight: props.rowHeight,
    scrollTop: scrollTop(),
    height: height(),
  });
  const drawn = createMemo(() =>
    rows().length === 0
      ? []
      : indexesOf(visibleSpan(sight()), focused()).flatMap((place) => ids()[place] ?? []),
  );
  const elementAt = (place: number) => rowElements.get(ids()[place] ?? '');
  keepFocus(
    () => [rows(), drawn()],
    () => scroller,
    () => elementAt(focused()),
  );
  const columns = createMemo(() =>
    props.columns.filter(({ hideUnder }) => width() === 0 || width() >= (hideUnder ?? 0)),
  );
  const template = () =>
    columns()
      .map(({ width }) => width)
      .join(' ');

  onMount(() => {
    const measure = () => {
      setHeight((scroller?.clientHeight ?? 0) - (head?.offsetHeight ?? 0));
      setWidth(scroller?.clientWidth ?? 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (scroller !== undefined) observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });

  const goTo = (place: number): void => {
    const to = Math.max(0, Math.min(place, rows().length - 1));
    const row = rows()[to];
    if (row === undefined) return;
    setFocusedId(ids()[to] ?? null);
    const top = scrollInto(to, sight());
    if (scroller !== undefined && top !== scrollTop()) {
      scroller.scrollTop = top;
      setScrollTop(top);
    }
    elementAt(to)?.focus({ preventScroll: true });
    props.onSelect?.(row);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(height() / props.rowHeight) - 1);
    const row = rows()[focused()];
    if (event.key === 'ArrowDown') goTo(focused() + 1);
    else if (event.key === 'ArrowUp') goTo(focused() - 1);
    else if (event.key === 'PageDown') goTo(focused() + page);
    else if (event.key === 'PageUp') goTo(focused() - page);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows().length - 1);
    else if (event.key === 'Enter' && isPressed(event.target)) return;
    else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row);
    else if (event.key === 'Escape' && props.onEscape !== undefined) props.onEscape();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      class={css.scroller}
      data-testid={props.testId}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onMouseLeave={() => props.onHover?.(null)}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && scroller?.contains(event.relatedTarget))) {
          props.onHover?.(null);
        }
      }}
      style={{
        '--columns': template(),
        '--row-height': `${props.rowHeight}px`,
        '--line-height': `${props.rowHeight - (props.below?.height ?? 0)}px`,
      }}
    >
      <div
        role="grid"
        class={css.grid}
        aria-label={props.label}
        aria-rowcount={rows().length + 1}
        aria-colcount={columns().length}
      >
        <TableHead
          ref={(element) => {
            head = element;
          }}
          columns={columns()}
          hidden={props.headHidden === true}
          sorting={sorting()}
          onSort={setSorting}
        />
        <div
          role="rowgroup"
          class={css.body}
          style={{ height: `${rows().length * props.rowHeight}px` }}
          onKeyDown={onKeyDown}
        >
          <For each={drawn()}>
            {(id) => (
              <Show when={rows()[places().get(id) ?? -1]}>
                {(row) => (
                  <TableRow
                    row={row()}
                    place={places().get(id) ?? 0}
                    columns={columns()}
                    below={props.below?.cell}
                    selected={props.selected === id}
                    focusable={places().get(id) === focused()}
                    onElement={(element) => {
                      if (element === null) rowElements.delete(id);
                      else rowElements.set(id, element);
                    }}
                    onHover={() => props.onHover?.(row())}
                    onFocus={() => setFocusedId(id)}
                    onSelect={() => {
                      props.onSelect?.(row());
                      props.onClick?.(row());
                    }}
                  />
                )}
              </Show>
            )}
          </For>
        </div>
      </div>
      <Show when={rows().length === 0}>{props.children}</Show>
    </div>
  );
}

/** Places by id, in their order; of rows that share one, each later gets one of its own. */
function placesOf(ids: readonly RowId[]): Map<RowId, number> {
  const places = new Map<RowId, number>();
  ids.forEach((id, place) => {
    places.set(places.has(id) ? `${id}\n${place}` : id, place);
  });
  return places;
}

/** Enter presses it, so it is no key of the table's. */
const isPressed = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary') !== null;
