import { createSignal } from 'solid-js';
import { afterEach, expect, it, vi } from 'vitest';
import { message } from '../../lib/core/message';
import { buttonNamed, mount, only, type } from '../ui/testing';
import { SaveSnapshot, type SaveSnapshotProps } from './SaveSnapshot';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const OFFER = { bytes: 412_000, warning: message('heat.snapshot.littleRoom', 0.6, 0.4) };

async function open(part: Partial<SaveSnapshotProps> = {}) {
  const onSave = vi.fn<SaveSnapshotProps['onSave']>(async () => null);
  const [edition, setEdition] = createSignal('map_1 1 11');
  const view = mount(() => (
    <SaveSnapshot onOffer={async () => OFFER} onSave={onSave} edition={edition()} {...part} />
  ));
  unmount = view.unmount;
  buttonNamed(view.root, 'Save snapshot').click();
  const dialog = () => only(document, '[role="dialog"]');
  await vi.waitFor(() => expect(dialog().querySelector('[role="alert"]')).not.toBeNull());
  const name = only<HTMLInputElement>(dialog(), '[data-testid="snapshot-name"]');
  return { root: view.root, dialog, name, onSave, setEdition };
}

it('says what it takes, and that little room is left, before anything is saved', async () => {
  const { dialog, onSave } = await open();
  expect(dialog().textContent).toContain('402 kB');
  expect(dialog().textContent).toContain('0.6 MB left');
  expect(onSave).not.toHaveBeenCalled();
});

it('needs a name, and says when it is saved', async () => {
  const { root, dialog, name, onSave } = await open();
  const save = () => buttonNamed(dialog(), 'Save snapshot');
  expect(save().disabled).toBe(true);
  type(name, '  Before ');
  save().click();
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledExactlyOnceWith('Before'));
  await vi.waitFor(() => expect(root.textContent).toContain('Saved'));
});

it('does not call the next map saved', async () => {
  const { root, dialog, name, setEdition } = await open();
  type(name, 'Before');
  buttonNamed(dialog(), 'Save snapshot').click();
  await vi.waitFor(() => expect(root.textContent).toContain('Saved'));
  setEdition('map_1 2 11');
  expect(root.textContent).not.toContain('Saved');
});

it('does not call the map saved that came while another one was being saved', async () => {
  let answer = (_: null): void => undefined;
  const onSave = () =>
    new Promise<null>((resolve) => {
      answer = resolve;
    });
  const { root, dialog, name, setEdition } = await open({ onSave });
  type(name, 'Before');
  buttonNamed(dialog(), 'Save snapshot').click();
  setEdition('map_2 1 11');
  answer(null);
  await new Promise((resolve) => setTimeout(resolve));
  expect(dialog().hasAttribute('data-closed')).toBe(true);
  expect(root.textContent).not.toContain('Saved');
});

it('keeps what was typed where saving is refused, and says why', async () => {
  const { dialog, name } = await open({ onSave: async () => message('error.snapshot.noRoom') });
  type(name, 'Before');
  buttonNamed(dialog(), 'Save snapshot').click();
  await vi.waitFor(() => expect(dialog().textContent).toContain('Nothing was saved'));
  expect(name.value).toBe('Before');
});

it('cannot save what may not be saved', async () => {
  const refused = message('error.snapshot.nothing');
  const { dialog, name } = await open({ onOffer: async () => ({ refused }) });
  type(name, 'Before');
  expect(dialog().textContent).toContain('no heat of this page');
  expect(buttonNamed(dialog(), 'Save snapshot').disabled).toBe(true);
});
