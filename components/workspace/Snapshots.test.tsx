import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SnapshotList } from '../../lib/protocol/snapshots';
import { SNAPSHOT_STATES, SNAPSHOTS } from '../../test/gallery/fixtures/snapshots';
import { ToastProvider } from '../ui/Toast';
import { buttonNamed, mount, only, press, type } from '../ui/testing';
import { Snapshots } from './Snapshots';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(initial: SnapshotList | null | undefined = SNAPSHOTS) {
  const calls = { onRename: vi.fn(), onRemove: vi.fn(), onRestore: vi.fn(), onExport: vi.fn() };
  const [list, setList] = createSignal(initial ?? null);
  const view = mount(() => (
    <ToastProvider>
      <Snapshots list={list()} {...calls} />
    </ToastProvider>
  ));
  unmount = view.unmount;
  return { root: view.root, setList, ...calls };
}

const [FIRST, SECOND] = SNAPSHOTS.snapshots;
const rowsOf = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLElement>('[role=row][tabindex]'),
];
const detail = (root: HTMLElement) => only(root, '[data-testid="snapshot-detail"]');

describe('Snapshots', () => {
  it('says what they take, how much room is left, and where each came from', () => {
    const { root } = show();
    expect(root.textContent).toContain('3 snapshots take');
    expect(root.textContent).toContain('MB are left');
    rowsOf(root)[1]?.click();
    const said = detail(root).textContent ?? '';
    for (const fact of ['PostHog EU', 'Rage clicks', 'Mobile', 'without test accounts', '1 cohort'])
      expect(said).toContain(fact);
  });

  it('says in time that little room is left', () => {
    expect(show(SNAPSHOT_STATES.snapshotsLow).root.textContent).toContain('Remove snapshots');
  });

  it('says how to save the first one', () => {
    const { root } = show(SNAPSHOT_STATES.noSnapshots);
    expect(only(root, '[data-next-step]').textContent).toContain('Save snapshot');
  });

  it('calls nothing empty before it is read', () => {
    expect(show(null).root.querySelector('[data-empty]')).toBeNull();
  });

  it('is removed at once, and put back by an undo', () => {
    const { root, setList, onRemove, onRestore } = show();
    buttonNamed(detail(root), 'Remove').click();
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(FIRST?.id);
    setList({ ...SNAPSHOTS, snapshots: SNAPSHOTS.snapshots.slice(1) });
    expect(rowsOf(root)[0]?.textContent).toContain(SECOND?.name);
    buttonNamed(root, 'Undo').click();
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(FIRST?.id);
  });

  it('is renamed where it was given another name, and never to nothing', () => {
    const { root, onRename } = show();
    const field = only<HTMLInputElement>(root, '[data-testid="snapshot-name"]');
    const submit = () =>
      only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    submit();
    type(field, '   ');
    submit();
    expect(onRename).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    type(field, ' After ');
    submit();
    expect(onRename).toHaveBeenCalledExactlyOnceWith(FIRST?.id, 'After');
  });

  it('is saved as a file', () => {
    const { root, onExport } = show();
    rowsOf(root)[1]?.click();
    buttonNamed(detail(root), 'Save as a heat file').click();
    expect(onExport).toHaveBeenCalledExactlyOnceWith(SECOND?.id);
  });

  it('is found by its words, and says so where none fits', () => {
    const { root } = show();
    press(document.body, '/');
    const search = only<HTMLInputElement>(root, '[data-testid="snapshot-search"]');
    expect(document.activeElement).toBe(search);
    type(search, 'besucher');
    expect(rowsOf(root)).toHaveLength(1);
    type(search, 'nowhere');
    expect(root.textContent).toContain('No snapshot fits');
    expect(root.querySelector('[data-testid="snapshot-detail"]')).toBeNull();
    buttonNamed(only(root, '[data-next-step]'), 'Clear the filter').click();
    expect(rowsOf(root).length).toBeGreaterThan(1);
  });

  it('keeps few rows in the document, however many there are', () => {
    const { root } = show(SNAPSHOT_STATES.snapshotsMany);
    expect(only(root, '[role=grid]').getAttribute('aria-rowcount')).toBe('4001');
    expect(rowsOf(root).length).toBeLessThan(80);
  });
});
