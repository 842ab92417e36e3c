import { type Cells, emptyCells } from '../../lib/heatmap/cells';
import { createDisclosureGuard, type NewAnswer } from '../../lib/heatmap/privacy/disclosure';
import { memoryOfShown } from '../../lib/heatmap/privacy/testing/memory';
import { NO_FILTERS } from '../../lib/protocol/heat-kinds';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-30T12:00:00Z');

/**
 * How long the guard takes to compare a map with those that were shown, and how long others wait for it
 * meanwhile: windows that hold one another, of 4,000 cells 64 times, and of a million three times.
 * Milliseconds; a gap is the most that was reckoned between two turns of the event loop, in CPU time of
 * all threads, so that what else the machine does is not counted.
 */
export async function benchGuard(): Promise<Record<string, number>> {
  const many = await askInTurn(65, 4_000);
  const large = await askInTurn(3, 1_000_000);
  return {
    'guard.ms_64x4k': many.longest,
    'guard.gap_ms_64x4k': many.gap,
    'guard.ms_3x1m': large.longest,
    'guard.gap_ms_3x1m': large.gap,
  };
}

async function askInTurn(times: number, cells: number) {
  const guard = createDisclosureGuard(11, memoryOfShown());
  let longest = 0;
  let gap = 0;
  // The last one is asked again.
  for (let i = 0; i <= times; i++) {
    const seed = Math.min(i, times - 1);
    const answer = answerOf(seed, cellsOf(cells, seed));
    const began = performance.now();
    const watched = await watch(() => guard.disclose(answer, NOW));
    longest = Math.max(longest, performance.now() - began);
    gap = Math.max(gap, watched);
  }
  return { longest: Math.round(longest), gap: Math.round(gap) };
}

function answerOf(i: number, cells: Cells): NewAnswer {
  const day = (n: number): string => new Date(NOW - 90 * DAY + n * DAY).toISOString().slice(0, 10);
  const [from, to] = [day(i % 8), day(20 + 7 * Math.floor(i / 8))];
  const band = { min: 0, max: 10_000 };
  return {
    question: { page: 'page', from, to, askedAt: NOW, band, filters: NO_FILTERS },
    way: 'one',
    viewportWidth: 1280,
    places: { cells, anchors: null },
    total: null,
    counted: 'clicks',
  };
}

/**
 * Squares of 20 px, 64 across, each with hundreds of people, more in longer windows. Of some the next
 * window holds one click more, so they are left out.
 */
function cellsOf(length: number, seed: number): Cells {
  const cells = emptyCells(length);
  for (let i = 0; i < length; i++) {
    cells.x[i] = (i % 64) * 20 + 10;
    cells.y[i] = Math.floor(i / 64) * 20 + 10;
    cells.size[i] = 20;
    cells.count[i] = (400 + ((i * 7 + seed * 13) % 300)) * (1 + seed);
    cells.people[i] = (300 + ((i * 3 + seed * 11) % 90)) * (1 + seed);
    if (i % 5 > 0) continue;
    cells.count[i] = 400 + seed;
    cells.people[i] = 300;
  }
  return cells;
}

/** The longest time that others had to wait while this was done, ms. */
async function watch(work: () => Promise<unknown>): Promise<number> {
  let last = cpuMs();
  let longest = 0;
  let isOn = true;
  const beat = (): void => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(beat);
  };
  setImmediate(beat);
  await work();
  isOn = false;
  return Math.max(longest, cpuMs() - last);
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
