import { afterEach, describe, expect, it, vi } from 'vitest';
import { SHOWN } from '../../test/gallery/fixtures/heat';
import { mount } from '../ui/testing';
import { Elements } from './Elements';
import { createPanelTold } from './panel-told';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show() {
  const { listener, told } = createPanelTold();
  listener.onState(SHOWN);
  const view = mount(() => (
    <Elements
      state={told.state ?? SHOWN}
      onHighlight={vi.fn()}
      onScrollTo={vi.fn()}
      onPin={vi.fn()}
      onKeys={vi.fn()}
      filterRef={vi.fn()}
    />
  ));
  unmount = view.unmount;
  const buttons = () => [...view.root.querySelectorAll<HTMLElement>('[role=gridcell] button')];
  return { listener, buttons, root: view.root };
}

describe('the table of elements', () => {
  it('keeps the focus in a row while news of the page says the same of it', () => {
    const { listener, buttons, root } = show();
    const [, second] = buttons();
    second?.focus();
    expect(document.activeElement).toBe(second);
    const [first, ...others] = structuredClone(SHOWN.elements);
    if (first === undefined) throw new Error('The fixture shows no element.');
    listener.onState({ ...structuredClone(SHOWN), elements: [{ ...first, count: 77 }, ...others] });
    expect(root.textContent).toContain('77');
    expect(document.activeElement).toBe(second);
  });
});
