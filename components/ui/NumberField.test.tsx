import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NumberField } from './NumberField';
import { mount, only, press, type } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(initial: number, taken = (value: number) => value) {
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
        setValue(taken(next));
      }}
    />
  ));
  unmount = view.unmount;
  return { changed, setValue, field: only<HTMLInputElement>(view.root, 'input') };
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

  it('keeps what is half typed while it is told a number anew, and takes it at Enter', () => {
    const { changed, setValue, field } = show(1_900);
    field.focus();
    type(field, '12');
    setValue(1_900);
    setValue(2_000);
    expect(field.value).toBe('12');
    press(field, 'Enter');
    expect(changed.mock.calls).toEqual([[12]]);
    setValue(2_500);
    expect(field.value).toBe('2500');
  });

  it('changes nothing when it is gone through, though its number is out of bounds or finer than shown', () => {
    const { changed, field, setValue } = show(0.4);
    field.focus();
    press(field, 'Enter');
    field.blur();
    setValue(7.12345);
    field.focus();
    field.blur();
    expect(changed).not.toHaveBeenCalled();
    expect(field.value).toBe('7.12');
  });

  it('shows the number that holds, once it is left, where what was typed was not taken', () => {
    const { changed, field } = show(80, () => 80);
    field.focus();
    type(field, '50');
    press(field, 'Enter');
    field.blur();
    expect(changed).toHaveBeenCalledExactlyOnceWith(50);
    expect(field.value).toBe('80');
  });
});
