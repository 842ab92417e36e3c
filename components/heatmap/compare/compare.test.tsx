import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMPARED_STATES } from '../../../test/gallery/fixtures/heat-compared';
import { buttonNamed, mount, only, type } from '../../ui/testing';
import { SidePanel } from '../SidePanel';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show(name: string, canPin = true) {
  const { state, comparison } = COMPARED_STATES[name] ?? {};
  const [onSettings, onAdd, onScrollTo] = [vi.fn(), vi.fn(), vi.fn()];
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
      onScrollTo={onScrollTo}
      pins={
        canPin
          ? { pins: [], onAdd, onEdit: async () => true, onRemove: nothing, onPutBack: nothing }
          : undefined
      }
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
  return { root: view.root, onSettings, onAdd, onScrollTo };
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

  it.each([
    ['comparedBandsSwipe', "the same share of each one's people"],
    ['comparedAttentionSwipe', "the time that each one's longest band was in view"],
  ])('%s: bands are under a handle too, in the palette of either, on one scale', (name, scale) => {
    const { root } = show(name);
    expect(only<HTMLInputElement>(root, '[data-testid="compare-view-swipe"] input').checked).toBe(
      true,
    );
    expect(root.textContent).toContain('Drag the handle on the page.');
    expect(root.textContent).toContain(scale);
    expect(root.querySelector('[data-testid="heat-palette"]')).not.toBeNull();
    expect(root.querySelector('[data-testid="compare-legend"]')).toBeNull();
    expect(root.querySelector('[data-testid="compare-bands"]')).not.toBeNull();
  });

  it('a note is written on a compared element, and the page does not scroll to it', () => {
    const { root, onAdd, onScrollTo } = show('compared');
    const pin = 'button[aria-label="Pin a note on Start free trial"]';
    only<HTMLButtonElement>(root, `[data-testid="compare-elements"] ${pin}`).click();
    const field = only<HTMLTextAreaElement>(root, '[data-testid="pin-note"] textarea, textarea');
    expect(document.activeElement).toBe(field);
    type(field, 'Fewer since the move.');
    buttonNamed(root, 'Save note').click();
    const ref = COMPARED_STATES.compared?.comparison?.elements?.find(
      ({ label }) => label === 'Start free trial',
    )?.ref;
    expect(onAdd).toHaveBeenCalledExactlyOnceWith(ref, 'Fewer since the move.');
    expect(onScrollTo).not.toHaveBeenCalled();
  });

  it('where no note can be kept, the table offers none', () => {
    const { root } = show('compared', false);
    expect(root.querySelector('[data-testid="compare-elements"]')).not.toBeNull();
    expect(root.querySelector('button[aria-label^="Pin a note"]')).toBeNull();
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
