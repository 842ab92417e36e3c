import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeatState } from '../../lib/protocol/heat';
import type { QuietState } from '../../lib/protocol/hold';
import { HEAT_STATES } from '../../test/gallery/fixtures/heat';
import { QUIET_STATES } from '../../test/gallery/fixtures/hold';
import { buttonNamed, mount, only, press, type } from '../ui/testing';
import { SidePanel } from './SidePanel';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(initial: HeatState | null, quiet: QuietState | null = null) {
  const calls = {
    onSettings: vi.fn(),
    onOpenFile: vi.fn(),
    onReload: vi.fn(),
    onOff: vi.fn(),
    onHighlight: vi.fn(),
    onScrollTo: vi.fn(),
    zones: {
      onPick: vi.fn(),
      onSections: async () => [],
      onAdd: vi.fn(),
      onRemove: vi.fn(),
      onLimit: vi.fn(),
    },
    onOpenWorkspace: vi.fn(),
    onQuiet: vi.fn(),
  };
  const [state, setState] = createSignal(initial);
  const view = mount(() => (
    <SidePanel state={state()} quiet={quiet} busy={false} error={null} {...calls} />
  ));
  unmount = view.unmount;
  return { root: view.root, setState, ...calls };
}

const EMPTY = [
  ['loading', 'Stop'],
  ['noSource', 'Set up a source'],
  ['noPermission', 'Allow it in the workspace'],
  ['locked', 'See the policy'],
  ['filteredOut', 'Look at 90 days'],
  ['leftOut', 'Look at 90 days'],
  ['noData', 'Look at 90 days'],
  ['failed', 'Try again'],
] as const;

describe('SidePanel', () => {
  it('names the page whose data is shown, and where it comes from', () => {
    const { root } = show(HEAT_STATES.shown);
    expect(only(root, 'h1').textContent).toBe('staging.parley.example/pricing');
    const data = only(root, '[data-testid="heat-data-page"]').textContent;
    expect(data).toContain('parley.example/pricing');
    expect(data).toContain('PostHog EU');
  });

  it.each(EMPTY)('says why it is empty (%s), with exactly one next step', (kind, next) => {
    const { root } = show(HEAT_STATES[kind]);
    const screen = only(root, '[data-empty]');
    expect(screen.querySelectorAll('[data-next-step]')).toHaveLength(1);
    expect([...screen.querySelectorAll('button')].map((b) => b.textContent?.trim())).toEqual([
      next,
    ]);
  });

  it('has a different title and sentence for each cause', () => {
    const words = EMPTY.map(([kind]) => {
      const { root } = show(HEAT_STATES[kind]);
      const said = only(root, '[data-empty]').textContent;
      unmount();
      return said;
    });
    expect(new Set(words).size).toBe(EMPTY.length);
  });

  it('takes the next step that it offers', () => {
    const noData = show(HEAT_STATES.noData);
    buttonNamed(noData.root, 'Look at 90 days').click();
    expect(noData.onSettings).toHaveBeenCalledWith({ days: 90 });
    unmount();
    const { settings } = HEAT_STATES.noData;
    const filters = { ...settings.filters, cohorts: [3] };
    const filtered = show({ ...HEAT_STATES.noData, settings: { ...settings, filters } });
    buttonNamed(filtered.root, 'Take all filters off').click();
    expect(filtered.onSettings).toHaveBeenCalledWith({ filters: settings.filters });
    unmount();
    const locked = show(HEAT_STATES.locked);
    buttonNamed(locked.root, 'See the policy').click();
    expect(locked.onOpenWorkspace).toHaveBeenCalledOnce();
    unmount();
    const refused = show(HEAT_STATES.refusedKey);
    buttonNamed(only(refused.root, '[data-empty]'), 'Open the workspace').click();
    expect(refused.onOpenWorkspace).toHaveBeenCalledOnce();
  });

  it('shows an element on the page when it is pointed at, and scrolls to it when it is pressed', () => {
    const { root, onHighlight, onScrollTo } = show(HEAT_STATES.shown);
    const row = root.querySelectorAll<HTMLElement>('[role="row"][tabindex]')[1];
    row?.dispatchEvent(new MouseEvent('mouseenter'));
    expect(onHighlight).toHaveBeenLastCalledWith(1);
    row?.click();
    expect(onScrollTo).toHaveBeenLastCalledWith(1);
    row?.focus();
    press(row ?? root, 'ArrowDown');
    expect(onHighlight).toHaveBeenLastCalledWith(2);
    expect(onScrollTo).toHaveBeenCalledTimes(1);
    press(document.activeElement ?? root, 'Enter');
    expect(onScrollTo).toHaveBeenLastCalledWith(2);
  });

  it('tells a share with its margin, and says where the margin is not known', () => {
    const { root } = show(HEAT_STATES.many);
    const cells = root.textContent ?? '';
    expect(cells).toContain('20 %');
    expect(cells).toContain('±2.0');
    expect(cells).toContain('±?');
  });

  it('goes to the filter at "/", and filters by name', () => {
    const { root } = show(HEAT_STATES.shown);
    const filter = only<HTMLInputElement>(root, '[data-testid="heat-filter"]');
    press(only(root, 'main'), '/');
    expect(document.activeElement).toBe(filter);
    type(filter, 'pricing');
    expect(root.querySelectorAll('[role="row"][tabindex]')).toHaveLength(1);
    type(filter, 'nothing like it');
    expect(root.querySelectorAll('[data-next-step]')).toHaveLength(1);
    buttonNamed(only(root, '[data-next-step]'), 'Clear the filter').click();
    expect(root.querySelectorAll('[role="row"][tabindex]').length).toBeGreaterThan(5);
  });

  it('lists its keys at "?"', () => {
    const { root } = show(HEAT_STATES.shown);
    press(only(root, 'main'), '?');
    expect(only(document, '[role="dialog"]').textContent).toContain('Go to the filter');
  });

  it('does not take "/" away from somebody who is typing', () => {
    const { root } = show(HEAT_STATES.shown);
    const peak = only<HTMLInputElement>(root, '[data-testid="heat-peak"]');
    peak.focus();
    press(peak, '/');
    expect(document.activeElement).toBe(peak);
  });

  it('changes the peak by typing, and gives the page its own back', () => {
    const { root, onSettings, setState } = show(HEAT_STATES.shown);
    const peak = only<HTMLInputElement>(root, '[data-testid="heat-peak"]');
    expect(peak.value).toBe('1,900');
    type(peak, '500');
    press(peak, 'Enter');
    expect(onSettings).toHaveBeenLastCalledWith({ peak: 500 });
    setState({ ...HEAT_STATES.shown, settings: { ...HEAT_STATES.shown.settings, peak: 500 } });
    buttonNamed(root, "Use the page's own peak").click();
    expect(onSettings).toHaveBeenLastCalledWith({ peak: null });
  });

  it('takes a dropped file, and shows that it would', () => {
    const { root, onOpenFile } = show(HEAT_STATES.shown);
    const target = only(root, '[data-testid="heat-drop"]');
    const file = new File(['{}'], 'heat.json');
    const drag = (name: string) => {
      const event = new Event(name, { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { types: ['Files'], files: [file], dropEffect: '' } });
      target.dispatchEvent(event);
    };
    drag('dragenter');
    expect(root.querySelector('[data-testid="heat-drop-over"]')).not.toBeNull();
    drag('drop');
    expect(root.querySelector('[data-testid="heat-drop-over"]')).toBeNull();
    expect(onOpenFile).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('shows names that are markup as text', () => {
    const { root } = show(HEAT_STATES.markup);
    expect(root.querySelector('main img, h1 b')).toBeNull();
    expect(root.textContent).toContain('<b>Bold</b>');
  });

  it('marks sample data and a saved copy as what they are', () => {
    const sample = show(HEAT_STATES.sample);
    expect(only(sample.root, '[data-testid="badge-sample"]').textContent).toBe('Sample data');
    unmount();
    const saved = show(HEAT_STATES.savedCopy);
    expect(only(saved.root, '[data-testid="badge-saved"]').textContent).toBe('Saved copy');
    expect(only(saved.root, '[data-testid="badge-unit"]').textContent).toBe('Sessions');
  });

  it('keeps a visit out of the site’s analytics with one switch, and never calls a broken one on', () => {
    const { root, onQuiet } = show(HEAT_STATES.shown, QUIET_STATES.off);
    only<HTMLInputElement>(root, '[data-testid="quiet"]').click();
    expect(onQuiet).toHaveBeenCalledWith(true);
    unmount();
    const broken = show(HEAT_STATES.shown, QUIET_STATES.broken).root;
    expect(only<HTMLInputElement>(broken, '[data-testid="quiet"]').checked).toBe(false);
    expect(broken.textContent).toContain('Not quiet');
  });
});
