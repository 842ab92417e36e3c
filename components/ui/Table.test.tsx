import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Column } from './column';
import { Table } from './Table';
import { buttonNamed, mount, press } from './testing';

interface Row {
  readonly id: number;
  readonly name: string;
}

const columns: Column<Row>[] = [
  { id: 'name', title: 'Name', width: '1fr', cell: ({ name }) => name, compare: byName },
];

const go: Column<Row> = {
  id: 'go',
  title: 'Go',
  width: '20px',
  cell: ({ id }) => <button type="button">{`Go ${id}`}</button>,
};

function byName(a: Row, b: Row): number {
  return a.name.localeCompare(b.name);
}

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Row ${String(id).padStart(4, '0')}` }));

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(rows: readonly Row[], more: Partial<Parameters<typeof Table<Row>>[0]> = {}) {
  const view = mount(() => (
    <Table
      label="Rows"
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      rowHeight={20}
      {...more}
    />
  ));
  unmount = view.unmount;
  return view.root;
}

const bodyRows = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLElement>('[role="row"][tabindex]'),
];
const focusable = (root: HTMLElement) => bodyRows(root).filter(({ tabIndex }) => tabIndex === 0);
const focused = () => document.activeElement?.textContent;

describe('Table', () => {
  it('keeps only rows in sight in the document, and tells how many there are', () => {
    const root = show(rowsOf(5_000));
    expect(bodyRows(root).length).toBeGreaterThan(10);
    expect(bodyRows(root).length).toBeLessThan(100);
    expect(root.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('5001');
  });

  it('has one stop for the Tab key', () => {
    const root = show(rowsOf(5_000));
    expect(focusable(root).map(({ textContent }) => textContent)).toEqual(['Row 0000']);
  });

  it('goes through its rows by arrow keys, Home and End, and selects them', () => {
    const onSelect = vi.fn();
    const root = show(rowsOf(5_000), { onSelect });
    focusable(root)[0]?.focus();
    press(document.activeElement ?? root, 'ArrowDown');
    expect(focused()).toBe('Row 0001');
    press(document.activeElement ?? root, 'ArrowUp');
    press(document.activeElement ?? root, 'ArrowUp');
    expect(focused()).toBe('Row 0000');
    press(document.activeElement ?? root, 'End');
    expect(focused()).toBe('Row 4999');
    press(document.activeElement ?? root, 'Home');
    expect(focused()).toBe('Row 0000');
    expect(onSelect).toHaveBeenLastCalledWith({ id: 0, name: 'Row 0000' });
  });

  it('opens a row by Enter, and gives way at Escape', () => {
    const onOpen = vi.fn();
    const onEscape = vi.fn();
    const root = show(rowsOf(3), { onOpen, onEscape });
    focusable(root)[0]?.focus();
    press(document.activeElement ?? root, 'ArrowDown');
    press(document.activeElement ?? root, 'Enter');
    press(document.activeElement ?? root, 'Escape');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 1, name: 'Row 0001' });
    expect(onEscape).toHaveBeenCalledOnce();
  });

  it('leaves keys with modifiers to the browser', () => {
    const onSelect = vi.fn();
    const root = show(rowsOf(3), { onSelect });
    focusable(root)[0]?.focus();
    press(document.activeElement ?? root, 'End', { ctrlKey: true });
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('shows a row that the keyboard reached as it shows one that is pointed at', () => {
    const onHover = vi.fn();
    const root = show(rowsOf(3), { onHover });
    focusable(root)[0]?.focus();
    press(document.activeElement ?? root, 'ArrowDown');
    expect(onHover).toHaveBeenLastCalledWith({ id: 1, name: 'Row 0001' });
    (document.activeElement as HTMLElement | null)?.blur();
    expect(onHover).toHaveBeenLastCalledWith(null);
  });

  it('keeps the focus while its rows are read anew', () => {
    const [rows, setRows] = createSignal(rowsOf(20));
    const view = mount(() => (
      <Table label="Rows" columns={columns} rows={rows()} idOf={({ id }) => id} rowHeight={20} />
    ));
    unmount = view.unmount;
    focusable(view.root)[0]?.focus();
    press(document.activeElement ?? view.root, 'ArrowDown');
    setRows(rowsOf(20));
    expect(focused()).toBe('Row 0001');
    press(document.activeElement ?? view.root, 'ArrowDown');
    expect(focused()).toBe('Row 0002');
  });

  it('opens the row whose control has the focus', () => {
    const onOpen = vi.fn();
    const box: Column<Row> = {
      id: 'box',
      title: 'Chosen',
      width: '20px',
      cell: () => <input type="checkbox" />,
    };
    const root = show(rowsOf(5), { onOpen, columns: [box, ...columns] });
    const third = root.querySelectorAll<HTMLElement>('input')[3];
    third?.focus();
    press(third ?? root, 'Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 3, name: 'Row 0003' });
    expect(focusable(root).map(({ textContent }) => textContent)).toEqual(['Row 0003']);
  });

  it('leaves Enter to a button in a row', () => {
    const onOpen = vi.fn();
    const root = show(rowsOf(5), { onOpen, columns: [go] });
    press(buttonNamed(root, 'Go 2'), 'Enter');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('leaves the focus on its row, or what is in it, when rows come, go and change places', () => {
    const onOpen = vi.fn();
    const all = rowsOf(20);
    const [rows, setRows] = createSignal(all.slice(1));
    const view = mount(() => (
      <Table
        label="Rows"
        columns={[...columns, go]}
        rows={rows()}
        idOf={({ id }) => id}
        rowHeight={20}
        onOpen={onOpen}
      />
    ));
    unmount = view.unmount;
    const row = () => bodyRows(view.root).find((each) => each.textContent?.includes('0002'));
    row()?.focus();
    setRows(all);
    setRows([...all].reverse());
    expect(document.activeElement).toBe(row());
    press(row() ?? view.root, 'Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ id: 2, name: 'Row 0002' });
    const inRow = buttonNamed(view.root, 'Go 2');
    inRow.focus();
    setRows(all);
    expect(document.activeElement).toBe(inRow);
    // What is in a row is drawn anew where the row says something else: the row takes its focus.
    setRows(rowsOf(20));
    expect(document.activeElement).toBe(row());
  });

  it('gives the focus to what takes the place of a row that is gone', () => {
    const [rows, setRows] = createSignal(rowsOf(20));
    const view = mount(() => (
      <Table label="Rows" columns={columns} rows={rows()} idOf={({ id }) => id} rowHeight={20} />
    ));
    unmount = view.unmount;
    bodyRows(view.root)[4]?.focus();
    setRows(rowsOf(20).filter(({ id }) => id !== 4));
    expect(focused()).toBe('Row 0005');
    setRows(rowsOf(3));
    expect(focused()).toBe('Row 0002');
  });

  it('leaves the focus where it is while that is in another window', () => {
    const [rows, setRows] = createSignal(rowsOf(20));
    const view = mount(() => (
      <Table label="Rows" columns={columns} rows={rows()} idOf={({ id }) => id} rowHeight={20} />
    ));
    unmount = view.unmount;
    bodyRows(view.root)[4]?.focus();
    const elsewhere = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    setRows(rowsOf(20).filter(({ id }) => id !== 4));
    elsewhere.mockRestore();
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps the focus of a row that is scrolled away', () => {
    const root = show(rowsOf(5_000));
    bodyRows(root)[2]?.focus();
    const scroller = root.firstElementChild;
    if (scroller === null) throw new Error('No table.');
    for (const top of [400, 8_000, 60_000, 20]) {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event('scroll'));
      expect(focused()).toBe('Row 0002');
    }
  });

  it('shows rows that share an id as well', () => {
    const root = show([...rowsOf(2), ...rowsOf(2)]);
    const names = bodyRows(root).map(({ textContent }) => textContent);
    expect(names).toEqual(['Row 0000', 'Row 0001', 'Row 0000', 'Row 0001']);
    expect(focusable(root)).toHaveLength(1);
  });

  it('sorts by a title up, down, and not at all, and says so', () => {
    const root = show([...rowsOf(3)].reverse());
    const first = () => bodyRows(root)[0]?.textContent;
    const sort = () => root.querySelector('[role="columnheader"]')?.getAttribute('aria-sort');
    expect(first()).toBe('Row 0002');
    buttonNamed(root, 'Name').click();
    expect([first(), sort()]).toEqual(['Row 0000', 'ascending']);
    buttonNamed(root, 'Name').click();
    expect([first(), sort()]).toEqual(['Row 0002', 'descending']);
    buttonNamed(root, 'Name').click();
    expect([first(), sort()]).toEqual(['Row 0002', null]);
  });

  it('shows names that are markup as text', () => {
    const root = show([{ id: 1, name: '<img src=x onerror="boom()"><b>Bold</b>' }]);
    expect(root.querySelector('img, b')).toBeNull();
    expect(bodyRows(root)[0]?.textContent).toBe('<img src=x onerror="boom()"><b>Bold</b>');
  });

  it('shows what stands in for rows where there are none', () => {
    const root = show([], { children: <p>Nothing</p> });
    expect(root.textContent).toContain('Nothing');
  });
});
