import { describe, expect, it } from 'vitest';
import { HEAT_STATES } from '../../../test/gallery/fixtures/heat';
import { message } from '../../core/message';
import { type Cell, toCells } from '../../heatmap/cells';
import type { HeatState } from '../../protocol/heat';
import { quietPage } from '../testing/heat-ports';
import { perTab } from '../testing/per-tab';
import { takenAway } from './noise-difference';
import type { Asked, StoredMap } from './ports';

const TAB = 7;
const { shown } = HEAT_STATES;

/** Clicks in the middle of the fixture's elements, by ref. */
const mapOf = (clicks: Readonly<Record<number, readonly [count: number, people: number]>>) => {
  const cells = Object.entries(clicks).map(([ref, [count, people]]): Cell => {
    return { x: 140, y: 60 * Number(ref) + 20, size: 16, count, people, fixed: false };
  });
  const summary = { ...HEAT_STATES.shown.summary, dropped: 0 } as StoredMap['summary'];
  return { summary, cells: toCells(cells), anchored: null } satisfies StoredMap;
};

const stateOf = (filters: readonly ('noise' | 'testAccounts')[]): HeatState => ({
  ...shown,
  sources: shown.sources.map((source) => ({
    ...source,
    abilities: source.abilities && { ...source.abilities, filters: [...filters] },
  })),
});

async function ask(
  all: StoredMap | null,
  rest: StoredMap | null,
  filter: 'noise' | 'testAccounts' = 'noise',
  state = stateOf(['noise', 'testAccounts']),
) {
  const asked = perTab<Asked>();
  await asked.write(TAB, { url: 'https://acme.test/', viewportWidth: 1280 });
  const field = filter === 'noise' ? 'withoutNoise' : 'withoutTestAccounts';
  let questions = 0;
  const answer = await takenAway(
    {
      ports: {
        asked,
        page: quietPage(''),
      },
      read: async () => state,
      find: async (_tab, { settings }) => {
        questions++;
        const map = settings.filters[field] ? rest : all;
        const reason = map === null ? message('heat.reason.allUnderK', 11) : null;
        return { map, reason, unsaved: null, failed: false, notes: [], sources: [] };
      },
    },
    TAB,
    filter,
  );
  return { ...answer, questions };
}

describe('what a filter takes away', () => {
  it('is a share of all clicks, and where most of it went', async () => {
    const all = mapOf({ 0: [1_000, 400], 1: [500, 200], 2: [500, 200] });
    const rest = mapOf({ 0: [800, 390], 1: [460, 199], 2: [500, 200] });
    const { taken } = await ask(all, rest);
    expect(taken).toMatchObject({ share: 0.12, elsewhere: 0 });
    expect(taken?.elements.map(({ ref, share, count }) => [ref, share, count])).toEqual([
      [0, 0.2, 200],
      [1, 0.08, 40],
    ]);
  });

  it('names no element that k has hidden from one of the maps', async () => {
    const { taken } = await ask(
      mapOf({ 0: [1_000, 400], 1: [100, 12] }),
      mapOf({ 0: [1_000, 400] }),
    );
    expect(taken).toMatchObject({ elements: [], elsewhere: 1 });
  });

  it('tells of a team only where at least k people are gone', async () => {
    const all = mapOf({ 0: [1_000, 400], 1: [500, 200] });
    const rest = mapOf({ 0: [900, 391], 1: [400, 180] });
    const { taken } = await ask(all, rest, 'testAccounts');
    expect(taken?.elements.map(({ ref }) => ref)).toEqual([1]);
  });

  it('is not told where one of both maps may not be shown, for the reason that it has', async () => {
    const { taken, reason } = await ask(mapOf({ 0: [1_000, 400] }), null);
    expect(taken).toBeNull();
    expect(reason?.id).toBe('heat.reason.allUnderK');
  });

  it('is not asked of a source that cannot filter it, and that is said', async () => {
    const { reason, questions } = await ask(null, null, 'noise', stateOf(['testAccounts']));
    expect(reason?.id).toBe('heat.note.cannotFilter.noise');
    expect(questions).toBe(0);
  });
});
