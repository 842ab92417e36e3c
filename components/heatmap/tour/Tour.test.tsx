import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeatState } from '../../../lib/protocol/heat';
import { HEAT_STATES } from '../../../test/gallery/fixtures/heat';
import { buttonNamed, mount, press } from '../../ui/testing';
import { Tour } from './Tour';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(state: HeatState) {
  const calls = { onSettings: vi.fn(), onAddSource: vi.fn(), onClose: vi.fn() };
  const view = mount(() => <Tour state={state} {...calls} />);
  unmount = view.unmount;
  const next = (times: number) => {
    for (let i = 0; i < times; i++) buttonNamed(view.root, 'Next').click();
  };
  return { root: view.root, next, ...calls };
}

describe('the tour', () => {
  it('has five steps at most, and ends with what lies on the page', () => {
    const { root, next, onClose } = show(HEAT_STATES.sample);
    expect(root.textContent).toContain('1 of 5');
    next(4);
    expect(root.textContent).toContain('Sample heat is on the page');
    buttonNamed(root, 'Finish').click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is left by Escape, wherever the focus is', () => {
    const { onClose } = show(HEAT_STATES.shown);
    press(document.body, 'Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('leaves Escape to a dialog that is open', () => {
    const { root, onClose } = show(HEAT_STATES.shown);
    root.insertAdjacentHTML('beforeend', '<div role="dialog"><button id="in">In</button></div>');
    press(root.querySelector('#in') ?? root, 'Escape');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('offers sample heat where nothing lies on the page, and never puts real heat away', () => {
    const sources = [...HEAT_STATES.sample.sources];
    const empty = show({ ...HEAT_STATES.noData, sources });
    buttonNamed(empty.root, 'Show sample heat').click();
    expect(empty.onSettings).toHaveBeenCalledWith({ sourceId: 'sample' });
    unmount();
    const own = show(HEAT_STATES.shown);
    expect(own.root.textContent).not.toContain('Show sample heat');
    expect(own.onSettings).not.toHaveBeenCalled();
  });

  it('ends with a source’s heat where there is one', () => {
    const { root, next, onSettings } = show({
      ...HEAT_STATES.sample,
      sources: HEAT_STATES.shown.sources,
    });
    next(4);
    buttonNamed(root, 'Show heat from PostHog EU').click();
    expect(onSettings).toHaveBeenCalledWith({ sourceId: 'posthog_eu' });
  });

  it('opens the form for a source', () => {
    const { root, next, onAddSource } = show(HEAT_STATES.sample);
    next(3);
    buttonNamed(root, 'Add a source').click();
    expect(onAddSource).toHaveBeenCalledOnce();
  });
});
