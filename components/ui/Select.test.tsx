import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Option, Select } from './Select';
import { mount, only, press } from './testing';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const told = (): Option<string>[] => [
  { value: 'clicks', label: 'Clicks' },
  { value: 'inp', label: 'Slowest answer', hint: 'of measured elements' },
];

function open() {
  const changed = vi.fn();
  const [options, setOptions] = createSignal(told());
  const view = mount(() => (
    <Select label="Order" options={options()} value="clicks" onChange={changed} testId="order" />
  ));
  unmount = view.unmount;
  press(only(view.root, '[data-testid=order]'), 'Enter');
  return { changed, setOptions };
}

const inList = (): (string | null)[] =>
  [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);

describe('Select', () => {
  it('stays open, at the same option, while the same options are told anew', () => {
    const { changed, setOptions } = open();
    const before = only(document, '[role=option][data-key=inp]');
    setOptions(told());
    expect(only(document, '[role=option][data-key=inp]')).toBe(before);
    expect(only(document, '[data-testid=order]').getAttribute('aria-expanded')).toBe('true');
    expect(changed).not.toHaveBeenCalled();
  });

  it('shows other options when there are some', () => {
    const { setOptions } = open();
    setOptions([...told(), { value: 'lcp', label: 'Largest element' }]);
    if (inList().length === 0) press(only(document, '[data-testid=order]'), 'Enter');
    expect(inList()).toEqual(['Clicks', 'Slowest answerof measured elements', 'Largest element']);
  });

  it('tells what was chosen', () => {
    const { changed } = open();
    press(only(document, '[role=option][data-key=inp]'), 'Enter');
    expect(changed).toHaveBeenCalledExactlyOnceWith('inp');
  });
});
