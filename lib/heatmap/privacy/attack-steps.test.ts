import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../test/sites/posthog-double/events';
import { toCells } from '../cells';
import { createDisclosureGuard } from './disclosure';
import { memoryOfShown } from './testing/memory';
import { ASKED_AT, questionOf, randomWindows, type Window } from './testing/windows';

/** Made-up visits with how far each got, and somebody who subtracts the steps between bands. */

const K = 11;
const DAYS = 6;
const BANDS = 12;

interface Visit {
  readonly day: number;
  /** Bands that were reached. */
  readonly depth: number;
}

interface Shown {
  readonly from: number;
  readonly to: number;
  readonly bands: readonly number[];
}

const bandsOf = (visits: readonly Visit[]) => {
  const people = (band: number) => visits.filter(({ depth }) => depth > band).length;
  const all = Array.from({ length: BANDS }, (_, band) => ({ band, people: people(band) }));
  return all.filter((each) => each.people >= K);
};

async function askAround(
  visits: readonly Visit[],
  windows: readonly Window[],
  isGuarded: boolean,
): Promise<Shown[]> {
  const guard = createDisclosureGuard(K, memoryOfShown());
  const shown: Shown[] = [];
  for (const [from, to] of windows) {
    const mine = visits.filter(({ day }) => day >= from && day <= to);
    const bands = bandsOf(mine);
    const cells = toCells(
      bands.map(({ band, people }) => ({
        ...{ x: 0, y: band * 100 + 50, size: 100, fixed: false, count: people, people },
      })),
    );
    const question = questionOf([from, to]);
    const answer = {
      ...{ question, viewportWidth: 1, places: { cells, anchors: null }, total: mine.length },
      ...{ counted: 'clicks' as const, isStepped: true, way: 'one' },
    };
    const told = isGuarded
      ? await guard.disclose(answer, ASKED_AT)
      : { kind: 'shown' as const, hidden: null };
    if (told.kind !== 'shown') continue;
    const left = bands.filter((_, row) => told.hidden?.[row] !== 1).map(({ band }) => band);
    shown.push({ from, to, bands: [-1, ...left] });
  }
  return shown;
}

/** People who stopped between two bands that both answers show, on the days that one has more. */
function attack(shown: readonly Shown[], visits: readonly Visit[]): number[] {
  const found: number[] = [];
  for (const more of shown) {
    for (const fewer of shown) {
      if (fewer.from < more.from || fewer.to > more.to || more === fewer) continue;
      const both = more.bands.filter((band) => fewer.bands.includes(band));
      for (const [i, upper] of both.entries()) {
        for (const lower of both.slice(i + 1)) {
          const group = visits.filter(
            ({ day, depth }) =>
              day >= more.from &&
              day <= more.to &&
              !(day >= fewer.from && day <= fewer.to) &&
              depth > upper &&
              depth <= lower,
          );
          if (group.length > 0) found.push(group.length);
        }
      }
    }
  }
  return found;
}

const runs = Array.from({ length: 40 }, (_, seed) => {
  const random = mulberry32(seed + 1);
  const visits = Array.from({ length: 100 + Math.floor(random() * 900) }, () => ({
    day: Math.floor(random() * DAYS),
    depth: Math.floor(random() ** 1.5 * (BANDS + 1)),
  }));
  const windows = randomWindows(random, DAYS, 6);
  return { visits, windows };
});

const found = async (isGuarded: boolean) => {
  const all: number[] = [];
  for (const { visits, windows } of runs) {
    all.push(...attack(await askAround(visits, windows, isGuarded), visits));
  }
  return all;
};

describe('somebody who subtracts how far people got', () => {
  test('finds single people without the guard, so the attack is one', async () => {
    expect((await found(false)).filter((people) => people === 1).length).toBeGreaterThan(20);
  });

  test('finds no group of fewer than k people with it, and is still shown maps', async () => {
    const groups = await found(true);
    expect(groups.length).toBeGreaterThan(100);
    expect(groups.filter((people) => people < K)).toEqual([]);
  });
});
