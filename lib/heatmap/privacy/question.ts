import * as v from 'valibot';
import { DaySchema, FiniteSchema } from '../../protocol/common';
import { HeatFiltersSchema } from '../../protocol/heat-kinds';

/** Whose clicks an answer counts: all that two answers about one page and map can differ in. */
export const QuestionSchema = v.object({
  from: DaySchema,
  to: DaySchema,
  /** When the source was asked, ms: a day that was not over yet holds the clicks up to then. */
  askedAt: FiniteSchema,
  band: v.object({ min: FiniteSchema, max: FiniteSchema }),
  filters: HeatFiltersSchema,
});

export type Question = v.InferOutput<typeof QuestionSchema>;

export type Sign = 1 | -1;

export interface Signed {
  readonly question: Question;
  readonly sign: Sign;
}

/**
 * Whether adding and subtracting these answers could leave the clicks of one group, each counted
 * once: `all - desktop` leaves the phones, `week 1 + week 2 - both` leaves nothing.
 *
 * Every question is a product of sets: a span of time, a span of widths, devices, flags, and what a
 * source filters by in words of its own. The sets cut each dimension into parts; the sum must be 0 or 1
 * in every product of parts, and 1 somewhere. How cohorts, segments and patterns lie to each other
 * nobody here knows, so any position counts as possible: one in the other, apart, or both making a whole.
 */
export function couldBeGroup(terms: readonly Signed[]): boolean {
  const spaces = [
    spans(terms, timeOf),
    spans(terms, ({ band }) => [Math.floor(band.min), Math.floor(band.max) + 1]),
    sets(terms, ({ filters }) => (filters.device === 'all' ? ALL_DEVICES : [filters.device])),
    sets(terms, ({ filters }) => (filters.withoutTestAccounts ? ['others'] : ['team', 'others'])),
    sets(terms, ({ filters }) => (filters.withoutNoise ? ['others'] : ['noise', 'others'])),
  ];
  const opaque = product(
    possibleParts(terms, ({ filters }) => wordsOf(filters), ''),
    possibleParts(terms, ({ filters }) => filters.pattern ?? '', null),
  );
  const known = spaces.reduce(product, [terms.map(() => true)]);
  return existsGroup(terms, known, opaque);
}

/** Which of the terms hold one part of a dimension. */
type Part = readonly boolean[];

/** Devices that a source may know beside those that can be asked for are one more part. */
const ALL_DEVICES = ['desktop', 'tablet', 'mobile', 'other'];

const DAY_MS = 86_400_000;

/** A day that was not over yet holds nothing after the moment of asking. */
function timeOf({ from, to, askedAt }: Question): Span {
  const start = startOf(from);
  return [start, Math.max(start + 1, Math.min(startOf(to) + DAY_MS, askedAt))];
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const wordsOf = ({ cohorts, segment }: Question['filters']): string =>
  cohorts.length === 0 && segment === ''
    ? ''
    : JSON.stringify([[...new Set(cohorts)].sort((a, b) => a - b), segment.trim()]);

/**
 * Parts that are known to be empty of nothing must all be sound; of the others it is enough that
 * those which are sound could be all that there are, and that each filter still holds somebody.
 */
function existsGroup(
  terms: readonly Signed[],
  known: readonly Part[],
  opaque: readonly Part[],
): boolean {
  const possible: Part[] = [];
  let leavesSome = false;
  for (const part of opaque) {
    const sums = known.map((other) => sumIn(terms, both(part, other)));
    if (!sums.every((sum) => sum === 0 || sum === 1)) continue;
    possible.push(part);
    leavesSome ||= sums.includes(1);
  }
  const holdsSomebody = terms.every((_, i) => possible.some((part) => part[i]));
  return leavesSome && holdsSomebody;
}

function sumIn(terms: readonly Signed[], part: Part): number {
  let sum = 0;
  terms.forEach(({ sign }, i) => {
    if (part[i]) sum += sign;
  });
  return sum;
}

const both = (a: Part, b: Part): Part => a.map((is, i) => is && (b[i] ?? false));

/** Parts that lie in no term at all tell nothing. */
const product = (a: readonly Part[], b: readonly Part[]): Part[] =>
  distinct(a.flatMap((one) => b.map((other) => both(one, other))));

function distinct(parts: readonly Part[]): Part[] {
  const byName = new Map(parts.filter((part) => part.includes(true)).map((p) => [p.join(), p]));
  return [...byName.values()];
}

/** From the first on, up to but without the second. */
type Span = readonly [number, number];

function spans(terms: readonly Signed[], of: (q: Question) => Span): Part[] {
  const all = terms.map(({ question }) => of(question));
  const cuts = new Set(all.flat());
  return distinct([...cuts].map((at) => all.map(([low, high]) => at >= low && at < high)));
}

function sets(terms: readonly Signed[], of: (q: Question) => readonly string[]): Part[] {
  const all = terms.map(({ question }) => of(question));
  return [...new Set(all.flat())].map((value) => all.map((set) => set.includes(value)));
}

/**
 * Parts of a dimension whose sets are known by name alone. A term named `whole` holds every part; null:
 * none does, and the empty name is a part that every term holds (this page is one of any pattern).
 */
function possibleParts(
  terms: readonly Signed[],
  of: (q: Question) => string,
  whole: '' | null,
): Part[] {
  const names = terms.map(({ question }) => of(question));
  const named = [...new Set(names)].filter((name) => name !== '');
  const parts: Part[] = [];
  for (let bits = 0; bits < 2 ** named.length; bits++) {
    parts.push(
      names.map((name) => (name === '' ? whole === '' : (bits & (1 << named.indexOf(name))) > 0)),
    );
  }
  if (whole === null) parts.push(names.map(() => true));
  return distinct(parts);
}
