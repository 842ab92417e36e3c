import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NumberField } from './NumberField';
import { mount, only, press, type } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(initial: number) {
  const changed = vi.fn();
  const [value, setValue] = createSignal(initial);
  const view = mount(() => (
    <NumberField
      label="Peak"
      value={value()}
      min={1}
      max={10_000}
      step={1}
      onChange={(next) => {
        changed(next);
        setValue(next);
      }}
    />
  ));
  unmount = view.unmount;
  return { changed, field: only<HTMLInputElement>(view.root, 'input') };
}

describe('NumberField', () => {
  it('takes a typed number at Enter, and keeps it within its limits', () => {
    const { changed, field } = show(1_900);
    type(field, '2,500');
    press(field, 'Enter');
    type(field, '99999999');
    press(field, 'Enter');
    expect(changed.mock.calls).toEqual([[2_500], [10_000]]);
  });

  it('changes nothing at what is no number, and shows the old one again', () => {
    const { changed, field } = show(1_900);
    type(field, 'lots');
    press(field, 'Enter');
    expect(changed).not.toHaveBeenCalled();
    expect(field.value).toBe('1,900');
  });

  it('brings the old number back at Escape', () => {
    const { changed, field } = show(1_900);
    type(field, '12');
    press(field, 'Escape');
    expect([field.value, changed.mock.calls.length]).toEqual(['1,900', 0]);
  });

  it('is stepped by arrow keys, ten times as far with Shift', () => {
    const { changed, field } = show(20);
    press(field, 'ArrowUp');
    press(field, 'ArrowDown', { shiftKey: true });
    expect(changed.mock.calls).toEqual([[21], [11]]);
  });
});
