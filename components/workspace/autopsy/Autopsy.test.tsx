import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AutopsyState } from '../../../lib/wire/autopsy/progress';
import { AUTOPSY_STATES } from '../../../test/gallery/fixtures/autopsy';
import { buttonNamed, mount, only } from '../../ui/testing';
import { Autopsy } from './Autopsy';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(state: AutopsyState) {
  const calls = {
    ...{ onRead: vi.fn(), onStop: vi.fn(), onSaveReport: vi.fn(), onSaveAffected: vi.fn() },
  };
  const view = mount(() => <Autopsy state={state} {...calls} />);
  unmount = view.unmount;
  return { root: view.root, ...calls };
}

function choose(root: HTMLElement, field: string, files: readonly File[]): void {
  const input = only<HTMLInputElement>(root, `[data-testid="${field}"]`);
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('choosing recordings', () => {
  it('reads what is named, whatever it is called', () => {
    const { root, onRead } = show({ at: 'empty' });
    const file = new File(['[]'], 'export.txt');
    choose(root, 'autopsy-files', [file]);
    expect(onRead).toHaveBeenCalledWith([{ name: 'export.txt', file }]);
  });

  it('takes of a folder what can be a recording, and says so where nothing can', () => {
    const { root, onRead } = show({ at: 'empty' });
    const har = new File(['{}'], 'one.har');
    choose(root, 'autopsy-folder', [new File([''], 'photo.png'), har]);
    expect(onRead).toHaveBeenCalledWith([{ name: 'one.har', file: har }]);
    choose(root, 'autopsy-folder', [new File([''], 'photo.png')]);
    expect(onRead).toHaveBeenCalledOnce();
    expect(only(root, '[role="alert"]').textContent).toContain('Nothing was read');
  });
});

describe('the report', () => {
  it('answers first: how many recordings hold something', () => {
    const { root } = show(AUTOPSY_STATES.autopsyFound);
    expect(only(root, '[role="status"]').textContent).toMatch(/^Found\d+ of 72 recordings hold/);
    expect(root.textContent).toContain('Not read, so not clean');
    expect(root.textContent).toContain('exports/notes.json could not be read');
  });

  it('never calls clean what it could not read', () => {
    expect(show(AUTOPSY_STATES.autopsyUnread).root.textContent).toContain('Not read');
    unmount();
    const opaque = { brotli: 2_048 };
    const { report } = AUTOPSY_STATES.autopsyClean;
    const { root } = show({ at: 'report', report: { ...report, opaque } });
    expect(only(root, '[data-testid="verdict"]').textContent).toBe('Not all read');
    unmount();
    expect(show(AUTOPSY_STATES.autopsyClean).root.textContent).toContain('Nothing found');
  });

  it('shows one class alone where it is picked, in the lists too', () => {
    const { root } = show(AUTOPSY_STATES.autopsyFound);
    const rows = () => only(root, '[role="grid"]').getAttribute('aria-rowcount');
    expect(rows()).toBe('8');
    const lane = [...root.querySelectorAll<HTMLElement>('[aria-pressed]')].find((each) =>
      each.textContent?.includes('Private message'),
    );
    lane?.click();
    expect([lane?.getAttribute('aria-pressed'), rows()]).toEqual(['true', '2']);
    buttonNamed(root, 'Show all').click();
    expect(rows()).toBe('8');
  });

  it('hands over the list for deletion, and the whole report', () => {
    const { root, onSaveAffected, onSaveReport, onStop } = show(AUTOPSY_STATES.autopsyFound);
    buttonNamed(root, 'Save the list for deletion').click();
    buttonNamed(root, 'Save the report').click();
    buttonNamed(root, 'Read other files').click();
    const { report } = AUTOPSY_STATES.autopsyFound;
    expect(onSaveAffected).toHaveBeenCalledWith(report);
    expect(onSaveReport).toHaveBeenCalledWith(report);
    expect(onStop).toHaveBeenCalledOnce();
  });
});

it('can be stopped while it reads', () => {
  const { root, onStop } = show(AUTOPSY_STATES.autopsyReading);
  expect(root.textContent).toContain('Reading file 12 of 48');
  buttonNamed(root, 'Stop').click();
  expect(onStop).toHaveBeenCalledOnce();
});
