import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMPARED_STATES } from '../../../test/gallery/fixtures/heat-compared';
import { mount, only } from '../../ui/testing';
import { SidePanel } from '../SidePanel';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(name: string) {
  const { state, comparison } = COMPARED_STATES[name] ?? {};
  const onSettings = vi.fn();
  const nothing = () => undefined;
  const view = mount(() => (
    <SidePanel
      state={state ?? null}
      comparison={comparison}
      quiet={null}
      busy={false}
      error={null}
      onQuiet={nothing}
      onSettings={onSettings}
      onOpenFile={nothing}
      onReload={nothing}
      onOff={nothing}
      onHighlight={nothing}
      onScrollTo={nothing}
      zones={{
        onPick: nothing,
        onSections: async () => null,
        onAdd: nothing,
        onRemove: nothing,
        onLimit: nothing,
      }}
      onOpenWorkspace={nothing}
    />
  ));
  unmount = view.unmount;
  return { root: view.root, onSettings };
}

const verdict = (root: HTMLElement) => only(root, '[data-testid="compare-verdict"]').textContent;

describe('while something is compared', () => {
  it('the answer comes first, with how much of it may be chance', () => {
    const { root } = show('compared');
    expect(verdict(root)).toContain('23 places differ: 14 less in B, 9 more.');
    expect(verdict(root)).toContain('5 %');
    expect(only(root, '[data-testid="compare-legend"]').textContent).toContain('Less in B');
  });

  it('nothing different is said to be a matter of how many people there were', () => {
    const { root } = show('comparedNone');
    expect(verdict(root)).toContain('Nothing is different at this many people.');
    expect(root.querySelector('[data-testid="compare-legend"]')).toBeNull();
  });

  it('clicks alone are called nothing, and the reason stands there', () => {
    const { root } = show('comparedClicks');
    expect(verdict(root)).toContain('Nothing can be called different here.');
    expect(root.textContent).toContain('one person may have made all of them');
  });

  it.each([
    ['comparedRefused', 'where the page is laid out differently'],
    ['comparedFailed', 'could not be reached'],
  ])('%s says why, and map A keeps its table', (name, why) => {
    const { root } = show(name);
    expect(verdict(root)).toContain(why);
    expect(root.querySelector('[data-testid="heat-elements"]')).not.toBeNull();
  });

  it('bands of depth are listed from the top down, with both shares and the interval', () => {
    const { root } = show('comparedBands');
    expect(verdict(root)).toContain('7 bands differ: 6 less in B, 1 more.');
    const table = only(root, '[data-testid="compare-bands"]');
    expect(table.textContent).toContain('0 px to 200 px');
    expect(root.textContent).toContain('11 bands are shown by both, 1 by one of them alone.');
    expect(root.querySelector('[data-testid="heat-bands"]')).toBeNull();
    expect(only(root, '[data-testid="compare-b"]').textContent).toContain('4,800 people');
  });

  it('bands have no swipe, and the panel says so', () => {
    const { root } = show('comparedBands');
    expect(root.querySelector('[data-testid="compare-view-swipe"]')).toBeNull();
    expect(root.textContent).toContain('Swipe is for maps of clicks.');
  });

  it('page views are no people: no band is called different, and the reason stands there', () => {
    const { root } = show('comparedBandsPageViews');
    expect(verdict(root)).toContain('Nothing can be called different here.');
    expect(root.textContent).toContain('one person may have made several');
    expect(root.querySelector('[data-testid="compare-legend"]')).toBeNull();
  });

  it('time in view stands beside who looked', () => {
    const { root } = show('comparedAttention');
    expect(verdict(root)).toContain('1 band differs: 1 less in B, 0 more.');
    expect(only(root, '[data-testid="compare-bands"]').textContent).toContain('9.2 s');
  });

  it('another view is a setting of the same comparison', () => {
    const { root, onSettings } = show('compared');
    only(root, '[data-testid="compare-view-swipe"] input').click();
    expect(onSettings).toHaveBeenCalledWith({
      compare: { with: { kind: 'before' }, view: 'swipe', side: 'b', palette: 'vik' },
    });
  });
});
