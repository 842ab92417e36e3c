import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Compare } from '../../lib/protocol/compare';
import type { HeatSettings } from '../../lib/protocol/heat';
import { type Compared, compared } from '../../lib/services/testing/compared-tab';
import { mount, only, press, type } from '../ui/testing';
import { Scale } from './Scale';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

function show({ state, comparison }: Compared, isThere = true) {
  const onSettings = vi.fn();
  const view = mount(() => (
    <Scale state={state} comparison={isThere ? comparison : null} onSettings={onSettings} />
  ));
  unmount = view.unmount;
  const peak = only<HTMLInputElement>(view.root, '[data-testid="heat-peak"]');
  const bar = only(view.root, '[role="img"]').getAttribute('aria-label');
  const b = view.root.querySelector('[data-testid="heat-peak-b"]')?.textContent ?? null;
  return { peak, bar, b, onSettings };
}

function side(of: 'a' | 'b', part: Partial<HeatSettings> = {}): Compared {
  const given = compared('comparedSide', part);
  const { settings } = given.state;
  const compare: Compare | null = settings.compare && { ...settings.compare, side: of };
  return { ...given, state: { ...given.state, settings: { ...settings, compare } } };
}

describe('the scale in the panel', () => {
  it('ends where the side that is shown does', () => {
    const a = show(side('a'));
    expect([a.peak.value, a.b]).toEqual(['40', null]);
    expect(a.bar).toBe('A: from no clicks to 40 at the peak');
    unmount();
    const b = show(side('b'));
    expect([b.peak.value, b.peak.title, b.b]).toEqual(['80', 'Clicks at the peak of B', null]);
    expect(b.bar).toBe('B: from no clicks to 80 at the peak');
  });

  it('is set for the side that is shown, and the other follows', () => {
    const { peak, onSettings } = show(side('b'));
    type(peak, '100');
    press(peak, 'Enter');
    expect(onSettings).toHaveBeenLastCalledWith({ peak: 50 });
    unmount();
    expect(show(side('b', { peak: 50 })).peak.value).toBe('100');
  });

  it('under the handle says where each of them ends', () => {
    const { peak, b } = show(compared('comparedSwipe'));
    expect([peak.value, b]).toEqual(['40', 'A ends at 40, B at 80.']);
    unmount();
    expect(show(compared('comparedSwipe', { peak: 50 })).b).toBe('A ends at 50, B at 100.');
  });

  it('is that of A alone while B is not there', () => {
    const { peak, bar, b } = show(side('b'), false);
    expect([peak.value, b]).toEqual(['20', null]);
    expect(bar).toBe('From no clicks to 20 at the peak');
  });

  it('by element is not known before the page has told it', () => {
    const { bar, peak } = show(
      compared('comparedSide', { compare: null }, { anchors: 9, peak: 0 }),
    );
    expect(bar).toBe('From no clicks to a peak that is not known yet');
    expect(peak.disabled).toBe(true);
  });
});
