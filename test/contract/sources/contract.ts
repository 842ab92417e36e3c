import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import type { Result } from '../../../lib/core/result';
import { type Cell, cellAt } from '../../../lib/heatmap/cells';
import { AnchorSchema, BandsSchema } from '../../../lib/protocol/heat-kinds';
import {
  MOST_PAGES,
  type PageList,
  type PlacedHeat,
  type SourceHeat,
} from '../../../lib/sources/contract';

/** How the suite gets heat into a source's back end, and out of the source again. */
export interface SourceHarness {
  /**
   * Positions are multiples of 5 % of 1280 px (64 px) across and of 16 px down: every source can keep
   * them. Absent: it does not tell places on the page.
   */
  read?(cells: readonly Cell[], signal?: AbortSignal): Promise<Result<SourceHeat, HushmapError>>;
  /** Absent: the source does not tell elements. */
  readAnchored?(
    given: AnchoredGiven,
    signal?: AbortSignal,
  ): Promise<Result<SourceHeat, HushmapError>>;
  /** Absent: the source does not tell how far people got. */
  readBands?(given: BandsGiven, signal?: AbortSignal): Promise<Result<SourceHeat, HushmapError>>;
  /**
   * Pages of `https://acme.test/item/*` in the back end, by people. Absent: the source does not list
   * pages.
   */
  readPages?(
    given: readonly PageGiven[],
    signal?: AbortSignal,
  ): Promise<Result<PageList, HushmapError>>;
  /** Texts and ids of people or sessions that stand in the back end's answers. */
  readonly planted?: readonly string[];
  /** The engine leaves out what fewer than k people stand behind. Default: the source tells all. */
  readonly anonymises?: boolean;
  /** Cells that the source takes at most, where that is less than a million. */
  readonly mostCells?: number;
  /** Edge of its squares, for a source that keeps no places but squares; cells are moved into them. */
  readonly grid?: number;
  /** The engine leaves out rows without a usable number, and does not tell how many. */
  readonly sieves?: boolean;
  /** For the largest answers; default: a minute. */
  readonly timeoutMs?: number;
}

/** What the back end holds of elements. */
export interface AnchoredGiven {
  /** By id alone, such as `#buy`; the clicks lie in the middle of the box. */
  readonly elements: readonly {
    readonly selector: string;
    readonly count: number;
    readonly people: number;
  }[];
  /** Further rows whose count is no number. */
  readonly spoiled: number;
  /** True: it holds more elements than the source takes; `elements` are the first. */
  readonly more: boolean;
}

/** What the back end holds of depths. */
export interface BandsGiven {
  /** People who reached each tenth of a page of 1,000 px or a lower one, from the top down. */
  readonly reached: readonly number[];
  /** Further rows whose number is none. */
  readonly spoiled: number;
}

/** A page of the pattern, and how many people were counted on it. */
export interface PageGiven {
  readonly page: string;
  readonly people: number;
}

export const PAGES_PATTERN = 'https://acme.test/item/*';

export const VIEWPORT_WIDTH = 1280;

/** What every source promises, whatever its back end. */
export function describeSource(name: string, harness: SourceHarness): void {
  const { read, readAnchored, readBands, readPages } = harness;
  describe(`${name} as a source`, () => {
    if (read) describePlaces({ ...harness, read });
    if (readAnchored) describeElements({ ...harness, readAnchored });
    if (readBands) describeBands({ ...harness, readBands });
    if (readPages) describePages({ ...harness, readPages });
  });
}

function describePlaces(
  harness: SourceHarness & { read: NonNullable<SourceHarness['read']> },
): void {
  const heatOf = async (cells: readonly Cell[]) => formOf(await harness.read(cells), 'cells');
  const cell = (part: CellPart): Cell => placed(cellOf(part), harness.grid);

  describe('by place', () => {
    test('gives every cell with its exact place, count, people and fixedness', async () => {
      const cells = [
        cell({ x: 512, y: 1280, count: 31, people: 17 }),
        cell({ x: 128, y: 16, count: 12, people: 12, fixed: true }),
        cell({ x: 1280, y: 23_984, count: 90_000, people: 40_000 }),
      ];
      const heat = await heatOf(cells);
      expect(sorted(heat)).toEqual(sortRows(cells));
      expect(heat.viewportWidth).toBe(VIEWPORT_WIDTH);
      expect(heat.unit).toBe('people');
      expect(heat.truncated).toBe(false);
      expect(heat.unusable).toBe(0);
      expectNothingOf(heat, harness.planted);
    });

    test('keeps a fixed and a scrolling cell of the same place apart', async () => {
      const cells = [
        cell({ x: 640, y: 32, count: 50, people: 40 }),
        cell({ x: 640, y: 32, count: 20, people: 15, fixed: true }),
      ];
      expect(sorted(await heatOf(cells))).toEqual(sortRows(cells));
    });

    test(
      harness.anonymises
        ? 'leaves a cell of one person out, and says who left it out'
        : 'does not apply k: a cell of one person is still there, with that one person',
      async () => {
        const few = cell({ x: 256, y: 64, count: 5, people: 1 });
        const many = cell({ x: 512, y: 640, count: 50, people: 20 });
        const heat = await heatOf([few, many]);
        expect(sorted(heat)).toEqual(sortRows(harness.anonymises ? [many] : [few, many]));
        expect(heat.anonymisedAt ?? 'browser').toBe(harness.anonymises ? 'source' : 'browser');
      },
    );

    test('gives no cells for a page that nobody clicked on', async () => {
      const heat = await heatOf([]);
      expect(heat.cells.length).toBe(0);
      expect(heat.truncated).toBe(false);
    });

    test('says how exact its positions are', async () => {
      const heat = await heatOf([cell({ x: 256, y: 64, count: 50, people: 20 })]);
      expect(heat.gridErrorX).toBeGreaterThan(0);
      expect(heat.gridErrorX).toBeLessThan(50);
      expect(heat.gridErrorY).toBe((harness.grid ?? 16) / 2);
    });

    test(
      'gives a million cells, or as many as it takes, and the event loop its turns meanwhile',
      async () => {
        const total = harness.mostCells ?? 1_000_000;
        const cells: Cell[] = [];
        for (let row = 1; row <= total / 20; row++) {
          for (let column = 1; column <= 20; column++) {
            cells.push(cell({ x: column * 64, y: row * 16, count: 20, people: 12 }));
          }
        }
        const { value: heat, turns } = await countingTurns(() => heatOf(cells));
        expect(heat.cells.length).toBe(total);
        expect(heat.cells.count.reduce((sum, count) => sum + count, 0)).toBe(total * 20);
        expect(heat.cells.people.every((people) => people === 12)).toBe(true);
        expect(turns).toBeGreaterThan(total / 100_000);
      },
      harness.timeoutMs ?? 60_000,
    );

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('closed');
      await expect(harness.read([], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

function describeElements(
  harness: SourceHarness & { readAnchored: NonNullable<SourceHarness['readAnchored']> },
): void {
  const heatOf = async (given: Partial<AnchoredGiven>) => {
    const whole = { elements: [], spoiled: 0, more: false, ...given };
    return formOf(await harness.readAnchored(whole), 'anchored');
  };
  const elements = [
    { selector: '#buy', count: 31, people: 17 },
    { selector: '#menu-open', count: 90_000, people: 40_000 },
    { selector: '#help', count: 12, people: 12 },
  ];

  describe('by element', () => {
    test('gives every element with its clicks, and people where it knows them', async () => {
      const heat = await heatOf({ elements });
      const rows = Array.from({ length: heat.cells.length }, (_, i) => ({
        selectors: heat.anchors[heat.cells.anchor[i] ?? -1]?.selectors ?? [],
        count: heat.cells.count[i],
        people: heat.cells.people[i],
      }));
      expect(rows).toHaveLength(elements.length);
      for (const { selector, count, people } of elements) {
        const row = rows.find(({ selectors }) => selectors.includes(selector));
        expect(row).toMatchObject({ count, people: heat.unit === 'clicks' ? count : people });
      }
      expect(heat.viewportWidth).toBe(VIEWPORT_WIDTH);
      expect(heat.truncated).toBe(false);
      expect(heat.unusable).toBe(0);
    });

    test('places clicks inside the box, and says how exactly', async () => {
      const heat = await heatOf({ elements });
      for (const at of [...heat.cells.x, ...heat.cells.y]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(1);
      }
      expect(heat.gridError).toBeGreaterThan(0);
      expect(heat.gridError).toBeLessThanOrEqual(0.5);
    });

    test('names elements by selectors that can cross to a page, with no text and no id of anybody', async () => {
      const heat = await heatOf({ elements });
      const { Window } = await import('happy-dom');
      const element = new Window().document.createElement('div');
      for (const anchor of heat.anchors) {
        expect(v.is(AnchorSchema, anchor)).toBe(true);
        for (const selector of anchor.selectors) {
          for (const part of selector.split(' >>> ')) {
            expect(() => element.matches(part)).not.toThrow();
          }
        }
      }
      expectNothingOf(heat, harness.planted);
    });

    test('leaves out and counts what has no usable number', async () => {
      const heat = await heatOf({ elements, spoiled: 3 });
      expect(heat.unusable).toBe(3);
      expect(heat.anchors).toHaveLength(elements.length);
    });

    test('says so where there is more than it takes', async () => {
      expect((await heatOf({ elements, more: true })).truncated).toBe(true);
    });

    test('gives no elements for a page that nobody clicked on', async () => {
      const heat = await heatOf({});
      expect([heat.anchors.length, heat.cells.length]).toEqual([0, 0]);
    });

    test('gives ten thousand elements, and the event loop its turns meanwhile', async () => {
      const many = Array.from({ length: 10_000 }, (_, i) => ({
        selector: `#${wordOf(i)}`,
        count: 20,
        people: 12,
      }));
      const { value: heat, turns } = await countingTurns(() => heatOf({ elements: many }));
      expect(heat.anchors).toHaveLength(10_000);
      expect(heat.cells.count.reduce((sum, count) => sum + count, 0)).toBe(200_000);
      expect(turns).toBeGreaterThan(0);
    }, 60_000);

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('closed');
      const given = { elements: [], spoiled: 0, more: false };
      await expect(harness.readAnchored(given, AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

function describeBands(
  harness: SourceHarness & { readBands: NonNullable<SourceHarness['readBands']> },
): void {
  const heatOf = async (reached: readonly number[], spoiled = 0) =>
    formOf(await harness.readBands({ reached, spoiled }), 'bands');
  const reached = [400, 400, 310, 310, 250, 180, 120, 60, 31, 31];

  describe('by depth', () => {
    test('tells how many people reached each part of the page', async () => {
      const { bands, ...heat } = await heatOf(reached);
      const height = bands.depth === 'share' ? 1 : 1000;
      reached.forEach((people, i) => {
        const middle = ((i + 0.5) / 10) * height;
        const band = bands.bands.find(({ top, bottom }) => top <= middle && middle < bottom);
        expect([i, band?.value]).toEqual([i, people]);
      });
      expect(bands.measure).toBe('reached');
      expect(bands.people).toBe(400);
      expect(heat).toMatchObject({ truncated: false, unusable: 0, viewportWidth: VIEWPORT_WIDTH });
      expectNothingOf({ bands, ...heat }, harness.planted);
    });

    test('gives bands from the top down that neither overlap nor rise, with no more people than reached them', async () => {
      const { bands } = await heatOf(reached);
      expect(v.is(BandsSchema, bands)).toBe(true);
      expect(bands.bands.length).toBeGreaterThan(0);
      let above = { bottom: 0, value: Number.POSITIVE_INFINITY };
      for (const band of bands.bands) {
        expect(band.top).toBeGreaterThanOrEqual(above.bottom);
        expect(band.bottom).toBeGreaterThan(band.top);
        expect(band.value).toBeLessThanOrEqual(above.value);
        expect(band.people).toBeGreaterThan(0);
        expect(band.people).toBeLessThanOrEqual(band.value);
        above = band;
      }
    });

    test('leaves out and counts what has no usable number', async () => {
      const { bands, unusable } = await heatOf(reached, 2);
      expect(unusable).toBe(harness.sieves ? 0 : 2);
      expect(bands.people).toBe(400);
    });

    test('gives no bands for a page that nobody saw', async () => {
      const { bands } = await heatOf([]);
      expect(bands).toMatchObject({ bands: [], people: 0 });
    });

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('closed');
      const given = { reached: [], spoiled: 0 };
      await expect(harness.readBands(given, AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

function describePages(
  harness: SourceHarness & { readPages: NonNullable<SourceHarness['readPages']> },
): void {
  const listOf = async (given: readonly PageGiven[]): Promise<PageList> => {
    const result = await harness.readPages(given);
    if (!result.ok) throw result.error;
    return result.value;
  };
  const page = (id: number, people: number) => ({ page: `https://acme.test/item/${id}`, people });

  describe('by page', () => {
    test('gives the pages of a pattern, the most visited first, and how many there are', async () => {
      const list = await listOf([page(7, 12), page(4711, 900), page(98, 40)]);
      expect(list.pages).toEqual([page(4711, 900), page(98, 40), page(7, 12)]);
      expect(list.total).toBe(3);
      expect(list.unit).toBe('people');
      expectNothingOf(list, harness.planted);
    });

    test('tells nothing of a page that fewer than k people opened', async () => {
      const list = await listOf([page(7, 10), page(98, 40)]);
      expect(list).toMatchObject({ pages: [page(98, 40)], total: 1 });
    });

    test('lists as many as anybody reads, and counts the others', async () => {
      const list = await listOf(Array.from({ length: 80 }, (_, i) => page(i, 20 + i)));
      expect(list.pages).toHaveLength(MOST_PAGES);
      expect(list.total).toBe(80);
    });

    test('gives none where nobody was', async () => {
      expect(await listOf([])).toMatchObject({ pages: [], total: 0 });
    });

    test('an aborted call rejects with the reason of its signal', async () => {
      const reason = new Error('closed');
      await expect(harness.readPages([], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

function formOf<F extends SourceHeat['form']>(
  result: Result<SourceHeat, HushmapError>,
  form: F,
): Extract<SourceHeat, { form: F }> {
  if (!result.ok) throw result.error;
  const { value } = result;
  if (!isForm(value, form)) throw new Error(`The answer is ${value.form}, not ${form}.`);
  return value;
}

const isForm = <F extends SourceHeat['form']>(
  heat: SourceHeat,
  form: F,
): heat is Extract<SourceHeat, { form: F }> => heat.form === form;

/** Looks for what was planted in everything that the source gives out. */
function expectNothingOf(heat: object, planted: readonly string[] = []): void {
  const said = JSON.stringify(heat);
  for (const text of planted) expect(said).not.toContain(text);
}

async function countingTurns<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly turns: number }> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const value = await work().finally(() => clearInterval(timer));
  return { value, turns };
}

/** Words without digits, which no source takes for generated: `part-baaa`. */
function wordOf(index: number): string {
  const letters = [...index.toString(26).padStart(4, '0')].map((digit) =>
    String.fromCharCode(97 + Number.parseInt(digit, 26)),
  );
  return `part-${letters.join('')}`;
}

type CellPart = Partial<Cell> & Pick<Cell, 'x' | 'y'>;

export function cell(part: CellPart): Cell {
  return { size: 16, count: 1, people: 1, fixed: false, ...part };
}

const cellOf = cell;

/** The same place by number of columns and rows, in squares of another edge. */
function placed(given: Cell, grid: number | undefined): Cell {
  if (grid === undefined) return given;
  const column = Math.round(given.x / 12.8);
  const row = Math.round(given.y / 16);
  return { ...given, x: (column + 0.5) * grid, y: (row + 0.5) * grid, size: grid };
}

/** Positions are kept as 32-bit floats. */
function sorted(heat: PlacedHeat): Cell[] {
  const rows = Array.from({ length: heat.cells.length }, (_, i) => cellAt(heat.cells, i));
  return sortRows(rows);
}

function sortRows(cells: readonly Cell[]): Cell[] {
  return cells
    .map((row) => ({ ...row, x: Math.fround(row.x), y: Math.fround(row.y) }))
    .sort((a, b) => a.y - b.y || a.x - b.x || Number(a.fixed) - Number(b.fixed));
}
