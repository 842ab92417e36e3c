import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { message } from '../../../lib/core/message';
import type { ViewOffer } from '../../../lib/protocol/views';
import { OFFERS } from '../../../test/gallery/fixtures/views';
import { buttonNamed, mount, only, type } from '../../ui/testing';
import type { Offered, ViewsProps } from './props';
import { ViewsDialog } from './ViewsDialog';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const some = offerOf('some');
const none = offerOf('none');

function offerOf(name: string): ViewOffer {
  const offer = OFFERS[name];
  if (offer === undefined) throw new Error(`The fixture has no offer ${name}.`);
  return offer;
}

function show() {
  const [open, setOpen] = createSignal(true);
  const calls = {
    onOffer: vi.fn<ViewsProps['onOffer']>(async () => some),
    onSave: vi.fn<ViewsProps['onSave']>(async () => some),
    ...{ onRename: vi.fn(), onRemove: vi.fn(), onPutBack: vi.fn() },
    ...{ onOpen: vi.fn(), onUndo: vi.fn(), onDismiss: vi.fn() },
  };
  const view = mount(() => <ViewsDialog {...calls} open={open()} onClose={() => setOpen(false)} />);
  unmount = view.unmount;
  const link = () => document.querySelector<HTMLTextAreaElement>('[data-testid="view-link"]');
  return { ...calls, setOpen, link };
}

/** An answer that comes when the test says so. */
function later(): {
  readonly asked: () => Promise<Offered>;
  readonly answer: (of: Offered) => void;
} {
  let answer = (_: Offered): void => undefined;
  const asked = new Promise<Offered>((resolve) => {
    answer = resolve;
  });
  return { asked: () => asked, answer: (of) => answer(of) };
}

/** The dialog, read once and opened anew: the second reading is answered when the test says so. */
async function reopened() {
  const shown = show();
  await vi.waitFor(() => expect(shown.link()).not.toBeNull());
  shown.setOpen(false);
  const { asked, answer } = later();
  shown.onOffer.mockImplementationOnce(asked);
  shown.setOpen(true);
  return { ...shown, answer };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('views of a page', () => {
  it('are saved once, however often that is pressed meanwhile', async () => {
    const { onSave, link } = show();
    await vi.waitFor(() => expect(link()).not.toBeNull());
    const name = only<HTMLInputElement>(document, '[data-testid="view-name"]');
    type(name, 'Weekly');
    const submit = () =>
      only(document, 'form').dispatchEvent(
        new Event('submit', { bubbles: true, cancelable: true }),
      );
    submit();
    submit();
    await settled();
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Weekly', 'template');
  });

  it('are not those of an earlier page while they are read, nor where that fails', async () => {
    const { onOffer, setOpen, link, answer } = await reopened();
    expect(link()).toBeNull();
    answer({ refused: message('error.message.lost') });
    await settled();
    expect(only(document, '[role="alert"]').textContent).not.toBe('');
    expect(link()).toBeNull();
    setOpen(false);
    onOffer.mockImplementationOnce(later().asked);
    setOpen(true);
    expect(document.querySelector('[role="alert"]')).toBeNull();
  });

  it('are those of the page that was asked for last', async () => {
    const { onOffer, setOpen, link, answer } = await reopened();
    setOpen(false);
    onOffer.mockResolvedValueOnce(none);
    setOpen(true);
    await settled();
    answer(some);
    await settled();
    expect(document.body.textContent).toContain('No view');
    expect(link()).toBeNull();
  });

  it('are read again where one was saved after the dialog had been opened anew', async () => {
    const { onOffer, onSave, setOpen, link } = show();
    await vi.waitFor(() => expect(link()).not.toBeNull());
    const { asked, answer } = later();
    onSave.mockImplementationOnce(asked);
    type(only<HTMLInputElement>(document, '[data-testid="view-name"]'), 'Weekly');
    only(document, 'form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    setOpen(false);
    onOffer.mockResolvedValueOnce(none);
    setOpen(true);
    await settled();
    expect(document.body.textContent).toContain('No view');
    answer(some);
    await vi.waitFor(() => expect(link()).not.toBeNull());
  });

  it('keep a name that is half typed while another view goes', async () => {
    const { onRemove, link } = show();
    await vi.waitFor(() => expect(link()).not.toBeNull());
    const [first, second] = some.views;
    if (first === undefined || second === undefined)
      throw new Error('The fixture has no two views.');
    buttonNamed(document, `Rename ${second.name}`).click();
    const field = only<HTMLInputElement>(document, '[data-testid="view-new-name"]');
    type(field, 'Half a na');
    onRemove.mockResolvedValueOnce({ ...some, views: structuredClone(some.views.slice(1)) });
    buttonNamed(document, `Remove ${first.name}`).click();
    await settled();
    expect(document.querySelector(`[aria-label="Rename ${first.name}"]`)).toBeNull();
    expect(only<HTMLInputElement>(document, '[data-testid="view-new-name"]')).toBe(field);
    expect(field.value).toBe('Half a na');
  });
});
