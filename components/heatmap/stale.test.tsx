import { createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeatState } from '../../lib/protocol/heat';
import type { PagesOfPattern } from '../../lib/protocol/pages';
import { SHOWN } from '../../test/gallery/fixtures/heat';
import { mount, only } from '../ui/testing';
import { type AskTakenAway, NoiseDifference } from './NoiseDifference';
import { Pattern } from './patterns/Pattern';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const SUMMARY = SHOWN.summary;
if (SUMMARY === null) throw new Error('The fixture shows nothing.');

/** The same question, answered anew. */
const reloaded = (state: HeatState): HeatState => {
  const provenance = { ...SUMMARY.provenance, fetchedAt: SUMMARY.provenance.fetchedAt + 60_000 };
  return { ...state, summary: { ...SUMMARY, provenance } };
};

describe('what noise takes away', () => {
  it('is not said of a map that was loaded again since', async () => {
    const taken = {
      filter: 'noise' as const,
      share: 0.2,
      elements: [],
      elsewhere: 0,
      k: 11,
    };
    const onAsk = vi.fn<AskTakenAway>(async () => ({ taken, reason: null }));
    const able: HeatState = {
      ...SHOWN,
      sources: SHOWN.sources.map((each) => ({
        ...each,
        abilities: each.abilities && { ...each.abilities, filters: ['noise'] },
      })),
    };
    const [state, setState] = createSignal(able);
    const view = mount(() => (
      <NoiseDifference
        state={state()}
        onAsk={onAsk}
        onHighlight={() => undefined}
        onScrollTo={() => undefined}
      />
    ));
    unmount = view.unmount;
    only<HTMLButtonElement>(view.root, '[data-testid="taken"]').click();
    only<HTMLButtonElement>(view.root, '[data-testid="taken-noise"]').click();
    const share = () => view.root.querySelector('[data-testid="taken-share-noise"]');
    await vi.waitFor(() => expect(share()).not.toBeNull());
    setState({ ...able, settings: { ...SHOWN.settings, opacity: 0.3 } });
    expect(share()).not.toBeNull();
    setState(reloaded(able));
    expect(share()).toBeNull();
    expect(onAsk).toHaveBeenCalledOnce();
  });
});

describe('pages of a pattern', () => {
  const PATTERN = 'https://acme.test/item/*';
  const FOUND: PagesOfPattern = {
    pattern: PATTERN,
    from: 'browser',
    pages: [],
    total: 0,
    k: 11,
    sourceName: '',
    unit: null,
    why: null,
    notes: [],
    holdsThis: true,
  };

  function show(onMatch = vi.fn(async () => FOUND)) {
    const [state, setState] = createSignal<HeatState>(SHOWN);
    const pages = { onPropose: async () => [PATTERN], onMatch };
    const view = mount(() => <Pattern state={state()} pages={pages} onSet={() => undefined} />);
    unmount = view.unmount;
    const row = () => only<HTMLButtonElement>(view.root, '[data-testid="pattern-pages"]');
    const said = () => view.root.querySelector('[data-testid="pattern-said"]');
    return { row, said, setState, onMatch };
  }

  const { settings } = SHOWN;
  it.each([
    ['days', { ...settings, days: 30 }],
    ['maps', { ...settings, map: 'scroll' as const }],
    ['counts', { ...settings, by: 'element' as const }],
    ['filters', { ...settings, filters: { ...settings.filters, device: 'mobile' as const } }],
  ])('are not left standing for other %s, and not asked for by themselves', async (_, other) => {
    const { row, said, setState, onMatch } = show();
    await vi.waitFor(() => row().click());
    await vi.waitFor(() => expect(said()).not.toBeNull());
    setState({ ...SHOWN, settings: other });
    expect(said()).toBeNull();
    expect(row().getAttribute('aria-expanded')).toBe('false');
    expect(onMatch).toHaveBeenCalledOnce();
  });

  it('stay where the pattern itself is used', async () => {
    const { row, said, setState } = show();
    await vi.waitFor(() => row().click());
    await vi.waitFor(() => expect(said()).not.toBeNull());
    const filters = { ...settings.filters, pattern: PATTERN };
    setState({ ...SHOWN, settings: { ...settings, filters } });
    expect(said()).not.toBeNull();
  });
});
