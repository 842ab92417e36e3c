import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ZONE_STATES } from '../../test/gallery/fixtures/zones';
import { buttonNamed, mount } from '../ui/testing';
import { Zones } from './Zones';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const PICKED = ZONE_STATES.zones;
if (PICKED === undefined) throw new Error('The fixture shows no zones.');

function show(initial = PICKED) {
  const wishes = {
    ...{ onPick: vi.fn(), onAdd: vi.fn(), onRemove: vi.fn(), onLimit: vi.fn() },
    onSections: vi.fn(async () => []),
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
});
