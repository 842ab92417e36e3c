import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeatState } from '../../lib/protocol/heat';
import { SECTIONS, ZONE_STATES } from '../../test/gallery/fixtures/zones';
import { buttonNamed, mount, only, press } from '../ui/testing';
import { Zones } from './Zones';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const PICKED = stateOf('zones');
const PICKING = stateOf('zonesPicking');

function stateOf(name: string): HeatState {
  const state = ZONE_STATES[name];
  if (state === undefined) throw new Error(`The fixture has no ${name}.`);
  return state;
}

function show(initial = PICKED) {
  const wishes = {
    ...{ onPick: vi.fn(), onAdd: vi.fn(), onRemove: vi.fn(), onLimit: vi.fn() },
    onSections: vi.fn(async () => SECTIONS),
  };
  const [state, setState] = createSignal(initial);
  const view = mount(() => <Zones state={state()} wishes={wishes} onHighlight={vi.fn()} />);
  unmount = view.unmount;
  return { root: view.root, setState, ...wishes };
}

describe('sections of a page', () => {
  it('keep the focus in a row while its numbers change, and while another one goes', () => {
    const { root, setState } = show();
    const remove = buttonNamed(root, 'Remove nav');
    remove.focus();
    const { list } = structuredClone(PICKED.zones);
    const counted = list.map((zone) => ({
      ...zone,
      heat: zone.heat && { ...zone.heat, count: 77 },
    }));
    setState({ ...PICKED, zones: { ...PICKED.zones, list: counted } });
    expect(root.textContent).toContain('77');
    expect(document.activeElement).toBe(remove);
    setState({ ...PICKED, zones: { ...PICKED.zones, list: counted.slice(1) } });
    expect(document.activeElement).toBe(remove);
  });

  it.each([
    ['ArrowUp', 'wider'],
    ['ArrowDown', 'narrower'],
    ['Enter', 'take'],
    ['Escape', 'stop'],
  ] as const)('are picked by keys: %s is "%s"', (key, step) => {
    const { root, onPick } = show(PICKING);
    expect(keyDown(only(root, '[data-testid="zone-pick"]'), key).defaultPrevented).toBe(true);
    expect(onPick).toHaveBeenCalledExactlyOnceWith(step);
  });

  it.each(['Limit the heat to Plans and prices', 'Remove Plans and prices', 'Pick from a list'])(
    'leave Enter to the button "%s" while one is picked',
    (name) => {
      const { root, onPick } = show(PICKING);
      expect(keyDown(buttonNamed(root, name), 'Enter').defaultPrevented).toBe(false);
      expect(onPick).not.toHaveBeenCalled();
      keyDown(buttonNamed(root, name), 'Escape');
      expect(onPick).toHaveBeenCalledExactlyOnceWith('stop');
    },
  );

  it('leave keys to the list while that is open', async () => {
    const { root, onPick, onAdd } = show(PICKING);
    buttonNamed(root, 'Pick from a list').click();
    const row = () => document.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    await vi.waitFor(() => expect(row()).not.toBeNull());
    const first = row();
    first?.focus();
    press(first ?? root, 'ArrowDown');
    expect(document.activeElement).not.toBe(first);
    press(document.activeElement ?? root, 'Enter');
    expect(onAdd).toHaveBeenCalledOnce();
    expect(onPick).not.toHaveBeenCalled();
  });
});

function keyDown(target: EventTarget, key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}
