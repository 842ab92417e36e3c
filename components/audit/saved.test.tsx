import { afterEach, describe, expect, it } from 'vitest';
import { AUDIT_STATES, EXCEPTIONS } from '../../test/gallery/fixtures/audit';
import { buttonNamed, only, type } from '../ui/testing';
import { openTab, rowsOf, showPanel } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const REASON = 'The demo accounts of our own team.';

function show() {
  const shown = showPanel(AUDIT_STATES.blocked, { exceptions: EXCEPTIONS.slice(2) });
  unmount = shown.unmount;
  const { root } = shown;
  return { ...shown, says: (what: string) => root.textContent?.includes(what) };
}

/** Writes an answer, or an exception, as far as its last button. */
const WRITE = {
  answer(root: HTMLElement) {
    rowsOf(root)[3]?.click();
    buttonNamed(root, 'Answer').click();
    type(only(root, '[data-testid="answer-reason"]'), REASON);
    return () => buttonNamed(root, 'It is fine').click();
  },
  exception(root: HTMLElement) {
    rowsOf(root)[0]?.click();
    buttonNamed(root, 'Add an exception…').click();
    type(only(root, '[data-testid="exception-reason"]'), REASON);
    type(only(root, '[data-testid="exception-owner"]'), 'Ada');
    type(only(root, '[data-testid="exception-second"]'), 'Ben');
    return () => buttonNamed(root, 'Add the exception').click();
  },
};

const later = () => new Promise<void>((resolve) => setTimeout(resolve));

describe.each([
  ['answer', 'onResolve', 'Your answer was saved.'],
  ['exception', 'onExcept', 'The exception was added.'],
] as const)('an %s', (what, wish, saved) => {
  it('is written still, and not called saved, where it could not be saved', async () => {
    const view = show();
    view[wish].mockResolvedValueOnce(false);
    const save = WRITE[what](view.root);
    save();
    await later();
    expect(view.says(saved)).toBe(false);
    expect(only<HTMLTextAreaElement>(view.root, `[data-testid="${what}-reason"]`).value).toBe(
      REASON,
    );
    save();
    await later();
    expect(view.says(saved)).toBe(true);
    expect(view.root.querySelector(`[data-testid="${what}-reason"]`)).toBeNull();
  });

  it('is saved once, however often it is pressed meanwhile', async () => {
    const view = show();
    let answer = (_: boolean): void => undefined;
    view[wish].mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const save = WRITE[what](view.root);
    save();
    save();
    await later();
    expect(view[wish]).toHaveBeenCalledOnce();
    expect(view.says(saved)).toBe(false);
    answer(true);
    await later();
    expect(view.says(saved)).toBe(true);
  });
});

it('calls no exception removed that is still there', async () => {
  const view = show();
  view.onUnexcept.mockResolvedValueOnce(false);
  openTab(view.root, 'Exceptions');
  const remove = buttonNamed(only(view.root, '[data-testid="exceptions"]'), 'Remove the exception');
  remove.click();
  await later();
  expect(view.says('The exception was removed.')).toBe(false);
  remove.click();
  await later();
  expect(view.says('The exception was removed.')).toBe(true);
});
