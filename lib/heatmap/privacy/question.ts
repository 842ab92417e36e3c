import * as v from 'valibot';
import { DaySchema, FiniteSchema } from '../../protocol/common';
import { HeatFiltersSchema } from '../../protocol/heat-kinds';

/** Whose clicks an answer counts: all that two answers about one source and map can differ in. */
export const QuestionSchema = v.object({
  /** The page, as anything that is its own: a digest. */
  page: v.pipe(v.string(), v.maxLength(200)),
  from: DaySchema,
  to: DaySchema,
  /** When the source was asked, ms: a day that was not over yet holds the clicks up to then. */
  askedAt: FiniteSchema,
  band: v.object({ min: FiniteSchema, max: FiniteSchema }),
  filters: HeatFiltersSchema,
});

export type Question = v.InferOutput<typeof QuestionSchema>;

export type Sign = 1 | -1;

/**
 * A question as a product of sets: those whose clicks it counts are in all of them.
 *
 * Spans run from the first on, up to but without the second; sets are bits.
 */
export interface Region {
  readonly time: Span;
  readonly width: Span;
  readonly devices: number;
  /** The team's own people, everybody else. */
  readonly accounts: number;
  /** Noise, everything else. */
  readonly noise: number;
  /** Cohorts and segment in the source's own words; empty: everybody. */
  readonly words: string;
  /** The page that it was asked on. */
  readonly page: string;
  /** Empty: that page alone, which its own patterns hold, and those of other pages may. */
  readonly pattern: string;
}

type Span = readonly [number, number];

/** What a question is about: time in ms since 1970, widths in whole CSS px, both without their end. */
export function regionOf({ page, from, to, askedAt, band, filters }: Question): Region {
  const start = startOf(from);
  const end = Math.min(startOf(to) + DAY_MS, askedAt);
  return {
    time: [start, Math.max(start + 1, end)],
    width: [Math.floor(band.min), Math.floor(band.max) + 1],
    devices: DEVICE_BITS[filters.device],
    accounts: filters.withoutTestAccounts ? 0b10 : 0b11,
    noise: filters.withoutNoise ? 0b10 : 0b11,
    words: wordsOf(filters),
    page,
    pattern: filters.pattern ?? '',
  };
}

/**
 * Ways to add and subtract these answers that could leave the clicks of one group, each counted once:
 * `all - desktop` leaves the other devices, `week 1 + week 2 - both` leaves nothing.
 *
 * The sets cut each dimension into parts; what is left of the signed sum must be 0 or 1 in every product
 * of parts, and 1 somewhere. How cohorts, segments and patterns lie to each other nobody here knows, so
 * any position counts as possible: one in the other, apart, or both making a whole. Widths and devices
 * are known, but not which of them anyone has: no phone is 1,200 px wide, and between two common widths
 * there may be nobody. So any of their parts may be empty.
 */
export function groupSigns(regions: readonly Region[]): Sign[][] {
  const parts = [
    spanParts(regions.map(({ time }) => time)),
    bitParts(regions.map(({ accounts }) => accounts)),
    bitParts(regions.map(({ noise }) => noise)),
  ].reduce(product);
  const opaque = [
    nameParts(regions.map(({ words }) => words)),
    pageParts(regions),
    spanParts(regions.map(({ width }) => width)),
    bitParts(regions.map(({ devices }) => devices)),
  ].reduce(product);
  const ways: Sign[][] = [];
  // All added or all subtracted is no difference.
  for (let bits = 1; bits < 2 ** regions.length - 1; bits++) {
    const signs = regions.map((_, i): Sign => (bits & (1 << i) ? 1 : -1));
    if (existsGroup(signs, parts, opaque)) ways.push(signs);
  }
  return ways;
}

/** Devices that a source may know beside those that can be asked for are one more part. */
const DEVICE_BITS = { all: 0b1111, desktop: 0b1, tablet: 0b10, mobile: 0b100 };

const DAY_MS = 86_400_000;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const wordsOf = ({ cohorts, segment }: Question['filters']): string =>
  cohorts.length === 0 && segment.trim() === ''
    ? ''
    : JSON.stringify([[...new Set(cohorts)].sort((a, b) => a - b), segment.trim()]);

/** Which of the regions hold one part of a dimension: a bit each. */
type Part = number;

/**
 * Of the parts known by name it is enough that those which are sound could be all that there are, and
 * that each region still holds somebody.
 */
function existsGroup(
  signs: readonly Sign[],
  known: readonly Part[],
  opaque: readonly Part[],
): boolean {
  let held = 0;
  let leavesSome = false;
  for (const part of opaque) {
    const sums = known.map((other) => sumIn(signs, part & other));
    if (!sums.every((sum) => sum === 0 || sum === 1)) continue;
    held |= part;
    leavesSome ||= sums.includes(1);
  }
  return leavesSome && held === 2 ** signs.length - 1;
}

const sumIn = (signs: readonly Sign[], part: Part): number =>
  signs.reduce<number>((sum, sign, i) => (part & (1 << i) ? sum + sign : sum), 0);

/** Parts that lie in no region at all tell nothing. */
function product(a: readonly Part[], b: readonly Part[]): Part[] {
  const parts = new Set<Part>();
  for (const one of a) for (const other of b) if ((one & other) > 0) parts.add(one & other);
  return [...parts];
}

const bitsWhere = <T>(list: readonly T[], holds: (item: T) => boolean): Part =>
  list.reduce((bits, item, i) => (holds(item) ? bits | (1 << i) : bits), 0);

const spanParts = (spans: readonly Span[]): Part[] =>
  spans.flat().map((at) => bitsWhere(spans, ([low, high]) => at >= low && at < high));

const bitParts = (sets: readonly number[]): Part[] =>
  [1, 2, 4, 8].map((bit) => bitsWhere(sets, (set) => (set & bit) > 0));

/** Whoever may be in any of the named sets at once; those without a name hold everybody. */
function nameParts(names: readonly string[]): Part[] {
  const named = [...new Set(names)].filter((name) => name !== '');
  return Array.from({ length: 2 ** named.length }, (_, chosen) =>
    bitsWhere(names, (name) => name === '' || (chosen & (1 << named.indexOf(name))) > 0),
  );
}

/**
 * A page belongs to the questions about it and to the patterns that were asked for on it; whether it
 * belongs to another page's pattern nobody here knows. Of pages that nobody asked about, only those
 * with a pattern hold any.
 */
function pageParts(regions: readonly Region[]): Part[] {
  const anyOf = nameParts(regions.map(({ pattern }) => pattern));
  const alone = bitsWhere(regions, ({ pattern }) => pattern === '');
  const pages = [...new Set(regions.map(({ page }) => page))];
  return [null, ...pages].flatMap((asked) => {
    const own = bitsWhere(regions, ({ page }) => page === asked);
    return anyOf.map((part) => (part & ~alone) | own);
  });
}

/** The same clicks asked for: a window that was over both times is the same whenever it was asked. */
export function sameQuestion(a: Question, b: Question): boolean {
  return sameWindow(a, b) && endOf(a) === endOf(b);
}

/** The same days and filters, at whatever moment. */
export const sameWindow = (a: Question, b: Question): boolean =>
  JSON.stringify(essence(a)) === JSON.stringify(essence(b));

const endOf = ({ to, askedAt }: Question): number => Math.min(askedAt, startOf(to) + DAY_MS);

/** All addresses of a pattern are the same ones, on whichever of them it was asked. */
function essence({ page, from, to, band, filters }: Question) {
  return [
    filters.pattern === null ? page : null,
    from,
    to,
    band.min,
    band.max,
    filters.device,
    filters.withoutTestAccounts,
    filters.withoutNoise,
    [...new Set(filters.cohorts)].sort((x, y) => x - y),
    filters.segment.trim(),
    filters.pattern,
  ];
}
