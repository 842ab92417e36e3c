import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlacedPin } from '../../../lib/protocol/pins';
import { SHOWN } from '../../../test/gallery/fixtures/heat';
import { PINNED } from '../../../test/gallery/fixtures/pins';
import { buttonNamed, mount, only, press, type } from '../../ui/testing';
import { Pins } from './Pins';
import type { PinsProps } from './props';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(name: string, pinning = false) {
  const calls = {
    onAdd: vi.fn<PinsProps['onAdd']>(async () => true),
    onEdit: vi.fn<PinsProps['onEdit']>(async () => true),
    ...{ onRemove: vi.fn(), onPutBack: vi.fn() },
    ...{ onPinned: vi.fn(), onHighlight: vi.fn(), onScrollTo: vi.fn() },
  };
  const [first = null] = SHOWN.elements;
  const [pins, setPins] = createSignal(PINNED[name] ?? []);
  const view = mount(() => <Pins pins={pins()} pinning={pinning ? first : null} {...calls} />);
  unmount = view.unmount;
  return { root: view.root, setPins, ...calls };
}

const named = (root: HTMLElement, label: string): HTMLButtonElement =>
  only(root, `button[aria-label="${label}"]`);

const answered = (root: HTMLElement) =>
  vi.waitFor(() => expect(only(root, 'form').getAttribute('aria-busy')).toBe('false'));

describe('pins of a page', () => {
  it('are nothing to be seen until there is one', () => {
    expect(show('none').root.querySelector('section')).toBeNull();
  });

  it('lead to their elements, and one that is not there says so and leads nowhere', () => {
    const { root, onScrollTo } = show('pinsGone');
    named(root, 'Show pin 1 on the page').click();
    expect(onScrollTo).toHaveBeenCalledExactlyOnceWith(PINNED.pinsGone?.[0]?.ref);
    expect(root.textContent).toContain('1 pin is not to be seen on this page now.');
    expect(named(root, 'Show pin 4 on the page').disabled).toBe(true);
  });

  it('are written on an element, and the words go with its number', async () => {
    const { root, onAdd, onPinned } = show('none', true);
    const field = only<HTMLTextAreaElement>(root, 'textarea');
    expect(document.activeElement).toBe(field);
    type(field, '  Keep this.  ');
    buttonNamed(root, 'Save note').click();
    expect(onAdd).toHaveBeenCalledExactlyOnceWith(SHOWN.elements[0]?.ref, 'Keep this.');
    expect(onPinned).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(onPinned).toHaveBeenCalledOnce());
  });

  it('keep the words that could not be saved, so that they can be saved later', async () => {
    const { root, onAdd, onPinned } = show('none', true);
    onAdd.mockResolvedValueOnce(false);
    const field = only<HTMLTextAreaElement>(root, 'textarea');
    type(field, 'Keep this.');
    const save = buttonNamed(root, 'Save note');
    save.focus();
    save.click();
    await answered(root);
    expect(document.activeElement).toBe(save);
    expect(onPinned).not.toHaveBeenCalled();
    expect(field.value).toBe('Keep this.');
    save.click();
    await vi.waitFor(() => expect(onPinned).toHaveBeenCalledOnce());
  });

  it('are saved once, however often that is pressed meanwhile', async () => {
    const { root, onAdd, onPinned } = show('none', true);
    type(only<HTMLTextAreaElement>(root, 'textarea'), 'Keep this.');
    const submit = () =>
      only(root, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    submit();
    submit();
    await vi.waitFor(() => expect(onPinned).toHaveBeenCalled());
    expect(onAdd).toHaveBeenCalledOnce();
  });

  it('stay as they are being changed where that could not be saved', async () => {
    const { root, onEdit } = show('pins');
    onEdit.mockResolvedValueOnce(false);
    named(root, 'Edit pin 1').click();
    const field = only<HTMLTextAreaElement>(root, 'textarea');
    type(field, 'Other words');
    const save = buttonNamed(root, 'Save note');
    save.click();
    await answered(root);
    expect(only(root, 'textarea')).toBe(field);
    save.click();
    await vi.waitFor(() => expect(root.querySelector('textarea')).toBeNull());
  });

  it('are written on by one form: an answer for another one does not close it', async () => {
    const { root, onEdit } = show('pins');
    let answer = (_: boolean): void => undefined;
    onEdit.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    named(root, 'Edit pin 1').click();
    type(only<HTMLTextAreaElement>(root, 'textarea'), 'Other words');
    buttonNamed(root, 'Save note').click();
    buttonNamed(root, 'Cancel').click();
    named(root, 'Edit pin 1').click();
    answer(true);
    await new Promise((resolve) => setTimeout(resolve));
    expect(root.querySelector('textarea')).not.toBeNull();
  });

  it('are not saved empty or too long, and say why', () => {
    const { root, onAdd } = show('none', true);
    const field = only<HTMLTextAreaElement>(root, 'textarea');
    expect(buttonNamed(root, 'Save note')).toHaveProperty('disabled', true);
    type(field, 'x'.repeat(501));
    expect(root.textContent).toContain('The note has 501 characters');
    buttonNamed(root, 'Save note').click();
    expect(onAdd).not.toHaveBeenCalled();
  });

  it('are changed, and left as they were at Escape', () => {
    const { root, onEdit } = show('pins');
    named(root, 'Edit pin 1').click();
    press(only(root, 'textarea'), 'Escape');
    named(root, 'Edit pin 1').click();
    type(only<HTMLTextAreaElement>(root, 'textarea'), 'Other words');
    buttonNamed(root, 'Save note').click();
    expect(onEdit).toHaveBeenCalledExactlyOnceWith('pin_1', 'Other words');
  });

  it.each([
    ['its element is gone', (pins: PlacedPin[]) => pins.map((each) => ({ ...each, ref: null }))],
    ['another one is removed', (pins: PlacedPin[]) => pins.slice(1)],
  ])('keep what is being written while %s', (_, after) => {
    const { root, setPins } = show('pins');
    named(root, 'Edit pin 2').click();
    const field = only<HTMLTextAreaElement>(root, 'textarea');
    type(field, 'Half a thou');
    setPins(after(structuredClone([...(PINNED.pins ?? [])])));
    expect(only(root, 'textarea')).toBe(field);
    expect(field.value).toBe('Half a thou');
    expect(document.activeElement).toBe(field);
  });

  it('come back when they were removed', () => {
    const { root, onRemove, onPutBack } = show('pins');
    named(root, 'Remove pin 1').click();
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('pin_1');
    buttonNamed(root, 'Undo').click();
    expect(onPutBack).toHaveBeenCalledExactlyOnceWith(PINNED.pins?.[0]?.pin);
  });
});
